namespace Jero.Generator.Model;

/// <summary>One parameter of a handler and where its argument comes from.</summary>
internal sealed record Parameter
{
    /// <summary>The user's name, escaped where it is a keyword, and prefixed where it clashes with a generated local.</summary>
    public required string Local { get; init; }

    /// <summary>The declared type.</summary>
    public required string TypeName { get; init; }

    public required ParameterSource Source { get; init; }

    /// <summary>Route, query and header: the name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>The expression that yields the argument from <c>http</c> or <c>request</c>.</summary>
    public required string Argument { get; init; }

    /// <summary>Whether a request can be wrong about it: it is required, or has to be parsed.</summary>
    public required bool CanFail { get; init; }

    /// <summary>Whether the argument is parsed from text; a string is taken as it is.</summary>
    public required bool IsParsed { get; init; }

    /// <summary>Whether the argument may be missing from the request.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Route, query and header: the shape of one value, for the document.</summary>
    public required JsonShape? Shape { get; init; }
}

/// <summary>Where an argument comes from.</summary>
internal enum ParameterSource
{
    Route,
    Query,
    Header,
    Services,
    Request,
}
