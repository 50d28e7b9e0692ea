namespace Jero.Client.Tool.Parsing;

/// <summary>Where in the document something stands, as a JSON pointer in a fragment (RFC 6901).</summary>
internal readonly record struct Pointer(string Text)
{
    public static Pointer Root { get; } = new("#");

    public Pointer this[string token] => new($"{Text}/{token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");

    public Pointer this[int index] => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Text}/{index}"));

    public override string ToString() => Text;
}
