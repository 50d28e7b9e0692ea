namespace Jero.Generator;

/// <summary>The steps of the pipeline whose caching is tested.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Endpoints = nameof(Endpoints);
    public const string Topics = nameof(Topics);
    public const string Definitions = nameof(Definitions);
    public const string Validation = nameof(Validation);
    public const string Assembly = nameof(Assembly);
    public const string Diagnostics = nameof(Diagnostics);
    public const string Clashes = nameof(Clashes);
    public const string HintNames = nameof(HintNames);

    public static readonly string[] All = [Parse, Endpoints, Topics, Definitions, Validation, Assembly, Diagnostics, Clashes, HintNames];
}
