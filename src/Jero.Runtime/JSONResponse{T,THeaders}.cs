namespace Jero;

/// <summary>Sends one JSON value as <c>application/json</c>, with its Content-Length and typed headers.</summary>
/// <typeparam name="T">The type that is written. The runtime type of the value does not matter.</typeparam>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
/// <param name="value">The value. A null reference is written as the literal <c>null</c>.</param>
public sealed class JSONResponse<T, THeaders>(T value) : JSONResponse<T>(value)
{
    /// <summary>Gets the typed headers. A property that is null sends no header.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
