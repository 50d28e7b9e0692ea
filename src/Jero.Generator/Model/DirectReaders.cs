namespace Jero.Generator.Model;

/// <summary>
/// Decides which shapes generated code reads directly as long as their JSON is usual: objects with plain members. Everything that needs
/// more than a value in its usual form is left to System.Text.Json.
/// </summary>
internal sealed class DirectReaders(IEnumerable<JsonDefinition> definitions, JsonOptions options)
{
    // One bit for each member in one number.
    private const int MostMembers = 64;

    private readonly Dictionary<string, JsonDefinition> _definitions = definitions.ToDictionary(static definition => definition.Name, StringComparer.Ordinal);

    /// <summary>Returns whether the items of a sequence are read directly: each is an object, or null if the items may be null.</summary>
    public bool ReadsItem(JsonShape shape) => shape switch
    {
        JsonNullable { IsValueType: false } nullable => ReadsItem(nullable.Value),
        JsonReference reference => _definitions[reference.Definition] is JsonObject entity && Reads(entity),
        _ => false,
    };

    /// <summary>Whether a body is read so: an object, or an array or list of what can be read.</summary>
    public bool ReadsBody(JsonShape shape) => shape switch
    {
        JsonNullable { IsValueType: false } nullable => ReadsBody(nullable.Value),
        JsonCollection collection => (collection.Kind == CollectionKind.Array || collection.IsList) && Reads(collection),
        _ => ReadsItem(shape),
    };

    private bool Reads(JsonShape shape) => shape switch
    {
        JsonBuiltIn builtIn => HasReader(builtIn.Type),
        JsonNullable nullable => Reads(nullable.Value),
        JsonReference reference => _definitions[reference.Definition] switch
        {
            JsonObject entity => Reads(entity),
            JsonEnum => true,
            _ => false,
        },
        JsonCollection { IsReadable: true, IsForeign: false, NumberHandling: null } collection => collection.IsArrayOrList && Reads(collection.Item),
        _ => false,
    };

    // A type that contains itself would need its own limit, besides that of the JSON's depth.
    private bool Reads(JsonObject entity) =>
        entity is { IsRecursive: false, IsTold: false, Polymorphism: null, Constructor.Accessor: null, NumberHandling: null, Populates: not true }
        && !options.Populates
        && entity.Properties.Count <= MostMembers
        && entity.Properties.All(Reads);

    private bool Reads(JsonProperty property) => !property.IsExtensionData && (!property.IsRead
        || (property is { IsPopulated: false, Populates: not true, Format: null }
            // Names that begin with a dollar sign belong to System.Text.Json.
            && !property.JsonName.StartsWith("$", StringComparison.Ordinal)
            && Reads(property.Shape)));

    private static bool HasReader(BuiltInType type) => type is BuiltInType.String or BuiltInType.Boolean
        or BuiltInType.SByte or BuiltInType.Byte or BuiltInType.Int16 or BuiltInType.UInt16
        or BuiltInType.Int32 or BuiltInType.UInt32 or BuiltInType.Int64 or BuiltInType.UInt64
        or BuiltInType.Single or BuiltInType.Double or BuiltInType.Decimal
        or BuiltInType.Guid or BuiltInType.DateTime or BuiltInType.DateTimeOffset
        or BuiltInType.DateOnly or BuiltInType.TimeOnly or BuiltInType.TimeSpan;
}
