using Microsoft.AspNetCore.Http;
using Shared;

namespace Samples.Tests.Assistant;

/// <summary>The sample answers what its page shows.</summary>
public sealed class TranscriptTests : IDisposable
{
    private const string Page = "samples/Assistant/README.md";

    private static string Bash => Tool.Require("bash");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jero-assistant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_embedded_model_answers_as_the_page_shows()
    {
        using var app = AssistantApp.Embedded();

        await HoldsAsync("What comes out", app);
    }

    [Fact]
    public async Task What_fails_is_said_as_the_page_shows()
    {
        var answers = new Queue<Func<HttpContext, Task>>(
        [
            static http => Completion.RefuseAsync(http, StatusCodes.Status429TooManyRequests, "20"),
            BreakAsync,
            AbortAsync,
        ]);
        await using var stub = await StubServer.StartAsync(http => answers.Dequeue()(http));
        using var app = AssistantApp.Before(stub);

        await HoldsAsync("When the model's server fails", app);
    }

    private Task HoldsAsync(string section, AssistantApp app)
    {
        Tool.Require("curl");
        return new Transcript(Page, Bash, _folder.FullName)
            .HoldsAsync(Transcript.Blocks(Page, section), ("localhost:5081", app.ClientOptions.BaseAddress));
    }

    private static async Task BreakAsync(HttpContext http)
    {
        await Completion.BeginAsync(http);
        await Completion.WordAsync(http, "Hello");
        await Completion.WordAsync(http, " world");
        await Completion.SendAsync(http, "{");
    }

    private static Task AbortAsync(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }
}
