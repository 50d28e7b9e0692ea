using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the rules of every type that a handler's arguments are checked by.</summary>
internal static class ValidationEmitter
{
    /// <summary>The file of those rules.</summary>
    public static IEnumerable<GeneratedFile> Print(EquatableArray<ValidatedType> types) =>
        types.Count > 0 ? [new GeneratedFile("JeroValidation.g.cs", PrintTypes(types))] : [];

    /// <summary>The expression of one member's or parameter's rules.</summary>
    public static string Rules(ValidatedMember member) =>
        $"typeof({member.TypeName}), {GeneratedCode.Literal(member.Name)}, {GeneratedCode.Literal(member.DisplayName)}, [{string.Join(", ", member.Attributes)}]";

    private static string PrintTypes(EquatableArray<ValidatedType> types)
    {
        var source = new SourceWriter();
        source.Write(
            $"""
            {GeneratedCode.Header("the rules that arguments are checked by", types.SelectMany(static type => type.Suppressed).Distinct().OrderBy(static id => id, StringComparer.Ordinal))}

            namespace Jero.Generated;

            using JeroGen = global::Jero.Generated;

            /// <summary>Finds the rules of a type.</summary>
            {GeneratedCode.Attribute}
            [global::Microsoft.CodeAnalysis.Embedded]
            """);
        source.Open("internal static class JeroValidation");
        source.Write("/// <summary>The rules of a type; null where it has none.</summary>");
        source.Open("internal static ValidatedType? Find(global::System.Type type)");
        foreach (var type in types)
        {
            source.Open($"if (type == typeof({type.TypeName}))");
            source.Write($"return new(typeof({type.TypeName}), [{string.Join(", ", type.Attributes)}],").Write("[").Indent();
            foreach (var member in type.Members)
            {
                source.Write($"new(typeof({type.TypeName}), {Rules(member)}),");
            }

            source.Outdent().Write("]);").Close().Blank();
        }

        return source.Write("return null;").Close().Close().ToString();
    }
}
