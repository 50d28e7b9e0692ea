namespace Jero;

/// <summary>Items in the form that the request's <c>Accept</c> chooses, with typed headers.</summary>
/// <typeparam name="T">The item; a null reference is <c>null</c>, and empty data of an event.</typeparam>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
public sealed class StreamedItems<T, THeaders> : StreamedItems<T>
{
    /// <inheritdoc cref="StreamedItems{T}(IAsyncEnumerable{T})"/>
    public StreamedItems(IAsyncEnumerable<T> source) : base(source)
    {
    }

    /// <inheritdoc cref="StreamedItems{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public StreamedItems(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) : base(lifecycle)
    {
    }

    /// <summary>The typed headers; a null property is left out.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
