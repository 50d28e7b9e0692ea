namespace Jero.Generator.Model;

/// <summary>What the document says of a handler beyond its parameters and its response.</summary>
/// <param name="Id">Unique in an assembly as long as endpoint names are: <c>getMovies</c>.</param>
/// <param name="Summary">From the documentation comment of the handler.</param>
/// <param name="Description">From its remarks.</param>
/// <param name="Statuses">The errors that can happen before the handler runs, ascending.</param>
internal sealed record Operation(string Id, string? Summary, string? Description, EquatableArray<int> Statuses);
