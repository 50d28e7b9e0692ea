using Assistant.Models;
using Assistant.Models.Upstream;

namespace Assistant;

/// <summary>Opens answers for the endpoints.</summary>
public sealed class Answers(IModel model, ILogger<Answer> logger)
{
    /// <summary>Asks, and waits for the first piece of the answer, so that what fails before it is still an error response.</summary>
    /// <param name="question">What is asked, and what was before it.</param>
    /// <param name="response">Gets <c>Retry-After</c> where the model says when to come again.</param>
    /// <param name="cancellationToken">Ends the answer, also after this method has returned.</param>
    /// <exception cref="UpstreamException">The model has failed.</exception>
    public async Task<Answer> OpenAsync(Question question, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            return await Answer.OpenAsync(model.AnswerAsync(question, cancellationToken), logger, cancellationToken);
        }
        catch (UpstreamException exception) when (exception.RetryAfter is not null)
        {
            response.Headers.RetryAfter = exception.RetryAfter;
            throw;
        }
    }
}
