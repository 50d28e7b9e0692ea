using System.Globalization;
using System.Text;
using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints readers of the usual JSON of streams.</summary>
internal sealed class ReaderPrinter(SourceWriter source, CSharpTypes types)
{
    private const string Contract = "Jero.Client.Generated.";

    private string Reader { get; } = types.Names["System.Text.Json.Utf8JsonReader"];

    public static void Print(SourceWriter source, Api api, CSharpTypes types)
    {
        var all = api.Types.Where(static type => type.IsReadDirectly).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var printer = new ReaderPrinter(source, types);
        source.Blank().Write("/// <summary>Readers of what streams bring in its usual form: each member once, by its name. All other JSON is System.Text.Json's to read.</summary>");
        source.Open($"internal static class {types.Readers}");
        foreach (var type in all)
        {
            source.Blank();
            printer.Print(type);
        }

        source.Close();
    }

    private void Print(TypeDefinition type)
    {
        var name = types.OfName(type.Name);
        source.Open($"internal readonly struct {type.Name}Reader : {types.Names[$"{Contract}IJsonReader"]}<{name}>");
        source.Open($"public bool TryRead(ref {Reader} reader, out {name} value)");
        if (type is EnumType names)
        {
            PrintNames(names, name);
        }
        else
        {
            PrintMembers((ObjectType)type, name);
        }

        source.Close().Close();
    }

    private void PrintNames(EnumType names, string name)
    {
        source.Write("value = default;");
        source.Open($"if (reader.TokenType != {types.Names["System.Text.Json.JsonTokenType"]}.String)").Write("return false;").Close().Blank();
        source.Open("switch (reader.ValueSpan.Length)");
        foreach (var member in names.Members)
        {
            source.Write($"case {Length(member.Name)} when reader.ValueTextEquals({CSharpText.Literal(member.Name)}u8):").Indent();
            source.Write($"value = {name}.{member.Identifier};").Write("return true;").Outdent();
        }

        // Enum names in another case, combined names, and numbers.
        source.Write("default:").Indent().Write("return false;").Outdent().Close();
    }

    private void PrintMembers(ObjectType entity, string name)
    {
        source.Write("value = null!;");
        foreach (var property in entity.Properties)
        {
            var shape = ShapeOf(property);
            source.Write($"{TypeOf(shape)} {Local(property)} = {(shape.IsNullable || types.IsValueType(shape) ? "default" : "null!")};");
        }

        source.Write($"var members = new {types.Names[$"{Contract}MemberReader"]}();");
        source.Open("while (members.TryNext(ref reader))").Open("switch (members.NameLength)");
        for (var i = 0; i < entity.Properties.Count; i++)
        {
            PrintMember(entity.Properties[i], i);
        }

        source.Write("default:").Indent();
        source.Open("if (!members.TrySkip(ref reader))").Write("return false;").Close().Blank().Write("break;").Outdent().Close().Close().Blank();
        source.Open($"if (!members.IsWhole(ref reader, expected: {Expected(entity)}))").Write("return false;").Close().Blank();
        source.Write($"value = new {name}").Open();
        foreach (var property in entity.Properties)
        {
            source.Write($"{property.Identifier} = {Local(property)},");
        }

        source.Close("};").Write("return true;");
    }

    private void PrintMember(Property property, int index)
    {
        source.Write($"case {Length(property.Name)} when members.IsNamed({CSharpText.Literal(property.Name)}u8):").Indent();
        source.Open($"if (!default({ReaderOf(ShapeOf(property))}).TryRead(ref reader, out {Local(property)}))").Write("return false;").Close().Blank();
        source.Write($"members.Add({index.ToString(CultureInfo.InvariantCulture)});").Write("break;").Outdent();
    }

    // A property that may be missing is null then.
    private static Shape ShapeOf(Property property) => property.IsRequired ? property.Shape : property.Shape.OrNull();

    private string ReaderOf(Shape shape) => shape switch
    {
        NullableShape { Inner: var inner } when types.IsValueType(inner) => $"{types.Names[$"{Contract}NullableReader"]}<{TypeOf(inner)}, {ReaderOf(inner)}>",
        NullableShape { Inner: var inner } => $"{types.Names[$"{Contract}NullReader"]}<{TypeOf(inner)}, {ReaderOf(inner)}>",
        ListShape { Item: var item } => $"{types.Names[$"{Contract}ListReader"]}<{TypeOf(item)}, {ReaderOf(item)}>",
        NamedShape { Name: var name } => $"{name}Reader",
        _ => types.Names[$"{Contract}BuiltInReader"],
    };

    // A list is read for an interface of a list.
    private string TypeOf(Shape shape) => shape switch
    {
        NullableShape { Inner: var inner } => $"{TypeOf(inner)}?",
        ListShape { Item: var item } => $"{types.Names["System.Collections.Generic.List"]}<{TypeOf(item)}>",
        _ => types.Of(shape),
    };

    private static string Local(Property property) => $"its{property.Identifier}";

    private static string Expected(ObjectType entity)
    {
        var expected = 0UL;
        for (var i = 0; i < entity.Properties.Count; i++)
        {
            expected |= entity.Properties[i].IsRequired ? 1UL << i : 0;
        }

        return $"0x{expected.ToString("X", CultureInfo.InvariantCulture)}";
    }

    private static string Length(string name) => Encoding.UTF8.GetByteCount(name).ToString(CultureInfo.InvariantCulture);
}
