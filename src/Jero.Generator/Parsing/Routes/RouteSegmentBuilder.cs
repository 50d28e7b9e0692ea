using System.Text;
using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Routes;

/// <summary>Collects what stands between two slashes of a route.</summary>
internal sealed class RouteSegmentBuilder
{
    private readonly List<RoutePart> _parts = [];
    private readonly StringBuilder _literal = new();

    public bool IsEmpty => _parts.Count == 0 && _literal.Length == 0;

    public void AddLiteral(char character) => _literal.Append(character);

    public void Add(RouteParameter parameter)
    {
        EndLiteral();
        _parts.Add(new RoutePart(Text: null, parameter));
    }

    /// <summary>Returns what routing would reject in it, and what to do; null if nothing.</summary>
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
                return $"the parameter '{parameter.Name}' takes the rest of the path, so it must be the whole last segment";
            }

            if (i > 0 && _parts[i - 1].Parameter is { } previous)
            {
                return $"nothing separates the parameters '{previous.Name}' and '{parameter.Name}'; put a slash or another character between them";
            }

            if (parameter.IsOptional && _parts.Count > 1 && (i < _parts.Count - 1 || _parts[i - 1].Text != "."))
            {
                return $"the optional parameter '{parameter.Name}' shares its segment with other text, but only a single dot may precede it; remove the question mark";
            }
        }

        return null;
    }

    /// <summary>The segment.</summary>
    public RouteSegment Build()
    {
        EndLiteral();
        return new RouteSegment(_parts.ToEquatableArray());
    }

    private void EndLiteral()
    {
        if (_literal.Length > 0)
        {
            _parts.Add(new RoutePart(_literal.ToString(), Parameter: null));
            _literal.Clear();
        }
    }
}
