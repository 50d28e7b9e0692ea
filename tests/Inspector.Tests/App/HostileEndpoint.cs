namespace Inspector.Tests.App;

[Endpoint("/hostile")]
public sealed partial class HostileEndpoint
{
    /// <summary>Items, ids and names that would be markup.</summary>
    public SSEResponse<Row> Get() => new(Endless.Then(Hostile.Texts.Select(static (text, index) =>
    {
        var line = text.Replace("\0", "", StringComparison.Ordinal);
        return new ServerSentEvent<Row>(new Row(index, text)) { Event = line, Id = line };
    })));

    /// <summary>A problem whose texts would be markup.</summary>
    public JSONResponse<Row> Post() => throw new ProblemException(409, Hostile.Markup);
}
