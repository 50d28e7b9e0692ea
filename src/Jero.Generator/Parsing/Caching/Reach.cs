namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Has the names of every file that a class may depend on. It stays right after an edit that declares none of these names, before or
/// after, since the same names then still lead to the same files.
/// </summary>
internal sealed class Reach(IReadOnlyList<TreeNames> files)
{
    public bool HasAny(IReadOnlyCollection<string> names) => files.Any(file => names.Any(file.Uses));
}
