using System.Globalization;
using System.Text;

namespace Generator.Tests.Differential;

/// <summary>
/// Composes classes, records, structs and enums from the rows of the type table, an endpoint for each. The same seed gives the same
/// source.
/// </summary>
internal sealed class RandomDeclarations(int seed)
{
    private static readonly string[] Scalars =
    [
        "bool", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "Int128", "UInt128", "float", "double", "Half", "decimal", "char",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid",
    ];

    private static readonly string[] References = ["string", "string", "string", "Uri", "Version", "byte[]"];

    private static readonly string[] Keys =
        ["string", "string", "int", "long", "byte", "Guid", "DateOnly", "DateTime", "TimeSpan", "decimal", "double", "bool", "char"];

    private static readonly string[] Collections =
    [
        "{0}[]", "List<{0}>", "IList<{0}>", "IReadOnlyList<{0}>", "IEnumerable<{0}>", "ICollection<{0}>", "IReadOnlyCollection<{0}>", "HashSet<{0}>", "Queue<{0}>",
        "System.Collections.Immutable.ImmutableList<{0}>", "System.Collections.Immutable.ImmutableArray<{0}>",
    ];

    private static readonly string[] Dictionaries =
    [
        "Dictionary<{0}, {1}>", "IDictionary<{0}, {1}>", "IReadOnlyDictionary<{0}, {1}>", "SortedDictionary<{0}, {1}>",
        "System.Collections.Immutable.ImmutableDictionary<{0}, {1}>",
    ];

    private static readonly string[] MemberNames =
        ["Id", "Name", "URL", "IOStream", "value", "buffer", "item", "Größe", "X1", "_under", "@class", "Write", "Json", "options", "target", "日本", "HTTP2Push"];

    private static readonly string[] JsonNames = ["a b", "ä\\\"q", "$x", "<tag>", "back\\\\slash", "line\\nbreak", "日本", "😀"];

    private readonly Random _random = new(seed);
    private readonly List<string> _types = [];
    private readonly List<string> _classes = [];
    private readonly StringBuilder _source = new();

    /// <summary>The path of a type's endpoint, and the static field of it that holds the values.</summary>
    public static string PathOf(int type) => $"/t{type}";

    public string Compose(int count)
    {
        _source.AppendLine("using System.Text.Json.Serialization;").AppendLine("namespace Shop;");
        for (var i = 0; i < count; i++)
        {
            var name = $"T{i.ToString(CultureInfo.InvariantCulture)}";
            switch (_random.Next(6))
            {
                case 0:
                    AppendEnum(name);
                    break;
                case 1:
                    AppendPositional(name, "public sealed record");
                    break;
                case 2:
                    AppendPositional(name, _random.Next(2) == 0 ? "public readonly record struct" : "public record struct");
                    break;
                case 3:
                    AppendMembers(name, "public struct", canInherit: false);
                    break;
                default:
                    AppendMembers(name, _random.Next(3) == 0 ? "public record" : "public class", canInherit: true);
                    break;
            }

            _types.Add(name);
            _source.AppendLine(CultureInfo.InvariantCulture, $$"""
                [Endpoint("{{PathOf(i)}}")]
                public sealed partial class {{name}}Endpoint
                {
                    public static object? Values;
                    public NDJSONStreamingResponse<{{name}}> Get() => new(System.Linq.AsyncEnumerable.ToAsyncEnumerable((IEnumerable<{{name}}>)Values!));
                }
                """);
        }

        return _source.ToString();
    }

    private void AppendEnum(string name)
    {
        var underlying = Pick(["int", "byte", "long", "ushort", "sbyte"]);
        var converter = _random.Next(2) == 0 ? $"[JsonConverter(typeof(JsonStringEnumConverter<{name}>))]\n" : "";
        var given = converter.Length > 0 ? $"[JsonStringEnumMemberName(\"{Pick(JsonNames)}\")] " : "";
        _source.AppendLine(CultureInfo.InvariantCulture, $"{converter}public enum {name} : {underlying} {{ First, {given}Second = 5, ThirdValue = 100 }}");
    }

    private void AppendPositional(string name, string kind)
    {
        var parameters = Names().Select(member =>
            $"[property: JsonPropertyOrder({_random.Next(-2, 3).ToString(CultureInfo.InvariantCulture)})] {TypeText(2)} {member}");
        _source.AppendLine(CultureInfo.InvariantCulture, $"{kind} {name}({string.Join(", ", parameters)});");
    }

    private void AppendMembers(string name, string kind, bool canInherit)
    {
        var isRecord = kind.EndsWith("record", StringComparison.Ordinal);
        var parents = _classes.Where(entry => entry.StartsWith(isRecord ? "r:" : "c:", StringComparison.Ordinal)).ToArray();
        var parent = canInherit && parents.Length > 0 && _random.Next(2) == 0 ? " : " + Pick(parents)[2..] : "";
        _source.AppendLine(CultureInfo.InvariantCulture, $"#pragma warning disable CS0108, CS8618\n{kind} {name}{parent}\n{{");
        foreach (var member in Names())
        {
            var nullable = TypeText(2);
            nullable = nullable.EndsWith('?') ? nullable : nullable + "?";
            var attribute = _random.Next(7) switch
            {
                0 => $"[JsonPropertyName(\"{member.TrimStart('@')}{Pick(JsonNames)}\")] ",
                1 => $"[JsonPropertyOrder({_random.Next(-2, 3).ToString(CultureInfo.InvariantCulture)})] ",
                2 => "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ",
                3 => "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ",
                4 when parent.Length == 0 => "[JsonIgnore] ",
                _ => "",
            };
            var setter = Pick(["set", "set", "init", "private set"]);
            _source.AppendLine(CultureInfo.InvariantCulture, $"    {attribute}public {nullable} {member} {{ get; {setter}; }}");
        }

        _source.AppendLine("}\n#pragma warning restore CS0108, CS8618");
        if (canInherit)
        {
            _classes.Add((isRecord ? "r:" : "c:") + name);
        }
    }

    // Names that differ by more than case, as reading demands.
    private string[] Names()
    {
        var names = (string[])MemberNames.Clone();
        _random.Shuffle(names);
        return names[.._random.Next(1, 7)];
    }

    private string TypeText(int depth)
    {
        var type = _random.Next(depth == 0 ? 4 : 7) switch
        {
            0 or 1 => Pick(Scalars),
            2 => Pick(References),
            3 => _types.Count > 0 ? Pick(_types) : "int",
            4 or 5 => string.Format(CultureInfo.InvariantCulture, Pick(Collections), TypeText(depth - 1)),
            _ => string.Format(CultureInfo.InvariantCulture, Pick(Dictionaries), Pick(Keys), TypeText(depth - 1)),
        };
        return _random.Next(3) == 0 ? type + "?" : type;
    }

    private string Pick(IReadOnlyList<string> choices) => choices[_random.Next(choices.Count)];
}
