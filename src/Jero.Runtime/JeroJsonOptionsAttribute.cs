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
}
