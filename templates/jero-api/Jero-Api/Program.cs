using Jero_Api;
using Jero;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Sensor>();

var app = builder.Build();
app.MapJero();           // every endpoint of this assembly
app.MapJeroOpenApi();    // GET /openapi.json
app.Run();
