using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Samples.Tests.Assistant;

/// <summary>What the chat completions API sends while it streams.</summary>
internal static class Completion
{
    /// <summary>An answer of these words, from the role to <c>[DONE]</c>.</summary>
    public static async Task WholeAsync(HttpContext http, params string[] words)
    {
        await BeginAsync(http);
        foreach (var word in words) await WordAsync(http, word);
        await EndAsync(http);
    }

    /// <summary>The role, which comes first and holds no text.</summary>
    public static Task BeginAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        return SendAsync(http, Update("""{"role":"assistant","content":""}"""));
    }

    public static Task WordAsync(HttpContext http, string word) =>
        SendAsync(http, Update($$"""{"content":"{{JsonEncodedText.Encode(word)}}"}"""));

    /// <summary>The reason, the usage in an update of its own, and the end.</summary>
    public static async Task EndAsync(HttpContext http, string reason = "stop")
    {
        await SendAsync(http, Update("{}", $"\"{reason}\""));
        await SendAsync(http, $$"""{{{Head}},"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15} }""");
        await SendAsync(http, "[DONE]");
    }

    public static async Task SendAsync(HttpContext http, string data)
    {
        await http.Response.WriteAsync($"data: {data}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    /// <summary>An error before the answer.</summary>
    public static Task RefuseAsync(HttpContext http, int status, string? retryAfter = null)
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("""{"error":{"message":"secret-of-the-upstream","type":"any","code":"any"} }""", http.RequestAborted);
    }

    /// <summary>Nothing more, until the client has left.</summary>
    public static Task SilenceAsync(HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted);

    private const string Head = """
        "id":"c-1","object":"chat.completion.chunk","created":1790000000,"model":"stub-1"
        """;

    private static string Update(string delta, string reason = "null") =>
        $$"""{{{Head}},"choices":[{"index":0,"delta":{{delta}},"finish_reason":{{reason}}}]}""";
}
