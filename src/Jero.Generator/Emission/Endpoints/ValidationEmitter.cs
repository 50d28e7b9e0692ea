using System.Globalization;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints the validation rules of every type that a handler's arguments are checked against.</summary>
internal static class ValidationEmitter
{
    /// <summary>The file of those rules.</summary>
    public static IEnumerable<GeneratedFile> Print(EquatableArray<ValidatedType> types) =>
        types.Count > 0 ? [new GeneratedFile("JeroValidation.g.cs", PrintTypes(types))] : [];

    /// <summary>The expression of one member's or parameter's rules.</summary>
    public static string Rules(ValidatedMember member) =>
        $"typeof({member.TypeName.Code()}), {GeneratedCode.Literal(member.Name)}, {GeneratedCode.Literal(member.DisplayName)}, [{GeneratedCode.Join(member.Rules.Select(Rule))}]";

    private static string PrintTypes(EquatableArray<ValidatedType> types)
    {
        var source = new SourceWriter();
        source.Write(
            $"""
            {GeneratedCode.Header("the rules that arguments are checked by", types.SelectMany(static type => type.Suppressed).Distinct().OrderBy(static id => id, StringComparer.Ordinal).ToEquatableArray())}

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
            source.Open($"if (type == typeof({type.TypeName.Code()}))");
            source.Write($"return new(typeof({type.TypeName.Code()}), [{GeneratedCode.Join(type.Rules.Select(Rule))}],").Write("[").Indent();
            foreach (var member in type.Members)
            {
                source.Write($"new(typeof({type.TypeName.Code()}), {Rules(member)}),");
            }

            source.Outdent().Write("]);").Close().Blank();
        }

        return source.Write("return null;").Close().Close().ToString();
    }

    private static string Rule(ValidationRule rule) => rule switch
    {
        CreatedRule { Length: { } length } created => created.Attribute.Code($"JeroGen::{length}Rule"),
        CreatedRule created => created.Attribute.Code(),
        DeclaredRules declared => $".. JeroGen::ValidatedMember.RulesOf({Declaration(declared.Declaration)})",
        _ => throw new InvalidOperationException($"No rule of {rule}."),
    };

    private static string Declaration(RuleDeclaration declaration)
    {
        var type = $"typeof({declaration.Type.Code()})";
        var types = GeneratedCode.Join(declaration.ParameterTypes.Select(static part => $"typeof({part.Code()})"));
        var parameter = $"GetParameters()[{declaration.Position.ToString(CultureInfo.InvariantCulture)}]";
        return declaration.Kind switch
        {
            RuleDeclarationKind.Property => $"{type}.GetProperty({GeneratedCode.Literal(declaration.Member)})!",
            RuleDeclarationKind.ConstructorParameter => $"{type}.GetConstructor([{types}])!.{parameter}",
            RuleDeclarationKind.MethodParameter => $"{type}.GetMethod({GeneratedCode.Literal(declaration.Member)}, [{types}])!.{parameter}",
            _ => type,
        };
    }
}
