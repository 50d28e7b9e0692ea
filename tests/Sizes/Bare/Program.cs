var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => "ready");
app.Run();
