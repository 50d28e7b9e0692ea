using System.Globalization;

namespace Jero.Problems;

/// <summary>
/// Collects what is wrong with one request, keyed by what is at fault. The first faults of each key are kept in words and the rest as a
/// number, so that a request with thousands of bad values costs neither the memory nor the answer of thousands of messages. Not
/// thread-safe.
/// </summary>
internal sealed class ProblemErrors
{
    private const int MostNames = 64;
    private const int MostMessages = 64;
    private const int MostMessagesOfName = 10;
    private const string OtherNames = "…";

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _messages;
    private int _otherNames;

    /// <summary>Limits the errors of a validation in the same way.</summary>
    public static Dictionary<string, string[]> Limit(IDictionary<string, string[]> errors)
    {
        var limited = new ProblemErrors();
        foreach (var (name, messages) in errors)
        {
            foreach (var message in messages)
            {
                if (limited.Takes(name))
                {
                    limited.Add(name, message);
                }
            }
        }

        return limited.ToDictionary();
    }

    /// <summary>Returns whether another message under the name is kept in words. If not, the call has counted it.</summary>
    public bool Takes(string name)
    {
        if (!_entries.TryGetValue(ClientText.ShortenPath(name), out var entry))
        {
            if (_entries.Count < MostNames)
            {
                return true;
            }

            _otherNames++;
            return false;
        }

        if (entry.Messages.Count < MostMessagesOfName && _messages < MostMessages)
        {
            return true;
        }

        entry.More++;
        return false;
    }

    /// <summary>Adds a message that <see cref="Takes"/> has allowed.</summary>
    public void Add(string name, string message)
    {
        name = ClientText.ShortenPath(name);
        if (!_entries.TryGetValue(name, out var entry))
        {
            _entries.Add(name, entry = new Entry());
        }

        entry.Messages.Add(message);
        _messages++;
    }

    public Dictionary<string, string[]> ToDictionary()
    {
        var errors = new Dictionary<string, string[]>(_entries.Count, StringComparer.Ordinal);
        foreach (var (name, entry) in _entries)
        {
            errors.Add(name, entry.More == 0 ? [.. entry.Messages] : [.. entry.Messages, More(entry.More)]);
        }

        if (_otherNames > 0)
        {
            errors[OtherNames] = [More(_otherNames)];
        }

        return errors;
    }

    private static string More(int count) => string.Create(CultureInfo.InvariantCulture, $"… and {count:N0} more.");

    private sealed class Entry
    {
        public List<string> Messages { get; } = [];

        public int More { get; set; }
    }
}
