using System.Runtime.CompilerServices;
using Assistant.Models;
using Jero;

namespace Assistant;

[Endpoint("/questions")]
public sealed partial class QuestionsEndpoint(IModel model, Answers answers)
{
    /// <summary>Answers a question, piece by piece as the model finds it, one JSON object a line.</summary>
    /// <remarks>
    /// A model that fails before its first word is a 502, 503 or 504. Later it is an `error` as the last line. A client that leaves
    /// stops the model.
    /// </remarks>
    public NDJSONStreamingResponse<Chunk, AnswerHeaders> Post(Question question, HttpResponse response) =>
        new(Lifecycle(QuestionRules.Check(question), response)) { Headers = new(model.Name) };

    // Up to the `yield return` the response has not started. The answer is closed when the stream is drained or abandoned.
    private async IAsyncEnumerable<IAsyncEnumerable<Chunk>> Lifecycle(
        Question question, HttpResponse response, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var answer = await answers.OpenAsync(question, response, cancellationToken);
        yield return answer.ReadAsync();
    }
}
