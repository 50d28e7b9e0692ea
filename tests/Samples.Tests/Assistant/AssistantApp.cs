using System.Text;
using Assistant.Models;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Samples.Tests.Assistant;

/// <summary>The sample on a Kestrel of its own, its log collected; without an address the embedded model answers, without a pause.</summary>
internal sealed class AssistantApp : WebApplicationFactory<IModel>
{
    private readonly string? _upstream;
    private readonly TimeSpan _timeout;

    private AssistantApp(string? upstream, TimeSpan timeout)
    {
        _upstream = upstream;
        _timeout = timeout;
        UseKestrel();
        StartServer();
        Client = CreateClient();
    }

    public HttpClient Client { get; }

    public int Port => ClientOptions.BaseAddress.Port;

    public FakeLogCollector Log => Services.GetFakeLogCollector();

    public static AssistantApp Embedded() => new(null, TimeSpan.Zero);

    public static AssistantApp Before(StubServer upstream, TimeSpan? timeout = null) => new(upstream.BaseUrl, timeout ?? TimeSpan.FromMinutes(1));

    public static AssistantApp Before(string upstream) => new(upstream, TimeSpan.FromMinutes(1));

    /// <summary>Asks, and returns as soon as the head of the answer has come.</summary>
    public Task<HttpResponseMessage> AskAsync(string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/questions")
        {
            Content = new StringContent($$"""{"text":"{{text}}"}""", Encoding.UTF8, "application/json"),
        };
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks, and reads every line of the answer.</summary>
    public async Task<string[]> AskForLinesAsync(string text)
    {
        using var response = await AskAsync(text);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("\n", body, StringComparison.Ordinal);
        return body.TrimEnd('\n').Split('\n');
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("OPENAI_API_KEY", _upstream is null ? "" : "key-of-the-test");
        builder.UseSetting("OPENAI_BASE_URL", _upstream ?? "");
        builder.UseSetting("OPENAI_MODEL", "stub");
        builder.UseSetting("OPENAI_TIMEOUT", _timeout.ToString());
        builder.UseSetting("Embedded:MillisecondsAWord", "0");
        // A slow heartbeat of a busy machine is a warning.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel", "Error");
        builder.ConfigureLogging(logging => logging.AddFakeLogging());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Client.Dispose();
        base.Dispose(disposing);
    }
}
