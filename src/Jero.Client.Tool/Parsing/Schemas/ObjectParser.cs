using Jero.Client.Tool.Model;
using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>Reads objects: all of their parts as one type, since JSON knows no inheritance.</summary>
internal sealed class ObjectParser(SchemaParser schemas)
{
    // What every record has already.
    public static readonly string[] Reserved =
        ["Equals", "GetHashCode", "GetType", "ToString", "Clone", "EqualityContract", "PrintMembers", "Finalize", "MemberwiseClone", "ReferenceEquals", "Deconstruct"];

    /// <param name="name">The name of the type.</param>
    /// <param name="wholes">Schemas whose members it has, the last going before.</param>
    /// <param name="union">The union that it is a variant of; null if it is none.</param>
    /// <param name="discriminator">The member that is left to the union.</param>
    public ObjectType Parse(string name, IReadOnlyList<(OpenApiSchema Schema, Pointer Pointer)> wholes, string? union, string? discriminator)
    {
        var parts = wholes.SelectMany(whole => Parts(whole.Schema, whole.Pointer, [])).ToList();
        var required = parts.SelectMany(static part => part.Schema.Required ?? Enumerable.Empty<string>()).ToHashSet();
        var members = new Dictionary<string, (IOpenApiSchema Schema, Pointer Pointer)>();
        foreach (var (schema, pointer) in parts)
        {
            foreach (var (member, type) in schema.Properties ?? Enumerable.Empty<KeyValuePair<string, IOpenApiSchema>>())
            {
                members[member] = (type, pointer["properties"][member]);
            }
        }

        // System.Text.Json tells the members that it sets while it constructs an object apart without their case.
        var taken = new HashSet<string>(Reserved, StringComparer.OrdinalIgnoreCase) { name };
        var properties = members.Where(member => member.Key != discriminator)
            .Select(member => ParseProperty(member.Key, member.Value.Schema, member.Value.Pointer, name, required.Contains(member.Key), taken))
            .ToList();
        var rest = parts.LastOrDefault(static part => part.Schema.AdditionalProperties is not null);
        return new ObjectType(name)
        {
            Properties = properties,
            Union = union,
            Rest = rest.Schema is null ? null : schemas.ParseItem(rest.Schema.AdditionalProperties, rest.Pointer["additionalProperties"], $"{name}Value"),
            RestIdentifier = rest.Schema is null ? "" : Names.Unique("AdditionalProperties", taken),
        };
    }

    private Property ParseProperty(string name, IOpenApiSchema schema, Pointer pointer, string type, bool isRequired, HashSet<string> taken)
    {
        var identifier = Names.Pascal(name);
        identifier = taken.Contains(identifier) && (identifier == type || Reserved.Contains(identifier)) ? $"{identifier}Value" : identifier;
        return new Property
        {
            Name = name,
            Identifier = Names.Unique(identifier, taken),
            Shape = schemas.Parse(schema, pointer, type + Names.Pascal(name)),
            // What one side alone writes is not there on the way to it.
            IsRequired = isRequired && !schema.ReadOnly && !schema.WriteOnly,
            IsDeprecated = schema.Deprecated,
            Description = schema.Description,
        };
    }

    // What it has by allOf first: its own members go before.
    private IEnumerable<(OpenApiSchema Schema, Pointer Pointer)> Parts(OpenApiSchema schema, Pointer pointer, HashSet<string> seen)
    {
        if (!seen.Add(pointer.Text))
        {
            yield break;
        }

        for (var i = 0; i < (schema.AllOf?.Count ?? 0); i++)
        {
            var (target, place, _) = schemas.Resolve(schema.AllOf![i], pointer["allOf"][i]);
            if (target is null)
            {
                continue;
            }

            if (target.Choices().Schemas.Any(static choice => !choice.IsNull() && (choice.Properties is { Count: > 0 } || choice.Type is not null)))
            {
                schemas.Findings.Warn(place, "A choice within 'allOf' is left out: a type has either these members or those, and no language says both.");
            }

            foreach (var part in Parts(target, place, seen))
            {
                yield return part;
            }
        }

        yield return (schema, pointer);
    }
}
