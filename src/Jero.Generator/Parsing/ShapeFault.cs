namespace Jero.Generator.Parsing;

/// <summary>The first type on the way down that cannot be serialized.</summary>
internal sealed class ShapeFault
{
    public bool Found => Path.Length > 0;

    /// <summary>The way to it: <c>Movie.Cast[].Agent</c>.</summary>
    public string Path { get; private set; } = "";

    public string Type { get; private set; } = "";

    /// <summary>Why not, and what to do.</summary>
    public string Reason { get; private set; } = "";

    public void Set(string path, string type, string reason)
    {
        if (!Found)
        {
            (Path, Type, Reason) = (path, type, reason);
        }
    }
}
