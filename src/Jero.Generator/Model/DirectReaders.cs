namespace Jero.Generator.Model;

/// <summary>
/// Which shapes generated code reads itself, as long as their JSON is usual: objects of plain members. All that asks System.Text.Json for more
/// than a value in its usual form is left to it.
/// </summary>
internal sealed class DirectReaders(IEnumerable<JsonDefinition> definitions, JsonOptions options)
{
    // A bit each in one number.
    private const int MostMembers = 64;

    private readonly Dictionary<string, JsonDefinition> _definitions = definitions.ToDictionary(static definition => definition.Name, StringComparer.Ordinal);

    /// <summary>Whether the items of a sequence are read so: each an object, which may be null where the items may.</summary>
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

    // A type that holds itself would need a limit of its own beside that of the JSON's depth.
    private bool Reads(JsonObject entity) =>
        entity is { IsRecursive: false, IsTold: false, Polymorphism: null, Constructor.Accessor: null, NumberHandling: null, Populates: not true }
        && !options.Populates
        && entity.Properties.Count <= MostMembers
        && entity.Properties.All(Reads);

    private bool Reads(JsonProperty property) => !property.IsExtensionData && (!property.IsRead
        || (property is { IsPopulated: false, Populates: not true, Format: null }
            // Names that begin so are System.Text.Json's own.
            && !property.JsonName.StartsWith("$", StringComparison.Ordinal)
            && Reads(property.Shape)));

    private static bool HasReader(BuiltInType type) => type is BuiltInType.String or BuiltInType.Boolean
        or BuiltInType.SByte or BuiltInType.Byte or BuiltInType.Int16 or BuiltInType.UInt16
        or BuiltInType.Int32 or BuiltInType.UInt32 or BuiltInType.Int64 or BuiltInType.UInt64
        or BuiltInType.Single or BuiltInType.Double or BuiltInType.Decimal
        or BuiltInType.Guid or BuiltInType.DateTime or BuiltInType.DateTimeOffset
        or BuiltInType.DateOnly or BuiltInType.TimeOnly or BuiltInType.TimeSpan;
}
