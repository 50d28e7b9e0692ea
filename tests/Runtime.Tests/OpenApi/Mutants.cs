using System.Text.Json;
using System.Text.Json.Nodes;

namespace Runtime.Tests.OpenApi;

/// <summary>Values that are no longer what a stream sends.</summary>
internal static class Mutants
{
    /// <summary>Streams whose schema leaves a kind of change open, and why.</summary>
    public static readonly string[] AreAllowed =
    [
        // A converter writes what it likes.
        "/corpus/converters/item: another type",
        "/corpus/converters/null: another type",
        "/corpus/converters/base: a member of another type",
        // Every member may be left out.
        "/corpus/ignoring/all: a member removed",
        "/corpus/ignoring/default: a member removed",
        "/corpus/items/dictionary: a member removed",
        // A number, or a name such as "NaN".
        "/corpus/numbers/literals: a member of another type",
    ];

    /// <summary>Streams with numbers of an enum that have no name, which lie outside of its schema.</summary>
    public static readonly string[] AreOutside =
    [
        "/corpus/enums/named-here", "/corpus/enums/names", "/corpus/enums/nullable", "/corpus/enums/numbers", "/corpus/ignoring/default",
        "/corpus/items/enum",
    ];

    /// <summary>Extension data in a <c>JsonObject</c> is no JSON as System.Text.Json itself writes it: <c>{{}}</c>.</summary>
    public const string PathOfNoJson = "/corpus/extras/node";

    public sealed record Mutant(string Kind, JsonNode? Value);

    /// <summary>The value as something else, without each of its members, and with each member as something else.</summary>
    public static IEnumerable<Mutant> Of(JsonNode? value)
    {
        foreach (var other in Others(value))
        {
            yield return new Mutant("another type", other);
        }

        if (value is not JsonObject members)
        {
            yield break;
        }

        foreach (var name in members.Select(member => member.Key))
        {
            var without = members.DeepClone().AsObject();
            without.Remove(name);
            yield return new Mutant("a member removed", without);
            foreach (var other in Others(members[name]))
            {
                var changed = members.DeepClone().AsObject();
                changed[name] = other;
                yield return new Mutant("a member of another type", changed);
            }
        }
    }

    private static IEnumerable<JsonNode?> Others(JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        JsonNode[] others = [JsonValue.Create("a mutant"), JsonValue.Create(0.5), JsonValue.Create(true), new JsonArray("a mutant"), new JsonObject { ["mutant"] = "yes" }];
        return others.Where(other => other.GetValueKind() != kind && !(kind is JsonValueKind.True or JsonValueKind.False && other.GetValueKind() == JsonValueKind.True));
    }
}
