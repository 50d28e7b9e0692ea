namespace Jero.Responses;

/// <summary>
/// Lets go of a source whose response was not sent, since a filter replaced it or its headers could not be made. Not before the request has
/// ended: the replacement may enclose it and send it yet.
/// </summary>
internal sealed class UnsentSource(JeroStreamResponse response) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => response.DisposeUnsentAsync();
}
