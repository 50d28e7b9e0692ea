using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Jero;

namespace Cookbook;

public sealed record Prompt(string Text);

public sealed record Token(string Text);

[Endpoint("/complete")]
public sealed partial class CompleteEndpoint(IHttpClientFactory clients)
{
    /// <summary>A model's answer, piece by piece.</summary>
    public NDJSONStreamingResponse<Token> Post(Prompt prompt) => new(Lifecycle(prompt));

    // The model's server has accepted before the first byte goes out; when the client leaves, so does this request, and the model stops.
    private async IAsyncEnumerable<IAsyncEnumerable<Token>> Lifecycle(
        Prompt prompt, [EnumeratorCancellation] CancellationToken token = default)
    {
        JsonObject question = new() { ["role"] = "user", ["content"] = prompt.Text };
        JsonObject body = new() { ["model"] = "gpt-4o-mini", ["stream"] = true, ["messages"] = new JsonArray(question) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        using var response = await clients.CreateClient("model").SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        if (!response.IsSuccessStatusCode)
        {
            throw new ProblemException(StatusCodes.Status502BadGateway, $"The model's server answered with {(int)response.StatusCode}.");
        }

        await using var events = await response.Content.ReadAsStreamAsync(token);
        yield return ReadAsync(events, token);
    }

    private static async IAsyncEnumerable<Token> ReadAsync(
        Stream events, [EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var item in SseParser.Create(events).EnumerateAsync(token))
        {
            if (item.Data == "[DONE]") yield break;
            var text = JsonNode.Parse(item.Data)?["choices"]?.AsArray().FirstOrDefault()?["delta"]?["content"]?.GetValue<string>();
            if (!string.IsNullOrEmpty(text)) yield return new Token(text);
        }

        throw new InvalidDataException("The model's answer ended too early.");   // the client sees a stream that is cut short
    }
}
