using Jero;
using Microsoft.AspNetCore.Authorization;

[assembly: JeroEndpoints("MapCatalog")]

namespace Runtime.TestCatalog;

public sealed record CatalogEntry(int Number, CatalogKind Kind);

[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<CatalogKind>))]
public enum CatalogKind
{
    Book,
    Map,
}

[Endpoint("/catalog")]
public sealed partial class CatalogEndpoint
{
    public NDJSONStreamingResponse<CatalogEntry> Get() => new(Entries());

    [Authorize]
    public JSONResponse<CatalogEntry> Delete() => new(new CatalogEntry(0, CatalogKind.Map));

    private static async IAsyncEnumerable<CatalogEntry> Entries()
    {
        await Task.Yield();
        yield return new CatalogEntry(1, CatalogKind.Book);
    }
}

/// <summary>Internal, and yet mapped by the library's own method.</summary>
[Endpoint("/catalog/internal")]
internal sealed partial class InternalEndpoint
{
    public JSONResponse<CatalogKind> Get() => new(CatalogKind.Map);
}
