using System.IO.Pipelines;
using System.Text;
using Jero;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Requests.Tests.Table;

[Endpoint("/numbers/{n}")]
public sealed partial class NumbersEndpoint
{
    public JSONResponse<string> Get(int n, double? x, Int128? big, decimal d = 1.5m, bool flag = false, byte small = 7) =>
        Echo.Jero(n, x, big, d, flag, small);
}

[Endpoint("/text/{name?}")]
public sealed partial class TextEndpoint
{
    public JSONResponse<string> Get(string? name, string q, string? r, string s = "def") => Echo.Jero(name, q, r, s);
}

[Endpoint("/files/{*path}")]
public sealed partial class FilesEndpoint
{
    public JSONResponse<string> Get(string path) => Echo.Jero(path);
}

[Endpoint("/constrained/{n:int:min(3)}")]
public sealed partial class ConstrainedEndpoint
{
    public JSONResponse<string> Get(int n) => Echo.Jero(n);
}

[Endpoint("/paged/{page=7}")]
public sealed partial class PagedEndpoint
{
    public JSONResponse<string> Get(int page) => Echo.Jero(page);
}

[Endpoint("/required/{id?}")]
public sealed partial class RequiredEndpoint
{
    public JSONResponse<string> Get(int id) => Echo.Jero(id);
}

[Endpoint("/arrays")]
public sealed partial class ArraysEndpoint
{
    public JSONResponse<string> Get(int[] ids, string[] names, int?[] maybe, Kind[] kinds, Point[] points, StringValues raw, StringValues? none) =>
        Echo.Jero(ids, names, maybe, kinds, points, raw, none);

    public JSONResponse<string> Post(int[] ids) => Echo.Jero(ids);

    public JSONResponse<string> Delete([FromQuery(Name = "id")] int[] ids) => Echo.Jero(ids);
}

[Endpoint("/headers")]
public sealed partial class HeadersEndpoint
{
    public JSONResponse<string> Get(
        [FromHeader(Name = "X-Count")] int count,
        [FromHeader(Name = "X-Tags")] string[] tags,
        [FromHeader(Name = "X-Ids")] int[] ids,
        [FromHeader(Name = "X-Text")] string? text,
        [FromHeader(Name = "X-Kind")] Kind? kind) => Echo.Jero(count, tags, ids, text, kind);
}

[Endpoint("/headers/texts")]
public sealed partial class HeaderTextsEndpoint
{
    public JSONResponse<string> Get([FromHeader(Name = "X-Texts")] StringValues texts, [FromHeader(Name = "X-More")] StringValues? more) => Echo.Jero(texts, more?.Count);
}

[Endpoint("/dates")]
public sealed partial class DatesEndpoint
{
    public JSONResponse<string> Get(DateTime? at, DateTimeOffset? moment, DateOnly? day, TimeOnly? time, TimeSpan? span) =>
        Echo.Jero(at, moment, day, time, span);
}

[Endpoint("/kinds")]
public sealed partial class KindsEndpoint
{
    public JSONResponse<string> Get(Kind kind, Kind? maybe, Kind other = Kind.High) => Echo.Jero(kind, maybe, other);
}

[Endpoint("/parsed")]
public sealed partial class ParsedEndpoint
{
    public JSONResponse<string> Get(Point p, Point? maybe, Code? code, Celsius? t, Uri? link, Version? version, Guid? id, char? letter) =>
        Echo.Jero(p, maybe, code, t, link, version, id, letter);
}

[Endpoint("/bound")]
public sealed partial class BoundEndpoint
{
    public JSONResponse<string> Get(Span span) => Echo.Jero(span);

    public JSONResponse<string> Post(Ticket? first, Ticket second, Stamp stamp) => Echo.Jero(first, second, stamp);
}

[Endpoint("/orders")]
public sealed partial class OrdersEndpoint
{
    public JSONResponse<string> Post(Order order) => Echo.Jero(order.Id, order.Title, order.Price, order.Kind, order.Lines);

    public JSONResponse<string> Put([FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] Order? order) =>
        Echo.Jero(order?.Id);

    public JSONResponse<string> Patch(Order? order) => Echo.Jero(order?.Id);

    public JSONResponse<string> Delete([FromBody] Order order) => Echo.Jero(order.Id);
}

[Endpoint("/shapes")]
public sealed partial class ShapesEndpoint
{
    public JSONResponse<string> Post(Shape shape) => Echo.Jero(shape);
}

