using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>One JSON value as <c>application/json</c>, buffered, with its Content-Length.</summary>
/// <typeparam name="T">The static type that is written.</typeparam>
/// <param name="value">The value; a null reference is the literal <c>null</c>.</param>
public partial class JSONResponse<T>(T value) : JeroResponse, IValueHttpResult, IValueHttpResult<T>
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    object? IValueHttpResult.Value => Value;
}
