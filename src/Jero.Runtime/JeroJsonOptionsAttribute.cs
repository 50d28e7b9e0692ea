using System.Text.Json.Serialization;

namespace Jero;

/// <summary>
/// Wire rules of every type that Jero serializes in this assembly, applied at compile time. The names and meanings are those of
/// <see cref="JsonSourceGenerationOptionsAttribute"/>; the defaults are ASP.NET Core's for HTTP JSON.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JeroJsonOptionsAttribute : Attribute
{
    /// <summary>How a property's name becomes its JSON name; camel case unless set.</summary>
    public JsonKnownNamingPolicy PropertyNamingPolicy { get; set; } = JsonKnownNamingPolicy.CamelCase;

    /// <summary>How a dictionary's key becomes its JSON name; as it is unless set.</summary>
    public JsonKnownNamingPolicy DictionaryKeyPolicy { get; set; }

    /// <summary>When a property is left out; never unless set.</summary>
    public JsonIgnoreCondition DefaultIgnoreCondition { get; set; }

    /// <summary>How numbers are read and written; numbers are also read from strings unless set.</summary>
    public JsonNumberHandling NumberHandling { get; set; } = JsonNumberHandling.AllowReadingFromString;

    /// <summary>Whether enums are written by name instead of by number.</summary>
    public bool UseStringEnumConverter { get; set; }

    /// <summary>Whether public fields are serialized like properties.</summary>
    public bool IncludeFields { get; set; }

    /// <summary>What becomes of members of a JSON body that its type has not; skipped unless set. A type says so by <see cref="JsonUnmappedMemberHandlingAttribute"/>.</summary>
    public JsonUnmappedMemberHandling UnmappedMemberHandling { get; set; }

    /// <summary>Whether reading replaces what a member holds or adds to it; replaced unless set. A type or member says so by <see cref="JsonObjectCreationHandlingAttribute"/>.</summary>
    public JsonObjectCreationHandling PreferredObjectCreationHandling { get; set; }

    /// <summary>
    /// Whether a body is refused that has null where a member, parameter or item is no nullable reference type; true unless set. It holds for
    /// reading alone, and not for code without nullable annotations.
    /// </summary>
    public bool RespectNullableAnnotations { get; set; } = true;

    /// <summary>Whether a body is refused that lacks a parameter of a constructor without a default; true unless set.</summary>
    public bool RespectRequiredConstructorParameters { get; set; } = true;
}
