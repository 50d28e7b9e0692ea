using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.TypeScript;

/// <summary>Shapes as types of TypeScript.</summary>
internal static partial class TypeScriptTypes
{
    public static string Of(Shape shape) => shape switch
    {
        NullableShape nullable => $"{Of(nullable.Inner)} | null",
        ListShape list => Of(list.Item) is var item && item.Contains(' ', StringComparison.Ordinal) ? $"Array<{Of(list.Item)}>" : $"{item}[]",
        MapShape map => $"Record<string, {Of(map.Item)}>",
        NamedShape named => Names.Pascal(named.Name),
        ConstantShape constant => Literal(constant.Text),
        ChoiceShape choice => string.Join(" | ", choice.Choices.Select(Of).Distinct()),
        ScalarShape { Kind: Scalar.Boolean } => "boolean",
        ScalarShape { Kind: < Scalar.Text } => "number",
        ScalarShape { Kind: Scalar.File } => "string",
        ScalarShape => "string",
        _ => "unknown",
    };

    /// <summary>A string literal.</summary>
    public static string Literal(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>A name of a member, in quotes where it must be.</summary>
    public static string Member(string name) => Plain().IsMatch(name) ? name : Literal(name);

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Plain();
}
