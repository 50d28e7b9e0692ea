using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Inspector.Tests.App;

[Endpoint("/uploads")]
public sealed partial class UploadsEndpoint
{
    /// <summary>Takes a form and says what was in it, a row a field.</summary>
    /// <param name="title">A text.</param>
    /// <param name="pages">Numbers.</param>
    /// <param name="picture">A file.</param>
    public NDJSONStreamingResponse<Row> Post([FromForm] string title, [FromForm] int[] pages, IFormFile picture) =>
        new(Endless.Then<Row>([new(0, title), .. pages.Select(static page => new Row(page, "page")), new((int)picture.Length, picture.FileName)]));

    /// <summary>Takes a file as it is, and says how long it was.</summary>
    /// <param name="body">The file.</param>
    public async Task<JSONResponse<int>> PutAsync(Stream body)
    {
        using var kept = new MemoryStream();
        await body.CopyToAsync(kept);
        return new((int)kept.Length);
    }
}
