using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Requests.Tests.Table;

/// <summary>The same handlers as minimal APIs, to see where Jero differs.</summary>
internal static class MinimalTwin
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/numbers/{n}", (int n, double? x, Int128? big, decimal d = 1.5m, bool flag = false, byte small = 7) =>
            Echo.Minimal(n, x, big, d, flag, small));
        app.MapGet("/text/{name?}", (string? name, string q, string? r, string s = "def") => Echo.Minimal(name, q, r, s));
        app.MapGet("/files/{*path}", (string path) => Echo.Minimal(path));
        app.MapGet("/constrained/{n:int:min(3)}", (int n) => Echo.Minimal(n));
        app.MapGet("/paged/{page=7}", (int page) => Echo.Minimal(page));
#pragma warning disable ASP0007 // The point is what happens then.
        app.MapGet("/required/{id?}", (int id) => Echo.Minimal(id));
#pragma warning restore ASP0007
        app.MapGet("/arrays", (int[] ids, string[] names, int?[] maybe, Kind[] kinds, Point[] points, StringValues raw, StringValues? none) =>
            Echo.Minimal(ids, names, maybe, kinds, points, raw, none));
        app.MapPost("/arrays", (int[] ids) => Echo.Minimal(ids));
        app.MapDelete("/arrays", ([FromQuery(Name = "id")] int[] ids) => Echo.Minimal(ids));
        app.MapGet("/headers", (
            [FromHeader(Name = "X-Count")] int count,
            [FromHeader(Name = "X-Tags")] string[] tags,
            [FromHeader(Name = "X-Ids")] int[] ids,
            [FromHeader(Name = "X-Text")] string? text,
            [FromHeader(Name = "X-Kind")] Kind? kind) => Echo.Minimal(count, tags, ids, text, kind));
#pragma warning disable ASP0020 // It is bound as it is.
        app.MapGet("/headers/texts", ([FromHeader(Name = "X-Texts")] StringValues texts, [FromHeader(Name = "X-More")] StringValues? more) => Echo.Minimal(texts, more?.Count));
