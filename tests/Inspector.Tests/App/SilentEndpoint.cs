namespace Inspector.Tests.App;

[Endpoint("/silent")]
public sealed partial class SilentEndpoint
{
    /// <summary>Never answers.</summary>
    /// <param name="cancellationToken">Fires when the client has gone.</param>
    public async Task<NDJSONStreamingResponse<Row>> GetAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new(Endless.Then<Row>([], cancellationToken));
    }
}
