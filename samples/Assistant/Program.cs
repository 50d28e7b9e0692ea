using Assistant;
using Assistant.Models;
using Jero;

// Published, wwwroot lies beside the program, which may be started from anywhere.
var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published });
// Only where nothing else says where to listen: ASPNETCORE_URLS, --urls, a container's ASPNETCORE_HTTP_PORTS.
if ((builder.Configuration["urls"] ?? builder.Configuration["http_ports"]) is null) builder.WebHost.UseUrls("http://localhost:5081");

builder.Services.AddJero();
builder.Services.AddModel(builder.Configuration);
builder.Services.AddSingleton<Answers>();

var app = builder.Build();
app.Logger.LogModel(app.Services.GetRequiredService<IModel>());
app.UseChatPage();
app.MapJero();
app.MapJeroOpenApi();
if (app.Environment.IsDevelopment()) app.MapJeroInspector();
app.Run();
