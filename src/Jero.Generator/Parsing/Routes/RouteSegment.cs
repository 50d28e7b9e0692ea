using System.Text;

namespace Jero.Generator.Parsing.Routes;

/// <summary>What stands between two slashes of a route: text and parameters, in turns.</summary>
internal sealed class RouteSegment
{
    private readonly List<(string? Literal, RouteParameter? Parameter)> _parts = [];
    private readonly StringBuilder _literal = new();

    public bool IsEmpty => _parts.Count == 0 && _literal.Length == 0;

    public void AddLiteral(char character) => _literal.Append(character);

    public void Add(RouteParameter parameter)
    {
        EndLiteral();
        _parts.Add((null, parameter));
    }

    /// <summary>What routing would refuse about it, and what to do; null where it would not.</summary>
    /// <param name="isLast">Whether no other segment follows.</param>
    public string? FindError(bool isLast)
    {
        EndLiteral();
        for (var i = 0; i < _parts.Count; i++)
        {
            if (_parts[i].Parameter is not { } parameter)
            {
                continue;
            }

            if (parameter.IsCatchAll && (!isLast || _parts.Count > 1))
            {
                return $"the parameter '{parameter.Name}' takes the rest of the path, so it has to be the last segment alone";
            }

            if (i > 0 && _parts[i - 1].Parameter is { } previous)
            {
                return $"nothing separates the parameters '{previous.Name}' and '{parameter.Name}'; put a slash or another character between them";
            }

            if (parameter.IsOptional && _parts.Count > 1 && (i < _parts.Count - 1 || _parts[i - 1].Literal != "."))
            {
                return $"the optional parameter '{parameter.Name}' shares its segment with other text, which only a single dot before it may do; take the question mark away";
            }
        }

        return null;
    }

    private void EndLiteral()
    {
        if (_literal.Length > 0)
        {
            _parts.Add((_literal.ToString(), null));
            _literal.Clear();
        }
    }
}
