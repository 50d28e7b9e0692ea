using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>The typed headers of one response, by name, as the generated code found them. Nulls are left out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypedHeaders
{
    internal HeaderDictionary Values { get; } = [];

    /// <summary>Adds a text, an enum's wire name and the like.</summary>
    public TypedHeaders Add(string name, string? value) => throw new NotImplementedException();

    /// <summary>Adds <c>true</c> or <c>false</c>.</summary>
    public TypedHeaders Add(string name, bool? value) => throw new NotImplementedException();

    /// <summary>Adds a date and time as ISO 8601, as it is written in JSON.</summary>
    public TypedHeaders Add(string name, DateTime? value) => throw new NotImplementedException();

    /// <summary>Adds a date and time as ISO 8601, as it is written in JSON.</summary>
    public TypedHeaders Add(string name, DateTimeOffset? value) => throw new NotImplementedException();

    /// <summary>Adds a date as ISO 8601.</summary>
    public TypedHeaders Add(string name, DateOnly? value) => throw new NotImplementedException();

    /// <summary>Adds any other scalar in the invariant culture.</summary>
    public TypedHeaders AddScalar<T>(string name, T? value) where T : struct, ISpanFormattable => throw new NotImplementedException();

    /// <inheritdoc cref="AddScalar{T}(string, T?)"/>
    public TypedHeaders AddScalar<T>(string name, T value) where T : struct, ISpanFormattable => throw new NotImplementedException();

    /// <summary>Adds an object or a list as compact JSON.</summary>
    public TypedHeaders AddJson<T, TWriter>(string name, T value) where TWriter : struct, IJsonWriter<T> => throw new NotImplementedException();
}
