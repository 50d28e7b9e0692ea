using Jero;
using Movies;
using Scalar.AspNetCore;

var builder = WebApplication.CreateSlimBuilder(args);
// Only where nothing else says where to listen: ASPNETCORE_URLS, --urls, a container's ASPNETCORE_HTTP_PORTS.
if ((builder.Configuration["urls"] ?? builder.Configuration["http_ports"]) is null) builder.WebHost.UseUrls("http://localhost:5080");

builder.Services.AddJero();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<MovieDatabase>();
builder.Services.AddSingleton<MovieStore>();
builder.Services.AddHostedService<MovieImport>();

var app = builder.Build();
app.MapJero();
app.MapJeroOpenApi();
app.MapScalarApiReference("/docs", ScalarPage.Configure);
app.MapIndexPage();
if (app.Environment.IsDevelopment()) app.MapJeroInspector();
app.Run();
