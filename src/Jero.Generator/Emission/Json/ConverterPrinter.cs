using System.Globalization;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Json;

/// <summary>Prints converters, creators and handling of numbers, which metadata takes as arguments.</summary>
internal static class ConverterPrinter
{
    private const string Serialization = "global::System.Text.Json.Serialization";

    /// <summary>The expression that makes a converter.</summary>
    public static string Converter(JsonConverterUse converter) => converter.Kind switch
    {
        ConverterKind.EnumByName => $"new {Serialization}.JsonStringEnumConverter<{converter.Type.Code()}>()",
        ConverterKind.EnumByNumber => $"new {Serialization}.JsonNumberEnumConverter<{converter.Type.Code()}>()",
        ConverterKind.Constructed => $"new {converter.Type.Code()}(){TypeCode.Initializer(converter.RequiredMembers)}",
        _ => $"JsonTypeInfos.Made({converter.Attribute!.Code()}, typeof({converter.Type.Code()}))",
    };

    /// <summary>The metadata of a value that a converter writes.</summary>
    public static string Converted(TypeName type, string options, JsonConverterUse converter) => type.IsNullable
        ? $"JsonTypeInfos.ConvertedNullable<{(type with { IsNullable = false }).Code()}>({options}, {Converter(converter)})"
        : $"JsonTypeInfos.Converted<{type.Code()}>({options}, {Converter(converter)})";

    /// <summary>The expression that makes an empty collection, or the method that makes one of a sequence.</summary>
    public static string Creator(CollectionCreator? creator) =>
        creator is null ? "null"
        : creator.Type is { } type ? $"static () => new {type.Code()}(){TypeCode.Initializer(creator.RequiredMembers)}"
        : $"global::System.Collections.Immutable.{creator.Factory}.CreateRange<{GeneratedCode.Join(creator.Arguments.Select(TypeCode.Code))}>";

    /// <summary>The value of <c>[JsonNumberHandling]</c>.</summary>
    public static string NumberHandling(int handling) => $"({Serialization}.JsonNumberHandling)({handling.ToString(CultureInfo.InvariantCulture)})";
}
