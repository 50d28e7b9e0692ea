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

    /// <summary>Whether a body with a member that its type has not is refused, unless the type says so itself.</summary>
    public bool DisallowsUnmapped { get; init; }

    /// <summary>Whether reading adds to what a member holds, unless the member or its type says so.</summary>
    public bool Populates { get; init; }

    /// <summary>Whether a body with null if the types say no is refused.</summary>
    public bool RespectNullableAnnotations { get; init; } = true;

    /// <summary>Whether a body that lacks a parameter of a constructor is refused.</summary>
    public bool RespectRequiredConstructorParameters { get; init; } = true;
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
