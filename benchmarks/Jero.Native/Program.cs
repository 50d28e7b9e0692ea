using System.Net;
using Jero;

// Jero alone, so that it can be compiled natively; `Jero.Loopback -- native` measures it.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
await using var app = builder.Build();
app.MapJero();
await app.StartAsync();
Console.WriteLine(new Uri(app.Urls.First()).Port);
await app.WaitForShutdownAsync();
