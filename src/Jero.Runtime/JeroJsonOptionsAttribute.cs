using System.Text.Json.Serialization;

namespace Jero;

/// <summary>
/// Sets the JSON rules for every type that Jero serializes in this assembly, at compile time. Names and meanings are those of
/// <see cref="JsonSourceGenerationOptionsAttribute"/>; the defaults are ASP.NET Core's for HTTP JSON.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JeroJsonOptionsAttribute : Attribute
{
    /// <summary>Gets or sets how the name of a property becomes its JSON name. The default is camel case.</summary>
    public JsonKnownNamingPolicy PropertyNamingPolicy { get; set; } = JsonKnownNamingPolicy.CamelCase;

    /// <summary>Gets or sets how the key of a dictionary becomes its JSON name. By default the key is written as it is.</summary>
    public JsonKnownNamingPolicy DictionaryKeyPolicy { get; set; }

    /// <summary>Gets or sets when a property is left out. The default is never.</summary>
    public JsonIgnoreCondition DefaultIgnoreCondition { get; set; }

    /// <summary>Gets or sets how numbers are read and written. By default numbers are also read from strings.</summary>
    public JsonNumberHandling NumberHandling { get; set; } = JsonNumberHandling.AllowReadingFromString;

    /// <summary>Gets or sets whether enums are written by name instead of by number. The default is false.</summary>
    public bool UseStringEnumConverter { get; set; }

    /// <summary>Gets or sets whether public fields are serialized like properties. The default is false.</summary>
    public bool IncludeFields { get; set; }

    /// <summary>
    /// Gets or sets what happens to members of a JSON body that its type does not have. By default they are skipped.
    /// <see cref="JsonUnmappedMemberHandlingAttribute"/> on a type takes precedence.
    /// </summary>
    public JsonUnmappedMemberHandling UnmappedMemberHandling { get; set; }

    /// <summary>
    /// Gets or sets whether reading replaces the value of a member or adds to it. The default is to replace it.
    /// <see cref="JsonObjectCreationHandlingAttribute"/> on a type or a member takes precedence.
    /// </summary>
    public JsonObjectCreationHandling PreferredObjectCreationHandling { get; set; }

    /// <summary>
    /// Gets or sets whether a body is rejected that has null for a member, parameter or item whose type is a non-nullable reference type.
    /// The default is true. The rule applies to reading only, and not to code without nullable annotations.
    /// </summary>
    public bool RespectNullableAnnotations { get; set; } = true;

    /// <summary>
    /// Gets or sets whether a body is rejected that lacks a constructor parameter without a default value. The default is true.
    /// </summary>
    public bool RespectRequiredConstructorParameters { get; set; } = true;
}
