using System.Globalization;
using Jero;

// The tests set the limit of the host by shutdownTimeoutSeconds, which the host reads itself.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
if (double.TryParse(builder.Configuration["SourceStopTimeout"], CultureInfo.InvariantCulture, out var seconds))
{
    builder.Services.AddJero(options => options.SourceStopTimeout = TimeSpan.FromSeconds(seconds));
}

var app = builder.Build();
app.MapJero();
app.Run();
