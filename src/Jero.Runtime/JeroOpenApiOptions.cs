namespace Jero;

/// <summary>What the document says of the app as a whole.</summary>
public sealed class JeroOpenApiOptions
{
    /// <summary>The API's title; the name of the assembly of the first endpoint unless set.</summary>
    public string? Title { get; set; }

    /// <summary>The API's version; that of the assembly of the first endpoint unless set.</summary>
    public string? Version { get; set; }

    /// <summary>What the API is for, in CommonMark; none unless set.</summary>
    public string? Description { get; set; }

    /// <summary>The URLs of the servers, absolute or relative to the document's; none unless added, which means the document's own server.</summary>
    public IList<string> Servers { get; } = [];
}
