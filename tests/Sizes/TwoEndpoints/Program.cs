using Jero;

var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapJero();
app.Run();
