using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Notifications.Tests.Server;

/// <summary>Somebody who has signed in, and whose cookie works at every process of one feed.</summary>
internal sealed class User : IDisposable
{
    private readonly HttpClient _client;

    private User(HttpClient client, string cookie)
    {
        _client = client;
        Cookie = cookie;
    }

    public string Cookie { get; }

    public static async Task<User> SignInAsync(Uri address, string name = "ada")
    {
        var client = Client();
        using var response = await client.PostAsJsonAsync(new Uri(address, "/session"), new { user = name }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new User(client, Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0]);
    }

    public static HttpClient Client() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, string path, string? json = null, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(method, new Uri(address, path)) { Headers = { { "Cookie", Cookie } } };
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Publishes a message and gives back its id.</summary>
    public async Task<string> PublishAsync(Uri address, string text, string topic = "general")
    {
        using var response = await TryPublishAsync(address, text, topic);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var published = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return published.GetProperty("id").GetString()!;
    }

    /// <summary>Publishes a message, again and again while the store is away.</summary>
    public async Task UntilPublishedAsync(Uri address, string text)
    {
        while (true)
        {
            using var response = await TryPublishAsync(address, text);
            if (response.StatusCode == HttpStatusCode.Created) return;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public Task<HttpResponseMessage> TryPublishAsync(Uri address, string text, string topic = "general") => SendAsync(
        HttpMethod.Post, address, "/notifications", JsonSerializer.Serialize(new { topic, content = new { kind = "message", text } }));

    public void Dispose() => _client.Dispose();
}
