using System.Globalization;
using Jero.Generator.Emission.Json;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the expressions that read values from a request, using the locals <c>http</c> and <c>request</c>.</summary>
internal static class BindingPrinter
{
    /// <summary>The value of a binding.</summary>
    public static string Value(Binding binding, Endpoint endpoint)
    {
        var value = binding.Value switch
        {
            TextSource text => Text(text, binding),
            FileSource file => $"request.{(file.IsOptional ? "FileOrNull" : "RequiredFile")}({GeneratedCode.Literal(binding.WireName)})",
            FilesSource files => Files(files, binding),
            CustomSource custom => Custom(custom, binding),
            JsonBodySource body => Body(body, endpoint),
            SequenceBodySource sequence => Sequence(sequence, endpoint),
            var other => Of(other),
        };
        return binding.Presence is { } presence ? $"{presence} ? {value} : default!" : value;
    }

    /// <summary>A service or a part of the request.</summary>
    public static string Of(ValueSource source) => source switch
    {
        RequestPart { Kind: RequestPartKind.Context } => "http",
        RequestPart { Kind: RequestPartKind.Request } => "http.Request",
        RequestPart { Kind: RequestPartKind.Response } => "http.Response",
        RequestPart { Kind: RequestPartKind.User } => "http.User",
        RequestPart { Kind: RequestPartKind.Aborted } => "http.RequestAborted",
        RequestPart { Kind: RequestPartKind.Stopping } => "global::Jero.StreamStopping.Of(http)",
        RequestPart { Kind: RequestPartKind.Body } => "http.Request.Body",
        RequestPart { Kind: RequestPartKind.BodyReader } => "http.Request.BodyReader",
        RequestPart { Kind: RequestPartKind.Files } => "request.Files",
        RequestPart { Kind: RequestPartKind.Fields } => "request.Fields",
        ServiceSource service => Service(service),
        _ => throw new InvalidOperationException($"No value of {source}."),
    };

    /// <summary>Prints the expression that constructs a group.</summary>
    public static string Construction(Group group)
    {
        var passed = GeneratedCode.Join(group.Passed.Select(Member));
        var assigned = GeneratedCode.Join(group.Assigned.Select(static member => $"{TypeCode.Identifier(member.Name)} = {Member(member.Value)}"));
        var type = group.Type.Code();
        var construction = assigned.Length == 0 ? $"new {type}({passed})"
            : passed.Length == 0 ? $"new {type} {{ {assigned} }}"
            : $"new {type}({passed}) {{ {assigned} }}";
        var missing = group.Own is { } own ? Own(own) : group.IsNullable ? $"default({group.Type.CodeOrNull()})" : "default";
        return group.Presence is { } presence ? $"{presence} ? {construction} : {missing}" : construction;
    }

    /// <summary>The parameter that descriptions look at.</summary>
    public static string Described(DescribedMember member)
    {
        var declaring = $"typeof({member.Type.Code()})";
        var type = member.PropertyType is { } propertyType ? $", typeof({propertyType.Code()})" : "";
        return member.Property is { } property
            ? $"JeroGen::BoundParameter.Of({declaring}.GetProperty({GeneratedCode.Literal(property)}{type})!)"
            : $"{declaring}.GetConstructors()[0].GetParameters()[{Number(member.Ordinal)}]";
    }

    private static string Member(MemberValue value) => value switch
    {
        BoundMember bound => TypeCode.Identifier(bound.Local),
        BoundOrOwn { Missing: MissingForm.Null } bound => $"{bound.Local} ?? {Own(bound.Own)}",
        BoundOrOwn { Missing: MissingForm.EmptyArray } bound => $"{bound.Local}.Length > 0 ? {bound.Local} : {Own(bound.Own)}",
        BoundOrOwn bound => $"{bound.Local}.Count > 0 ? {bound.Local} : {Own(bound.Own)}",
        Group group => Construction(group),
        _ => throw new InvalidOperationException($"No value of {value}."),
    };

    private static string Own(OwnValue own) => $"{own.Instance}.{TypeCode.Identifier(own.Member)}";

    private static string Service(ServiceSource service)
    {
        var type = service.Type.Code();
        var key = service.Key is null ? "" : ", " + ConstantCode.Argument(service.Key);
        return service.Default is null
            ? $"JeroGen::EndpointServices.{(service.IsOptional ? "Optional" : "Required")}<{type}>(http{key})"
            : $"JeroGen::EndpointServices.OrDefault<{type}>(http{key}, {service.Default.Code()})";
    }

    private static string Body(JsonBodySource body, Endpoint endpoint)
    {
        var direct = body.IsReadDirectly ? $", usual: default({JsonReaderPrinter.BodyReader(body.Shape, "JeroGen::")}).TryRead" : "";
        var method = body.IsOptional ? "JsonOrDefaultAsync" : "JsonAsync";
        var call = $"await request.{method}<{body.Type.Code()}>({GeneratedCode.Literal(body.Name)}, {Options(body.Shape, endpoint)}{direct})";
        return body.IsAssumed ? $"({call})!" : call;
    }

