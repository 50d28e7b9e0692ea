using Jero;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Runtime.Tests.OpenApi;

[Endpoint("/by/{id:int:min(1)}")]
public sealed partial class ByNumberEndpoint
{
    public JSONResponse<int> Get(int id) => new(id);
}

[Endpoint("/by/{key:guid}")]
public sealed partial class ByKeyEndpoint
{
    public JSONResponse<Guid> Get(Guid key) => new(key);

    public JSONResponse<Guid> Delete(Guid key) => new(key);
}

[Authorize(Roles = "keeper"), Endpoint("/vault")]
public sealed partial class VaultEndpoint
{
    public BytesResponse Get() => new(Array.Empty<byte>());

    [AllowAnonymous]
    public BytesResponse Post() => new(Array.Empty<byte>());
}

/// <summary>Not used any more.</summary>
[Tags("old"), Endpoint("/old")]
public sealed partial class OldEndpoint
{
    /// <summary>Said at compile time.</summary>
    /// <remarks>More of it.</remarks>
    [Obsolete("Use another.")]
    public BytesResponse Get() => new(Array.Empty<byte>());
}

public static partial class First
{
    [Endpoint("/first")]
    public sealed partial class TwinEndpoint
    {
        public JSONResponse<int> Get() => new(1);
    }
}

public static partial class Second
{
    [Endpoint("/second")]
    public sealed partial class TwinEndpoint
    {
        public JSONResponse<int> Get() => new(2);
    }
}
