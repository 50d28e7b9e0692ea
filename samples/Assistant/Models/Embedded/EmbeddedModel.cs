using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Models.Embedded;

/// <summary>
/// A model that needs no key and no network: it strings together words as they follow each other in a text about a river, always the
/// same ones for the same question, whatever was before it. It speaks as slowly as a real one, and knows nothing.
/// </summary>
public sealed class EmbeddedModel : IModel
{
    private const int EnoughWords = 40;
    private const int MostWords = 120;

    private readonly WordChain _chain = new(ReadText());
    private readonly TimeSpan _pace;
    private readonly TimeProvider _time;

    /// <summary>Learns the text.</summary>
    /// <param name="pace">From one word to the next.</param>
    /// <param name="time">The clock.</param>
    public EmbeddedModel(TimeSpan pace, TimeProvider time)
    {
        _pace = pace;
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => "embedded";

    /// <inheritdoc/>
    public string Notice =>
        "No OPENAI_API_KEY is set, so the embedded model answers. It strings together words from a text about a river, and knows nothing.";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Chunk> AnswerAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var count = 0;
        var last = "";
        foreach (var word in _chain.Speak(Seed(question.Text)))
        {
            if (count == MostWords || (count >= EnoughWords && WordChain.EndsSentence(last))) break;
            if (_pace > TimeSpan.Zero) await Task.Delay(_pace, _time, cancellationToken);
            yield return new Delta(count == 0 ? word : " " + word);
            last = word;
            count++;
        }

        var asked = question.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        yield return new Done(Name, WordChain.EndsSentence(last) ? FinishReason.Stop : FinishReason.Length, new(asked, count));
    }

    // string.GetHashCode differs from one process to the next.
    private static int Seed(string question) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(question.Trim().ToUpperInvariant())));

    private static string ReadText()
    {
        using var resource = typeof(EmbeddedModel).Assembly.GetManifestResourceStream("text.txt")
            ?? throw new InvalidOperationException("text.txt is not embedded.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
