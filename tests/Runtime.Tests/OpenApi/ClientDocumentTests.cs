using Jero.Tests.Json;
using Shared;

namespace Runtime.Tests.OpenApi;

/// <summary>The document of this app is one of those that the generator of clients is tried with.</summary>
public sealed class ClientDocumentTests(CorpusApp app) : IClassFixture<CorpusApp>
{
    [Fact]
    public async Task The_file_is_what_is_served()
    {
        var file = Path.Combine(Repository.Root, "tests/Client.Generator.Tests/Documents/mapped.json");
        var served = await app.Client.GetByteArrayAsync("/openapi.json", TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            await File.WriteAllBytesAsync(file, served, TestContext.Current.CancellationToken);
        }

        var written = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.True(
            served.AsSpan().SequenceEqual(written),
            $"{file} is not what the app says. Run this test with ACCEPT_SNAPSHOTS=1, and the tests of clients.");
    }
}
