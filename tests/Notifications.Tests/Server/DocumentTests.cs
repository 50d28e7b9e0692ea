using System.Text.Json.Nodes;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>The document of the sample, before validators of others.</summary>
public sealed class DocumentTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_valid_and_agrees_with_what_is_published()
    {
        using var user = await User.SignInAsync(server.Address);
        using var response = await user.SendAsync(
            HttpMethod.Post, server.Address, "/notifications", """{"topic":"general","content":{"kind":"message","text":"Hello"}}""");
        var published = await response.Content.ReadAsStringAsync(Cancellation);
        var document = await ServedAsync();

        var results = await Validator.ValidateAsync(
            document,
            new Validator.Check(Validator.Pointer("components", "schemas", "Published"), [JsonNode.Parse(published), JsonNode.Parse("""{"id":1}""")]));

        Assert.Equal([true, false], results[0]);
        await Validator.LintAsync(document);
    }

    [Fact]
    public async Task The_build_has_written_the_bytes_that_are_served()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var file = Path.Combine(Repository.Root, "samples", "Notifications", "bin", configuration, "net10.0", "Notifications.json");

        Assert.Equal(await ServedAsync(), await File.ReadAllBytesAsync(file, Cancellation));
    }

    // After a change: cp samples/Notifications/bin/Debug/net10.0/Notifications.json samples/Console/notifications.json
    [Fact]
    public async Task The_client_of_the_console_is_made_of_the_document_that_is_served()
    {
        var file = Path.Combine(Repository.Root, "samples", "Console", "notifications.json");

        Assert.Equal(await ServedAsync(), await File.ReadAllBytesAsync(file, Cancellation));
    }

    private async Task<byte[]> ServedAsync()
    {
        using var client = new HttpClient();
        return await client.GetByteArrayAsync(new Uri(server.Address, "/openapi.json"), Cancellation);
    }
}
