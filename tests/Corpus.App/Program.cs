using System.Text;
using Jero;

// Prints what every case of the corpus streams: by its direct writer, and by its metadata. It serves and asks itself, so that nothing is left out.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
var app = builder.Build();

app.MapGroup("/direct").MapJero();
// Not the response itself but an IResult that stands for it: the generated code then has no writer for it, and the metadata is used.
app.MapGroup("/metadata").MapJero().AddEndpointFilter(async (context, next) => new ByMetadata((IResult)(await next(context))!));

await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
await using var output = Console.OpenStandardOutput();
var paths = ((IEndpointRouteBuilder)app).DataSources
    .SelectMany(source => source.Endpoints)
    .OfType<RouteEndpoint>()
    .Select(endpoint => endpoint.RoutePattern.RawText!)
    .Distinct()
    .Order(StringComparer.Ordinal);
foreach (var path in paths)
{
    using var response = await client.GetAsync(path);
    var body = await response.Content.ReadAsByteArrayAsync();
    await output.WriteAsync(Encoding.UTF8.GetBytes($"{path} {(int)response.StatusCode}\n"));
    await output.WriteAsync(body);
}

await app.StopAsync();

internal sealed class ByMetadata(IResult response) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => response.ExecuteAsync(httpContext);
}
