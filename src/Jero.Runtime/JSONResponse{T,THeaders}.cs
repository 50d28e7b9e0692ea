namespace Jero;

/// <summary>One JSON value as <c>application/json</c>, buffered, with typed headers.</summary>
/// <typeparam name="T">The static type that is written.</typeparam>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
/// <param name="value">The value; a null reference is the literal <c>null</c>.</param>
public sealed class JSONResponse<T, THeaders>(T value) : JSONResponse<T>(value)
{
    /// <summary>The typed headers; a null property is left out.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
