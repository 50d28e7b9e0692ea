namespace Jero.Generator.Model;

/// <summary>The wire rules of the assembly, from <c>[assembly: JeroJsonOptions]</c>; the defaults are ASP.NET Core's.</summary>
internal sealed record JsonOptions
{
    public NamingPolicy PropertyNamingPolicy { get; init; } = NamingPolicy.CamelCase;

    public NamingPolicy DictionaryKeyPolicy { get; init; }

    public IgnoreCondition DefaultIgnoreCondition { get; init; }

    /// <summary>The bits of <c>JsonNumberHandling</c>.</summary>
    public int NumberHandling { get; init; } = 1;

    public bool UseStringEnumConverter { get; init; }

    public bool IncludeFields { get; init; }
}

/// <summary>The values of <c>JsonKnownNamingPolicy</c>.</summary>
internal enum NamingPolicy
{
    Unspecified,
    CamelCase,
    SnakeCaseLower,
    SnakeCaseUpper,
    KebabCaseLower,
    KebabCaseUpper,
}
