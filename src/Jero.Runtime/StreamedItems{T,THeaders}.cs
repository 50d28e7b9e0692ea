namespace Jero;

/// <summary>Streams items in the form that the request's <c>Accept</c> chooses, with typed headers.</summary>
/// <typeparam name="T">The item. A null reference is written as <c>null</c>, and as empty data in an event.</typeparam>
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

    /// <summary>Gets the typed headers. A property that is null sends no header.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
