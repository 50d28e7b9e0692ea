namespace Jero.Generator.Parsing.Caching;

/// <summary>Says what is declared differently in two compilations: nothing, whatever has one of some names, or everything.</summary>
internal sealed class Difference
{
    public static readonly Difference None = new([]);

    public static readonly Difference Everything = new([]);

    private readonly IReadOnlyCollection<string> _names;

    private Difference(IReadOnlyCollection<string> names) => _names = names;

    public bool IsNone => this == None;

    public static Difference Of(IReadOnlyCollection<string> names) => new(names);

    /// <summary>Returns whether a class with that reach may have another result.</summary>
    public bool Concerns(Func<Reach> reach) => !IsNone && (this == Everything || reach().HasAny(_names));
}
