using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints shapes as types of C#.</summary>
internal sealed class CSharpTypes
{
    private readonly Api _api;
    private readonly string _namespace;
    private readonly Dictionary<string, TypeDefinition> _types;

    public CSharpTypes(Api api, CSharpOptions options)
    {
        _api = api;
        _namespace = options.Namespace;
        _types = api.Types.ToDictionary(static type => type.Name);
        var nested = api.Types.OfType<EventUnion>().SelectMany(static union => union.Events).Select(static one => one.Identifier);
        Nested = [.. nested];
        var readers = api.Types.Where(static type => type.IsReadDirectly).Select(static type => $"{type.Name}Reader");
        Names = new FrameworkNames([.. _types.Keys, .. Nested, .. readers, .. options.Namespace.Split('.'), options.Class]);
        Readers = $"{options.Class}Readers";
    }

    /// <summary>The class of the readers.</summary>
    public string Readers { get; }

    public FrameworkNames Names { get; }

    /// <summary>Names that mean something else within a union of events.</summary>
    private HashSet<string> Nested { get; }

    public TypeDefinition? Find(Shape shape) => shape.Value is NamedShape named ? _types.GetValueOrDefault(named.Name) : null;

    /// <summary>The type of a value.</summary>
    public string Of(Shape shape) => shape switch
    {
        NullableShape nullable => $"{Of(nullable.Inner)}?",
        ListShape list => $"{Names["System.Collections.Generic.IReadOnlyList"]}<{Of(list.Item)}>",
        MapShape map => $"{Names["System.Collections.Generic.IReadOnlyDictionary"]}<string, {Of(map.Item)}>",
        NamedShape named => OfName(named.Name),
        ScalarShape scalar => OfScalar(scalar.Kind),
        ConstantShape => "string",
        _ => Names["System.Text.Json.JsonElement"],
    };

    /// <summary>Returns the type arguments for reading a value, with its reader if it has one; otherwise an empty string.</summary>
    public string ReadingOf(Shape shape) => shape is NamedShape && Find(shape) is ObjectType { IsReadDirectly: true } entity
        ? $"<{Of(shape)}, {Readers}.{entity.Name}Reader>"
        : "";

    /// <summary>Returns the type of an argument. A method accepts any sequence for a list.</summary>
    public string OfArgument(Shape shape, bool isRequired)
    {
        var type = shape.Value is ListShape list ? $"{Names["System.Collections.Generic.IEnumerable"]}<{Of(list.Item)}>" : Of(shape.Value);
        return shape.IsNullable || !isRequired ? $"{type}?" : type;
    }

    public string OfName(string name) => _api.Existing.TryGetValue(name, out var existing)
        ? $"global::{existing}"
        : Nested.Contains(name) ? $"global::{_namespace}.{name}" : name;

    /// <summary>Whether null makes another type of it.</summary>
    public bool IsValueType(Shape shape) => shape.Value switch
    {
        ScalarShape { Kind: Scalar.Text or Scalar.Uri or Scalar.Base64 or Scalar.File } => false,
        ScalarShape or AnyShape or ChoiceShape => true,
        NamedShape => Find(shape) is EnumType,
        _ => false,
    };

    /// <summary>The name of its metadata in the context.</summary>
    public string MetadataOf(Shape shape) => shape switch
    {
        NullableShape nullable when IsValueType(nullable.Inner) => $"Nullable{MetadataOf(nullable.Inner)}",
        NullableShape nullable => MetadataOf(nullable.Inner),
        ListShape list => $"ListOf{MetadataOf(list.Item)}",
        MapShape map => $"MapOf{MetadataOf(map.Item)}",
        NamedShape named => Model.Names.Pascal(named.Name),
        ScalarShape scalar => MetadataOf(scalar.Kind),
        ConstantShape => "String",
        _ => "JsonElement",
    };

    // The names of System.Text.Json: for types that it knows, it accepts no others.
    private static string MetadataOf(Scalar kind) => kind switch
    {
        Scalar.Int8 => "SByte",
        Scalar.UInt8 => "Byte",
        Scalar.Date => "DateOnly",
        Scalar.DateTime => "DateTimeOffset",
        Scalar.Time => "TimeOnly",
        Scalar.Uuid => "Guid",
        Scalar.IsoDuration or Scalar.ClockDuration => "TimeSpan",
        Scalar.Base64 => "ByteArray",
        Scalar.Text or Scalar.File => "String",
        _ => kind.ToString(),
    };

    private string OfScalar(Scalar kind) => kind switch
    {
        Scalar.Boolean => "bool",
        Scalar.Int8 => "sbyte",
        Scalar.UInt8 => "byte",
        Scalar.Int16 => "short",
        Scalar.UInt16 => "ushort",
        Scalar.Int32 => "int",
        Scalar.UInt32 => "uint",
        Scalar.Int64 => "long",
        Scalar.UInt64 => "ulong",
        Scalar.Single => "float",
        Scalar.Double => "double",
        Scalar.Decimal => "decimal",
        Scalar.Date => Names["System.DateOnly"],
        Scalar.DateTime => Names["System.DateTimeOffset"],
        Scalar.Time => Names["System.TimeOnly"],
        Scalar.Uuid => Names["System.Guid"],
        Scalar.Uri => Names["System.Uri"],
        Scalar.IsoDuration or Scalar.ClockDuration => Names["System.TimeSpan"],
        Scalar.Base64 => "byte[]",
        _ => "string",
    };
}
