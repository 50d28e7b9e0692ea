using Jero;

namespace Runtime.Tests.OpenApi.Sizes;

public enum Volume
{
    Small,
}

[Endpoint("/sizes")]
public sealed partial class TextsEndpoint
{
    public JSONResponse<int> Get(Volume volume) => new((int)volume);
}
