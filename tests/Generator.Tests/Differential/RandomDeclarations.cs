using System.Globalization;
using System.Text;

namespace Generator.Tests.Differential;

/// <summary>
/// Composes classes, records, structs, enums and interfaces from the rows of the type table, nested types among them, members of every
/// accessibility and the attributes that System.Text.Json takes together; an endpoint for each. The same seed gives the same source.
/// </summary>
internal sealed class RandomDeclarations(int seed)
{
    private static readonly string[] Scalars =
    [
        "bool", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "Int128", "UInt128", "float", "double", "Half", "decimal", "char",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid",
    ];

    private static readonly string[] Numbers = [.. Scalars[1..15]];

    private static readonly string[] TypeAttributes =
    [
        "JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)",
        "JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)",
        "JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)",
    ];

    private const string Helpers =
        """
        public sealed class Bracketed : JsonConverter<string>
        {
            public override bool HandleNull => true;
            public override string? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString() is ['[', .. var text, ']'] ? text : null;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, string? value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue("[" + value + "]");
        }
        """;

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
    private readonly Dictionary<string, (string Type, string Name)[]> _interfaces = [];
    private readonly StringBuilder _source = new();

    /// <summary>The path of a type's endpoint, and the static field of it that holds the values.</summary>
    public static string PathOf(int type) => $"/t{type}";

    public string Compose(int count)
    {
        _source.AppendLine("using System.Text.Json.Serialization;").AppendLine("namespace Shop;").AppendLine(Helpers);
        for (var i = 0; i < count; i++)
        {
            var name = $"T{i.ToString(CultureInfo.InvariantCulture)}";
            switch (_random.Next(7))
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
                case 4:
                    AppendInterface(name);
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

    // An item of an interface is one of its variants; of those that it inherits it has all members.
    private void AppendInterface(string name)
    {
        var parents = _interfaces.Keys.Where(_ => _random.Next(2) == 0).Take(2).ToArray();
        var own = Names().Select(member => (TypeText(2), member.TrimStart('@') + name)).ToArray();
        var all = parents.SelectMany(parent => _interfaces[parent]).Concat(own).Distinct().ToArray();
        _source.AppendLine(CultureInfo.InvariantCulture, $"[JsonDerivedType(typeof({name}Made), \"{Pick(JsonNames)}\")]\npublic interface {name}{(parents.Length > 0 ? " : " + string.Join(", ", parents) : "")}\n{{");
        foreach (var (type, member) in own)
        {
            _source.AppendLine(CultureInfo.InvariantCulture, $"    {(_random.Next(5) == 0 ? "[JsonPropertyOrder(-1)] " : "")}{type} {member} {{ get; }}");
        }

        _source.AppendLine(CultureInfo.InvariantCulture, $"}}\n#pragma warning disable CS8618\npublic sealed class {name}Made : {name}\n{{");
        foreach (var (type, member) in all)
        {
            _source.AppendLine(CultureInfo.InvariantCulture, $"    public {type} {member} {{ get; set; }}");
        }

        _source.AppendLine("}\n#pragma warning restore CS8618");
        _interfaces[name] = all;
    }

    private void AppendMembers(string name, string kind, bool canInherit)
    {
        var isRecord = kind.EndsWith("record", StringComparison.Ordinal);
        var parents = _classes.Where(entry => entry.StartsWith(isRecord ? "r:" : "c:", StringComparison.Ordinal)).ToArray();
        var parent = canInherit && parents.Length > 0 && _random.Next(2) == 0 ? " : " + Pick(parents)[2..] : "";
        var attribute = _random.Next(3) == 0 ? Pick(TypeAttributes) : "";
        var hasMore = canInherit && parent.Length == 0 && !attribute.Contains("Disallow", StringComparison.Ordinal) && _random.Next(5) == 0;
        _source.AppendLine(CultureInfo.InvariantCulture, $"#pragma warning disable CS0108, CS8618\n{(attribute.Length > 0 ? $"[{attribute}]\n" : "")}{kind} {name}{parent}\n{{");
        foreach (var member in Names())
        {
            _source.Append("    ").AppendLine(Member(member, canInherit, parent.Length > 0));
        }

        if (hasMore)
        {
            _source.AppendLine("    [JsonExtensionData] public Dictionary<string, object>? More { get; set; }");
        }

        if (canInherit && _random.Next(3) == 0)
        {
            _source.AppendLine(CultureInfo.InvariantCulture, $"    [JsonConstructor] {Pick(["internal", "protected internal", "private protected"])} {name}() {{ }}");
        }

        if (_random.Next(3) == 0)
        {
            _source.AppendLine(CultureInfo.InvariantCulture, $"    public sealed record Inner{name}({TypeText(1)} A, {TypeText(1)} B = default!);\n    public struct Slot{name}<TValue> {{ public TValue? Value {{ get; set; }} [JsonInclude] internal List<TValue?>? Values {{ get; init; }} }}");
            _types.AddRange([$"{name}.Inner{name}", $"{name}.Slot{name}<string>", $"{name}.Slot{name}<int>", $"{name}.Slot{name}<{name}.Inner{name}?>"]);
        }

        _source.AppendLine("}\n#pragma warning restore CS0108, CS8618");
        if (canInherit && !hasMore)
        {
            _classes.Add((isRecord ? "r:" : "c:") + name);
        }
    }

    private string Member(string name, bool canInherit, bool hasParent)
    {
        var type = TypeText(2);
        var setter = Pick(["set", "set", "init", "private set"]);
        var (attribute, access) = _random.Next(12) switch
        {
            0 => ($"[JsonPropertyName(\"{name.TrimStart('@')}{Pick(JsonNames)}\")] ", "public"),
            1 => ($"[JsonPropertyOrder({_random.Next(-2, 3).ToString(CultureInfo.InvariantCulture)})] ", "public"),
            2 => ("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ", "public"),
            3 => ("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ", "public"),
            4 when !hasParent => ("[JsonIgnore] ", "public"),
            5 or 6 => ("[JsonInclude] ", Pick(canInherit ? ["internal", "private", "protected", "private protected"] : ["internal", "private"])),
            7 when setter != "private set" => ("[JsonRequired] ", "public"),
            8 when Numbers.Contains(type.TrimEnd('?')) => ("[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] ", "public"),
            9 when type.TrimEnd('?') == "string" => ("[JsonConverter(typeof(Bracketed))] ", "public"),
            10 => ("[JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] ", "public"),
            _ => ("", "public"),
        };
        return $"{attribute}{access} {type.TrimEnd('?')}? {name} {{ get; {(access == "public" ? setter : setter == "private set" ? "set" : setter)}; }}";
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