#pragma warning restore ASP0020
        app.MapGet("/dates", (DateTime? at, DateTimeOffset? moment, DateOnly? day, TimeOnly? time, TimeSpan? span) =>
            Echo.Minimal(at, moment, day, time, span));
        app.MapGet("/kinds", (Kind kind, Kind? maybe, Kind other = Kind.High) => Echo.Minimal(kind, maybe, other));
        app.MapGet("/parsed", (Point p, Point? maybe, Code? code, Celsius? t, Uri? link, Version? version, Guid? id, char? letter) =>
            Echo.Minimal(p, maybe, code, t, link, version, id, letter));
        app.MapGet("/bound", (Span span) => Echo.Minimal(span));
        app.MapPost("/bound", (Ticket? first, Ticket second, Stamp stamp) => Echo.Minimal(first, second, stamp));
        app.MapPost("/orders", (Order order) => Echo.Minimal(order.Id, order.Title, order.Price, order.Kind, order.Lines));
        app.MapPut("/orders", ([FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] Order? order) => Echo.Minimal(order?.Id));
        app.MapPatch("/orders", (Order? order) => Echo.Minimal(order?.Id));
        app.MapDelete("/orders", ([FromBody] Order order) => Echo.Minimal(order.Id));
        app.MapPost("/shapes", (Shape shape) => Echo.Minimal(shape));
        app.MapPost("/raw", async (Stream body, CancellationToken cancellationToken) =>
        {
            using var reader = new StreamReader(body);
            return Echo.Minimal(await reader.ReadToEndAsync(cancellationToken));
        });
        app.MapPut("/raw", async (PipeReader body) =>
        {
            var read = await body.ReadAtLeastAsync(3);
            var text = Encoding.UTF8.GetString(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            return Echo.Minimal(text);
        });
        app.MapPost("/form", ([FromForm] string name, [FromForm] int age, [FromForm] string[] tags, [FromForm] string? note, [FromForm(Name = "k")] Kind kind = Kind.Low) =>
            Echo.Minimal(name, age, tags, note, kind)).DisableAntiforgery();
        app.MapPut("/form", (IFormCollection form) => Echo.Minimal(form.Keys)).DisableAntiforgery();
        app.MapPost("/upload", (IFormFile file, IFormFileCollection all, IFormFile? extra) => Echo.Minimal(file.Length, all.Count, extra?.FileName)).DisableAntiforgery();
        app.MapGet("/pages/{id}", ([AsParameters] Page page, string? last) =>
            Echo.Minimal(page.Id, page.Number, page.Size, page.Counter.Describe(), page.Context.Request.Method, page.Token.CanBeCanceled, page.Order, last));
        app.MapGet("/filtered", ([AsParameters] Filter filter) => Echo.Minimal(filter.Year, filter.Text, filter.Kinds, filter.Fixed));
        app.MapPost("/nulls", ([FromBody] List<string> names) => Echo.Minimal(names));
        app.MapPut("/nulls", ([FromBody] List<string?> names) => Echo.Minimal(names));
        app.MapPatch("/nulls", ([FromBody] Dictionary<string, string> texts) => Echo.Minimal(texts));
        app.MapPost("/measures", (Measures measures) => Echo.Minimal(measures.Value, measures.More, measures.Loose));
        app.MapPost("/strict", (Strict strict) => Echo.Minimal(strict.Id, strict.Tags, strict.Name));
        app.MapPost("/hidden", (Hidden hidden) => Echo.Minimal(hidden.Id, hidden.Secret));
        app.MapPost("/bags", (Bag bag) => Echo.Minimal(bag.Id, bag.More?.DeepClone().ToJsonString(), bag.Next?.More?.DeepClone().ToJsonString()));
        app.MapPost("/free", (Free free) => Echo.Minimal(free.Id, free.More, free.Map));
        app.MapPost("/changes/{id}", ([AsParameters] Change change) => Echo.Minimal(change.Id, change.Order.Id, change.Force));
        app.MapPost("/everything/{id}", (int id, int n, [FromHeader(Name = "X-Count")] int count, Order order) => Echo.Minimal(id, n, count, order.Id));
        app.MapGet("/services", (Counter counter, [FromKeyedServices("a")] Counter keyed, [FromServices] IUnregistered? missing) =>
            Echo.Minimal(counter.Describe(), counter.Describe(), keyed.Describe(), missing));
        app.MapPost("/services", (Line line, Counter counter) => Echo.Minimal(line.Product, counter.Describe()));
        app.MapGet("/searches", ([AsParameters] Search search) => Echo.Minimal(search.Page, search.Size, search.Text, search.Mark));
#pragma warning disable RDG003, RDG006, RDG008 // What the framework's generator does not know is left to its reflection.
        app.MapGet("/listings", ([AsParameters] Listing listing) => Echo.Minimal(listing.Page, listing.Size, listing.Text));
        app.MapGet("/either", ([AsParameters] Either either) => Echo.Minimal(either.A));
        app.MapPost("/profiles", ([FromForm] Profile profile) => Echo.Minimal(profile.Name, profile.Age, profile.Scores, profile.Height, profile.Kind, profile.Address, profile.Born, profile.Home.City, profile.Home.Floor)).DisableAntiforgery();
        app.MapPost("/parcels", ([FromForm] Parcel? parcel) =>
            Echo.Minimal(parcel?.Name, parcel?.Weight, parcel?.From?.City, parcel?.From?.Floor, parcel?.Spot?.X, parcel?.Spot?.Y, parcel?.Note, parcel?.Internal, parcel?.Count)).DisableAntiforgery();
        app.MapPut("/parcels", ([FromForm] Spot? spot, [FromForm] string? text) => Echo.Minimal(spot?.X, spot?.Y, text)).DisableAntiforgery();
        app.MapPost("/signups", ([FromForm] Signup signup) => Echo.Minimal(signup.Name, signup.Age, signup.Size, signup.Tags, signup.Plan, signup.Terms, signup.Note)).DisableAntiforgery();
        app.MapPost("/albums", ([FromForm] Album album) => Echo.Minimal(album.Title, album.Cover.Length, album.Pages.Count, album.Extra?.FileName)).DisableAntiforgery();
        app.MapPost("/lists", ([FromForm] List<int> ids, [FromForm] List<string> names) => Echo.Minimal(ids, names)).DisableAntiforgery();
#pragma warning restore RDG003, RDG006, RDG008
        app.MapPost("/numbersof", ([FromForm] int[] ids) => Echo.Minimal(ids)).DisableAntiforgery();
        app.MapPost("/noted", ([FromForm] string? note) => Echo.Minimal(note)).DisableAntiforgery();
        app.MapGet("/fallbacks", ([FromServices] int limit = 5, [FromKeyedServices("none")] int keyed = 6, [FromServices] IUnregistered? missing = null) => Echo.Minimal(limit, keyed, missing));
        app.MapGet("/unions/{id}", Results<Ok<string>, NotFound, Conflict<Line>> (int id) => id switch
        {
            0 => TypedResults.NotFound(),
            < 0 => TypedResults.Conflict(new Line("taken", id)),
            _ => TypedResults.Ok(Echo.Text(id)),
        });
        app.MapPut("/unions/{id}", (int id) => id == 0 ? TypedResults.NoContent() : Echo.Minimal(id));
        app.MapDelete("/unions/{id}", async ValueTask<NoContent> (int id) =>
        {
            await Task.Yield();
            Echo.Text(id);
            return TypedResults.NoContent();
        });
    }
}
