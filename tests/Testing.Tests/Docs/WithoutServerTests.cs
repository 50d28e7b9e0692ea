using Jero;

namespace Testing.Tests.Docs;

/// <summary>A handler that is read as it is.</summary>
public sealed class WithoutServerTests
{
    [Fact]
    public async Task A_handler_is_read_without_a_server()
    {
        var token = TestContext.Current.CancellationToken;

        var response = new CountdownEndpoint().Get(3);

        Assert.Equal("3 2 1", string.Join(' ', await response.Items.ToListAsync(token)));
    }
}

[Endpoint("/docs/countdown")]
internal sealed partial class CountdownEndpoint
{
    public NDJSONStreamingResponse<int> Get(int from) => new(Enumerable.Range(1, from).Reverse().ToAsyncEnumerable());
}
