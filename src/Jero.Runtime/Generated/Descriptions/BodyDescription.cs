using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero.Generated;

/// <summary>
/// Endpoint metadata: what a handler reads from the body. It names no content types, since routing would then answer 415 by itself,
/// without saying why.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BodyDescription : IAcceptsMetadata
{
    private BodyDescription()
    {
    }

    /// <summary>The fields and files of a form.</summary>
    public static BodyDescription Form { get; } = new() { RequestType = typeof(IFormCollection), IsForm = true };

    /// <summary>Bytes as they come.</summary>
    public static BodyDescription Bytes { get; } = new() { RequestType = typeof(Stream), IsOptional = true };

    /// <inheritdoc />
    public IReadOnlyList<string> ContentTypes => [];

    /// <inheritdoc />
    public Type? RequestType { get; private init; }

    /// <inheritdoc />
    public bool IsOptional { get; private init; }

    /// <summary>Whether a form is read, which the antiforgery middleware has to judge.</summary>
    public bool IsForm { get; private init; }

    /// <summary>Whether no attribute says that the parameter is the body.</summary>
    public bool IsInferred { get; private init; }

    /// <summary>JSON of a type.</summary>
    public static BodyDescription Json(Type type, bool isOptional, bool isInferred) => new() { RequestType = type, IsOptional = isOptional, IsInferred = isInferred };

    /// <summary>Items of a type, one after another. As for a streamed response, the type is that of an item.</summary>
    public static BodyDescription Items(Type type) => new() { RequestType = type, IsOptional = true };
}