[Endpoint("/raw")]
public sealed partial class RawEndpoint
{
    public async Task<JSONResponse<string>> Post(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body);
        return Echo.Jero(await reader.ReadToEndAsync(cancellationToken));
    }

    public async Task<JSONResponse<string>> Put(PipeReader body)
    {
        var read = await body.ReadAtLeastAsync(3);
        var text = Encoding.UTF8.GetString(read.Buffer);
        body.AdvanceTo(read.Buffer.End);
        return Echo.Jero(text);
    }
}

[Endpoint("/form")]
public sealed partial class FormEndpoint
{
    public JSONResponse<string> Post([FromForm] string name, [FromForm] int age, [FromForm] string[] tags, [FromForm] string? note, [FromForm(Name = "k")] Kind kind = Kind.Low) =>
        Echo.Jero(name, age, tags, note, kind);

    public JSONResponse<string> Put(IFormCollection form) => Echo.Jero(form.Keys);
}

[Endpoint("/upload")]
public sealed partial class UploadEndpoint
{
    public JSONResponse<string> Post(IFormFile file, IFormFileCollection all, IFormFile? extra) => Echo.Jero(file.Length, all.Count, extra?.FileName);
}

[Endpoint("/pages/{id}")]
public sealed partial class PagesEndpoint
{
    public JSONResponse<string> Get([AsParameters] Page page, string? last) =>
        Echo.Jero(page.Id, page.Number, page.Size, page.Counter.Describe(), page.Context.Request.Method, page.Token.CanBeCanceled, page.Order, last);
}

[Endpoint("/filtered")]
public sealed partial class FilteredEndpoint
{
    public JSONResponse<string> Get([AsParameters] Filter filter) => Echo.Jero(filter.Year, filter.Text, filter.Kinds, filter.Fixed);
}

[Endpoint("/changes/{id}")]
public sealed partial class ChangesEndpoint
{
    public JSONResponse<string> Post([AsParameters] Change change) => Echo.Jero(change.Id, change.Order.Id, change.Force);
}

[Endpoint("/everything/{id}")]
public sealed partial class EverythingEndpoint
{
    public JSONResponse<string> Post(int id, int n, [FromHeader(Name = "X-Count")] int count, Order order) => Echo.Jero(id, n, count, order.Id);
}

[Endpoint("/services")]
public sealed partial class ServicesEndpoint(Counter own)
{
    public JSONResponse<string> Get(Counter counter, [FromKeyedServices("a")] Counter keyed, IUnregistered? missing) =>
        Echo.Jero(own.Describe(), counter.Describe(), keyed.Describe(), missing);

    // A service beside a body: the one that JSON can be read to is the body.
    public JSONResponse<string> Post(Line line, Counter counter) => Echo.Jero(line.Product, counter.Describe());
}

[Endpoint("/unions/{id}")]
public sealed partial class UnionsEndpoint
{
    public Results<JSONResponse<string>, NotFound, Conflict<Line>> Get(int id) => id switch
    {
        0 => TypedResults.NotFound(),
        < 0 => TypedResults.Conflict(new Line("taken", id)),
        _ => Echo.Jero(id),
    };

#pragma warning disable JERO004 // The clients of this one are no browsers.
    public async Task<Results<NDJSONStreamingResponse<Line>, SSEResponse<Line>, NoContent>> Post(int id)
#pragma warning restore JERO004
    {
        await Task.Yield();
        return id switch
        {
            0 => TypedResults.NoContent(),
            < 0 => new SSEResponse<Line>(Lines()),
            _ => new NDJSONStreamingResponse<Line>(Lines()),
        };
    }

    public IResult Put(int id) => id == 0 ? TypedResults.NoContent() : Echo.Jero(id);

    public static async ValueTask<NoContent> DeleteAsync(int id)
    {
        await Task.Yield();
        Echo.Text(id);
        return TypedResults.NoContent();
    }

    private static async IAsyncEnumerable<Line> Lines()
    {
        yield return new Line("a", 1);
        await Task.Yield();
        yield return new Line("b", 2);
    }
}

[Endpoint("/searches")]
public sealed partial class SearchesEndpoint
{
    public JSONResponse<string> Get([AsParameters] Search search) => Echo.Jero(search.Page, search.Size, search.Text, search.Mark);
}

[Endpoint("/listings")]
public sealed partial class ListingsEndpoint
{
    public JSONResponse<string> Get([AsParameters] Listing listing) => Echo.Jero(listing.Page, listing.Size, listing.Text);
}

