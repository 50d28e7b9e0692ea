using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>Sends one JSON value as <c>application/json</c>, with its Content-Length.</summary>
/// <typeparam name="T">The type that is written. The runtime type of the value does not matter.</typeparam>
/// <param name="value">The value. A null reference is written as the literal <c>null</c>.</param>
public partial class JSONResponse<T>(T value) : JeroResponse, IValueHttpResult, IValueHttpResult<T>
{
    /// <summary>Gets the value.</summary>
    public T Value { get; } = value;

    object? IValueHttpResult.Value => Value;
}
