using Jero;
using Notifications;

var builder = WebApplication.CreateSlimBuilder(args);
// Only where nothing else says where to listen: ASPNETCORE_URLS, --urls, a container's ASPNETCORE_HTTP_PORTS.
if ((builder.Configuration["urls"] ?? builder.Configuration["http_ports"]) is null) builder.WebHost.UseUrls("http://localhost:5082");

builder.Services.AddNotifications(builder.Configuration);

var app = builder.Build();
app.MapNotifications();
if (app.Environment.IsDevelopment()) app.MapJeroInspector();
app.Run();
