using System.Text.Json.Serialization;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Runtime.Tests.OpenApi.Loudness;

/// <summary>How loud it is.</summary>
public enum Volume
{
    Loud = 1,
    Calm = 0,
}

[Flags]
public enum Rights
{
    Read = 1,
    Write = 2,
}

[JsonConverter(typeof(JsonStringEnumConverter<Pace>))]
public enum Pace
{
    Slow,
    Fast,
}

[Endpoint("/loudness/{route}")]
public sealed partial class TextsEndpoint
{
    public JSONResponse<int> Get(Volume route, Volume? query, Volume[] several, [FromHeader(Name = "X-Volume")] Volume header, Rights rights, Volume other = Volume.Loud) =>
        new((int)route + (int)(query ?? header) + several.Length + (int)rights + (int)other);

    public JSONResponse<int> Post(Volume route, [FromForm] Volume field) => new((int)route + (int)field);
}

[Endpoint("/numbers")]
public sealed partial class NumbersEndpoint
{
    public JSONResponse<Volume> Get() => new(Volume.Loud);
}

[Endpoint("/paces")]
public sealed partial class PacesEndpoint
{
    public JSONResponse<Pace> Get(Pace pace) => new(pace);
}
