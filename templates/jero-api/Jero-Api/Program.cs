using Jero_Api;
using Jero;

var builder = WebApplication.CreateSlimBuilder(args);
//#if (client)
builder.Services.AddJero();    // lets the build write the document
//#endif
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Sensor>();
//#if (topic)
builder.Services.AddJeroTopic<Alarm>("alarms");
//#endif

var app = builder.Build();
app.MapJero();           // every endpoint of this assembly
app.MapJeroOpenApi();    // GET /openapi.json
app.Run();
