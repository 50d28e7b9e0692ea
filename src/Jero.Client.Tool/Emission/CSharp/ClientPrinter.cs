using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints the class whose methods are the operations.</summary>
internal static class ClientPrinter
{
    public static void Print(SourceWriter source, Api api, CSharpOptions options, CSharpTypes types)
    {
        var client = types.Names["System.Net.Http.HttpClient"];
        source.Write(CSharpText.Comment("summary", Join(api.Title, api.Description)));
        if (api.Server is { } server)
        {
            source.Write($"/// <remarks>The document names <c>{CSharpText.Escape(server)}</c> as its server.</remarks>");
        }

        source.Open($"public sealed partial class {options.Class}");
        source.Write($"private readonly {client} _http;").Blank();
        source.Write("/// <summary>A client that sends its requests by another, whose base address is that of the server.</summary>");
        source.Write("""/// <param name="http">Sends the requests; stays the caller's.</param>""");
        source.Open($"public {options.Class}({client} http)");
        source.Write($"{types.Names["System.ArgumentNullException"]}.ThrowIfNull(http);").Write("_http = http;").Close();

        var operations = new OperationPrinter(source, types, $"{options.Class}Json.Default");
        foreach (var operation in api.Operations)
        {
            source.Blank();
            operations.Print(operation);
        }

        foreach (var union in api.Types.OfType<EventUnion>())
        {
            source.Blank();
            PrintReader(source, union, types, $"{options.Class}Json.Default");
        }

        foreach (var names in api.Types.OfType<EnumType>().Where(static type => type.IsParameter))
        {
            source.Blank();
            PrintText(source, names, types);
        }

        source.Close();
    }

    private static string Join(string title, string? description) => description is null ? $"{title.TrimEnd('.')}." : $"{title.TrimEnd('.')}. {description}";

    private static void PrintReader(SourceWriter source, EventUnion union, CSharpTypes types, string context)
    {
        var name = types.OfName(union.Name);
        source.Write($"private static {types.Names["Jero.Client.EventReader"]}<{name}> Read{union.Name}({Options(union, types)}) =>").Indent();
        source.Open($"(string name, {types.Names["System.ReadOnlySpan"]}<byte> data, out {name} item) =>").Open("switch (name)");
        foreach (var one in union.Events.Where(static one => one.Name is not null))
        {
            source.Write($"case {CSharpText.Literal(one.Name!)}:").Indent();
            source.Write($"item = new {name}.{one.Identifier}({Data(one, types, context)});").Write("return true;").Outdent();
        }

        var other = union.Events.FirstOrDefault(static one => one.Name is null);
        if (other?.Data is not null)
        {
            // A keepalive has a name that the document does not mention, and no data.
            source.Write("case var _ when data.IsEmpty:").Indent().Write("item = null!;").Write("return false;").Outdent();
        }

        source.Write("default:").Indent();
        if (other is not null)
        {
            source.Write($"item = new {name}.{other.Identifier}(name, {Data(other, types, context)});").Write("return true;").Outdent();
        }
        else
        {
            source.Write($"item = new {name}.Unknown(name, {types.Names["Jero.Client.Generated.ApiEvents"]}.Text(data));");
            source.Write($"return {types.Names["Jero.Client.Generated.ApiEvents"]}.YieldsUnknown(options, name);").Outdent();
        }

        source.Close().Close("};").Outdent();
    }

    // If an event may have any name, no name is unknown.
    private static string Options(EventUnion union, CSharpTypes types) =>
        union.IsOpen ? "" : $"{types.Names["Jero.Client.EventStreamOptions"]}? options";

    private static string Data(NamedEvent one, CSharpTypes types, string context)
    {
        var events = types.Names["Jero.Client.Generated.ApiEvents"];
        return one.Data is null ? $"{events}.Text(data)" : $"{events}.Read{types.ReadingOf(one.Data)}(data, {context}.{types.MetadataOf(one.Data)})";
    }

    private static void PrintText(SourceWriter source, EnumType names, CSharpTypes types)
    {
        var type = types.OfName(names.Name);
        source.Write($"private static string? TextOf({type}? value) => value switch").Open().Write("null => null,");
        foreach (var member in names.Members)
        {
            source.Write($"{type}.{member.Identifier} => {CSharpText.Literal(member.Name)},");
        }

        source.Write($"_ => throw new {types.Names["System.ArgumentOutOfRangeException"]}(nameof(value), value, null),").Close("};");
    }
}