[Endpoint("/either")]
public sealed partial class EitherEndpoint
{
    public JSONResponse<string> Get([AsParameters] Either either) => Echo.Jero(either.A);
}

[Endpoint("/profiles")]
public sealed partial class ProfilesEndpoint
{
    public JSONResponse<string> Post([FromForm] Profile profile) => Echo.Jero(profile.Name, profile.Age, profile.Scores, profile.Height, profile.Kind, profile.Address, profile.Born, profile.Home.City, profile.Home.Floor);
}

[Endpoint("/parcels")]
public sealed partial class ParcelsEndpoint
{
    public JSONResponse<string> Post([FromForm] Parcel? parcel) =>
        Echo.Jero(parcel?.Name, parcel?.Weight, parcel?.From?.City, parcel?.From?.Floor, parcel?.Spot?.X, parcel?.Spot?.Y, parcel?.Note, parcel?.Internal, parcel?.Count);

    public JSONResponse<string> Put([FromForm] Spot? spot, [FromForm] string? text) => Echo.Jero(spot?.X, spot?.Y, text);
}

[Endpoint("/signups")]
public sealed partial class SignupsEndpoint
{
    public JSONResponse<string> Post([FromForm] Signup signup) => Echo.Jero(signup.Name, signup.Age, signup.Size, signup.Tags, signup.Plan, signup.Terms, signup.Note);
}

[Endpoint("/albums")]
public sealed partial class AlbumsEndpoint
{
    public JSONResponse<string> Post([FromForm] Album album) => Echo.Jero(album.Title, album.Cover.Length, album.Pages.Count, album.Extra?.FileName);
}

[Endpoint("/lists")]
public sealed partial class ListsEndpoint
{
    public JSONResponse<string> Post([FromForm] List<int> ids, [FromForm] List<string> names) => Echo.Jero(ids, names);
}

[Endpoint("/numbersof")]
public sealed partial class NumbersOfEndpoint
{
    public JSONResponse<string> Post([FromForm] int[] ids) => Echo.Jero(ids);
}

[Endpoint("/noted")]
public sealed partial class NotedEndpoint
{
    public JSONResponse<string> Post([FromForm] string? note) => Echo.Jero(note);
}

[Endpoint("/fallbacks")]
public sealed partial class FallbacksEndpoint
{
    public JSONResponse<string> Get([FromServices] int limit = 5, [FromKeyedServices("none")] int keyed = 6, [FromServices] IUnregistered? missing = null) => Echo.Jero(limit, keyed, missing);
}

/// <summary>The framework's reflection finds two members of one name and fails.</summary>
[Endpoint("/nowhere/hiding")]
public sealed partial class HidingEndpoint
{
    public JSONResponse<string> Get([AsParameters] Hiding hiding) => Echo.Jero(hiding.Mark, ((Paging)hiding).Mark);
}

[Endpoint("/nulls")]
public sealed partial class NullsEndpoint
{
    public JSONResponse<string> Post([FromBody] List<string> names) => Echo.Jero(names);

    public JSONResponse<string> Put([FromBody] List<string?> names) => Echo.Jero(names);

    public JSONResponse<string> Patch([FromBody] Dictionary<string, string> texts) => Echo.Jero(texts);
}

[Endpoint("/measures")]
public sealed partial class MeasuresEndpoint
{
    public JSONResponse<string> Post(Measures measures) => Echo.Jero(measures.Value, measures.More, measures.Loose);
}

[Endpoint("/strict")]
public sealed partial class StrictEndpoint
{
    public JSONResponse<string> Post(Strict strict) => Echo.Jero(strict.Id, strict.Tags, strict.Name);
}

[Endpoint("/hidden")]
public sealed partial class HiddenEndpoint
{
    public JSONResponse<string> Post(Hidden hidden) => Echo.Jero(hidden.Id, hidden.Secret);
}

[Endpoint("/bags")]
public sealed partial class BagsEndpoint
{
    public JSONResponse<string> Post(Bag bag) => Echo.Jero(bag.Id, bag.More?.DeepClone().ToJsonString(), bag.Next?.More?.DeepClone().ToJsonString());
}

[Endpoint("/free")]
public sealed partial class FreeEndpoint
{
    public JSONResponse<string> Post(Free free) => Echo.Jero(free.Id, free.More, free.Map);
}
