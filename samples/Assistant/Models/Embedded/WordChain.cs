using System.Collections.Frozen;

namespace Assistant.Models.Embedded;

/// <summary>Which words follow which two words in a text. Immutable, so safe for any number of readers.</summary>
internal sealed class WordChain
{
    private readonly FrozenDictionary<(string, string), string[]> _followers;
    private readonly (string First, string Second)[] _beginnings;

    /// <summary>Learns from a text of sentences.</summary>
    public WordChain(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var followers = new Dictionary<(string, string), List<string>>();
        var beginnings = new List<(string, string)>();
        for (var i = 0; i + 2 < words.Length; i++)
        {
            if (i == 0 || EndsSentence(words[i - 1])) beginnings.Add((words[i], words[i + 1]));
            if (!followers.TryGetValue((words[i], words[i + 1]), out var list)) followers.Add((words[i], words[i + 1]), list = []);
            list.Add(words[i + 2]);
        }

        _beginnings = [.. beginnings];
        _followers = followers.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    /// <summary>Whether a sentence ends with this word.</summary>
    public static bool EndsSentence(string word) => word[^1] is '.' or '?' or '!';

    /// <summary>Words without an end, the same ones for the same seed; the first begins a sentence.</summary>
    public IEnumerable<string> Speak(int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var (first, second) = _beginnings[random.Next(_beginnings.Length)];
            yield return first;
            yield return second;
            // Only the text's last two words are followed by none: there it begins anew.
            while (_followers.TryGetValue((first, second), out var next))
            {
                (first, second) = (second, next[random.Next(next.Length)]);
                yield return second;
            }
        }
    }
}