    private static string Sequence(SequenceBodySource sequence, Endpoint endpoint)
    {
        var acceptsNull = sequence.Shape is JsonNullable ? ", acceptsNull: true" : "";
        var rules = sequence.IsValidated ? $", findErrors: ItemValidator.FindItemErrorsAsync" : "";
        var direct = sequence.IsReadDirectly ? $", usual: default({JsonWriterPrinter.WriterType(sequence.Shape, "JeroGen::")}).TryRead" : "";
        var type = JsonWriterPrinter.AnnotatedType(sequence.Shape);
        return $"request.Items<{type}>({GeneratedCode.Literal(sequence.Name)}, {Options(sequence.Shape, endpoint)}{acceptsNull}{rules}{direct})";
    }

    // The metadata of a type cannot say that its items may be null.
    private static string Options(JsonShape shape, Endpoint endpoint) =>
        endpoint.JsonContext is { } own ? $"JeroGen::JsonTypeInfos.OfContext({own.Code()}.Default.Options)"
        : JsonTypeInfoPrinter.BodyInfo(shape, handling: null, "JeroGen::") is { } create ? $"JeroGen::JeroJson.Options, static options => {create}"
        : "JeroGen::JeroJson.Options";

    private static string Custom(CustomSource custom, Binding binding)
    {
        var parameter = custom.TakesParameter ? $", JeroGen::CustomBinding.Parameter(http, {Number(binding.Position)})" : "";
        var call = custom.Binder is { } binder
            ? $"await {binder.Code()}.BindAsync(http{parameter})"
            : $"await JeroGen::CustomBinding.BindAsync<{custom.Type.Code()}>(http{parameter})";
        return custom.IsChecked ? $"request.Required({GeneratedCode.Literal(custom.Name)}, {call})"
            : custom.Default is { } fallback ? $"{call} ?? {fallback.Code()}"
            : call;
    }

    private static string Files(FilesSource files, Binding binding)
    {
        var found = $"request.FilesOf({GeneratedCode.Literal(binding.WireName)})";
        return files.Collection is { } collection ? $"new {collection.Code()}({found})"
            : files.IsArray ? $"global::System.Linq.Enumerable.ToArray({found})"
            : found;
    }

    private static string Text(TextSource text, Binding binding)
    {
        var method = text.Form is null && binding.Source == BindingSource.Header ? "HeaderTexts"
            : text.IsSeveral ? $"{binding.Source}Values"
            : text.IsInferred ? "RouteOrQuery"
            : text.IsMember ? "FormField"
            : $"{binding.Source}";
        var reader = $"request.{method}({GeneratedCode.Literal(binding.WireName)})";
        return text.Form is not { } form ? $"{reader}.{(text.IsNullable ? "TextsOrNull" : "Texts")}"
            : !text.IsSeveral ? $"{reader}.{One(text, form)}"
            : text.Collection is { } collection ? $"new {collection.Code()}({reader}.{Several(text, form)})"
            : $"{reader}.{Several(text, form)}";
    }

    private static string One(TextSource text, TextForm form)
    {
        var type = text.Type.Code();
        var fallback = text.Default?.Code() ?? "null";
        var given = fallback == "null" ? "" : fallback;
        return (form.Kind, text.IsOptional, text.IsNullable) switch
        {
            (TextKind.Parsable, false, _) => $"Required<{type}>()",
            (TextKind.Parsable, true, false) => $"OrDefault<{type}>({fallback})",
            (TextKind.Parsable, true, true) => $"OrNull<{type}>({given})",
            (TextKind.Enum, false, _) => $"RequiredEnum<{type}>()",
            (TextKind.Enum, true, false) => $"EnumOrDefault<{type}>({fallback})",
            (TextKind.Enum, true, true) => $"EnumOrNull<{type}>({given})",
            (_, false, _) => $"RequiredBy<{type}>({Parser(text, form)})",
            (_, true, false) => $"OrDefaultBy<{type}>({Parser(text, form)}, {fallback})",
            (_, true, true) => $"OrNullBy<{type}>({Parser(text, form)}{(given.Length == 0 ? "" : ", " + given)})",
        };
    }

    private static string Several(TextSource text, TextForm form)
    {
        var (prefix, suffix) = form.Kind switch
        {
            TextKind.Enum => ("Enum", ""),
            TextKind.Own or TextKind.Uri => ("", "By"),
            _ => ("", ""),
        };
        return $"{prefix}Array{(text.IsNullable ? "OfNullable" : "")}{suffix}<{text.Type.Code()}>({Parser(text, form)})";
    }

    private static string Parser(TextSource text, TextForm form)
    {
        if (form.Parser is not { } parser)
        {
            return form.Kind == TextKind.Uri ? "JeroGen::CustomBinding.TryParseUri" : "";
        }

        var provider = form.TakesProvider ? ", global::System.Globalization.CultureInfo.InvariantCulture" : "";
        var value = $"[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {text.Type.Code()} value";
        return $"static (string text, {value}) => {parser.Code()}.TryParse(text{provider}, out value)";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
