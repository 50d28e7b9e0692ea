using System.Globalization;
using System.Runtime.CompilerServices;
using Assistant.Models;
using Jero;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assistant;

[Endpoint("/questions/stream")]
public sealed partial class QuestionStreamEndpoint(IModel model, Answers answers)
{
    /// <summary>Answers a question as server-sent events, for a browser's EventSource.</summary>
    /// <remarks>
    /// A browser that has lost its connection asks again by itself. It is told to stop, since a model cannot go on with an answer, and
    /// a second one would be paid for a second time.
    /// </remarks>
    /// <param name="text">The question: not blank, at most 4,000 characters.</param>
    /// <param name="lastEventId">Sent by a browser that reconnects.</param>
    /// <param name="response">Gets `Retry-After` where the model asks for it.</param>
    public Results<SSEResponse<Chunk, AnswerHeaders>, NoContent> Get(
        string text, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, HttpResponse response) =>
        lastEventId is null
            ? new SSEResponse<Chunk, AnswerHeaders>(Lifecycle(new() { Text = QuestionRules.Check(text, "text") }, response)) { Headers = new(model.Name) }
            : TypedResults.NoContent();

    private async IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<Chunk>>> Lifecycle(
        Question question, HttpResponse response, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var answer = await answers.OpenAsync(question, response, cancellationToken);
        yield return Number(answer.ReadAsync());
    }

    // The ids are what a browser sends back when it reconnects.
    private static async IAsyncEnumerable<ServerSentEvent<Chunk>> Number(IAsyncEnumerable<Chunk> chunks)
    {
        var id = 0;
        await foreach (var chunk in chunks)
        {
            yield return new(chunk) { Id = (++id).ToString(CultureInfo.InvariantCulture) };
        }
    }
}
