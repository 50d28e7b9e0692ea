namespace Jero.Generator.Model;

/// <summary>The item of topics that the assembly registers.</summary>
internal sealed record Topic : IJsonPart
{
    /// <summary>The generated file.</summary>
    public required string HintName { get; init; }

    public required JsonShape Item { get; init; }

    /// <summary>The user's own context that items are written by; null if Jero writes them.</summary>
    public required TypeName? JsonContext { get; init; }

    public required EquatableArray<JsonDefinition> Definitions { get; init; }

    public required EquatableArray<JsonConstructed> Constructed { get; init; }

    /// <summary>The ids of experimental and obsolete symbols that its file names.</summary>
    public required EquatableArray<string> Suppressed { get; init; }

    public required EquatableArray<string> SuppressedOfAssembly { get; init; }

    public required bool HasUnknown { get; init; }
}

/// <summary>Represents a call of <c>AddJeroTopic</c>. Unlike its topic, it moves with each edit of its file.</summary>
/// <param name="Topic">What is registered.</param>
/// <param name="Site">Where.</param>
internal sealed record TopicCall(Topic Topic, CallSite Site);

/// <summary>A call as the compiler finds it again.</summary>
/// <param name="Version">The form of <paramref name="Data"/>.</param>
/// <param name="Data">Opaque.</param>
/// <param name="Place">For a reader: the name of the file and the line.</param>
/// <remarks>https://github.com/dotnet/roslyn/blob/main/docs/features/interceptors.md</remarks>
internal sealed record CallSite(int Version, string Data, string Place);

/// <summary>A topic and every call that registers one of its item, by file and line.</summary>
internal sealed record TopicRegistration(Topic Topic, EquatableArray<CallSite> Sites);
