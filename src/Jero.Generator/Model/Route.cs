namespace Jero.Generator.Model;

/// <summary>The route of an endpoint class.</summary>
/// <param name="Template">As the user wrote it.</param>
/// <param name="Segments">What stands between its slashes; of a slash at the end nothing.</param>
internal sealed record Route(string Template, EquatableArray<RouteSegment> Segments)
{
    /// <summary>Its parameters, in order.</summary>
    public IEnumerable<RouteParameter> Parameters => Segments
        .SelectMany(static segment => segment.Parts)
        .Select(static part => part.Parameter)
        .OfType<RouteParameter>();

    /// <summary>The parameter of that name, whatever its case; null if there is none.</summary>
    public RouteParameter? Find(string name) =>
        Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What stands between two slashes: text and parameters, in turns.</summary>
internal sealed record RouteSegment(EquatableArray<RoutePart> Parts);

/// <summary>Text or a parameter.</summary>
/// <param name="Text">The text; null if it is a parameter.</param>
/// <param name="Parameter">The parameter; null if it is text.</param>
internal sealed record RoutePart(string? Text, RouteParameter? Parameter);

/// <summary>One parameter of a route.</summary>
/// <param name="Name">As in the template.</param>
/// <param name="Constraints">What its values have to be: <c>int</c>, <c>min(1)</c>.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path: <c>{*rest}</c>.</param>
/// <param name="IsOptional">Whether it may be left out: <c>{id?}</c>.</param>
/// <param name="Default">The value where it is left out: <c>{id=1}</c>; null if there is none.</param>
internal sealed record RouteParameter(string Name, EquatableArray<string> Constraints, bool IsCatchAll, bool IsOptional, string? Default);
