using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jero.Generated;

/// <summary>
/// Describes, as endpoint metadata, what a handler reads from the body. It names no content types, because routing would then answer 415 by
/// itself without saying why.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BodyDescription : IAcceptsMetadata
{
    private BodyDescription()
    {
    }

    /// <summary>Gets the description of a form: its fields and files.</summary>
    public static BodyDescription Form { get; } = new() { RequestType = typeof(IFormCollection), IsForm = true };

    /// <summary>Gets the description of a body that is read as bytes.</summary>
    public static BodyDescription Bytes { get; } = new() { RequestType = typeof(Stream), IsOptional = true };

    /// <inheritdoc />
    public IReadOnlyList<string> ContentTypes => [];

    /// <inheritdoc />
    public Type? RequestType { get; private init; }

    /// <inheritdoc />
    public bool IsOptional { get; private init; }

    /// <summary>Gets whether the handler reads a form, which the antiforgery middleware must check.</summary>
    public bool IsForm { get; private init; }

    /// <summary>Gets whether the parameter is the body although no attribute says so.</summary>
    public bool IsInferred { get; private init; }

    /// <summary>Describes a JSON body of a type.</summary>
    public static BodyDescription Json(Type type, bool isOptional, bool isInferred) => new() { RequestType = type, IsOptional = isOptional, IsInferred = isInferred };

    /// <summary>Describes a body of items. As for a streamed response, the type is that of one item.</summary>
    public static BodyDescription Items(Type type) => new() { RequestType = type, IsOptional = true };
}
