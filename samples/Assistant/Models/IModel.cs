namespace Assistant.Models;

/// <summary>What answers questions. Safe for any number of callers at once.</summary>
public interface IModel
{
    /// <summary>Its name, for programs.</summary>
    string Name { get; }

    /// <summary>What people should know of it.</summary>
    string Notice { get; }

    /// <summary>Answers piece by piece. What fails after the first piece is a <see cref="Failure"/>, the last one.</summary>
    /// <param name="question">What is asked, and what was before it.</param>
    /// <param name="cancellationToken">Stops the model.</param>
    /// <exception cref="Upstream.UpstreamException">It has failed before the first piece.</exception>
    IAsyncEnumerable<Chunk> AnswerAsync(Question question, CancellationToken cancellationToken = default);
}
