using System.Data.Common;
using System.Diagnostics;
using Cookbook;
using Jero;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

// The recipe of the outbox as a process: FOLDER [DIES], where the process kills itself when it is about to take the first row out of the
// outbox that it has just published.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddDbContext<Shop>(options =>
{
    options.UseSqlite($"Data Source={Path.Combine(args[0], "shop.db")}");
    if (args is [_, "dies"]) options.AddInterceptors(new Death());
});
builder.Services.AddJeroTopic<StockChange>("stock").UseSqlite($"Data Source={Path.Combine(args[0], "stock.db")}");
builder.Services.AddHostedService<OutboxPublisher>();
var app = builder.Build();
app.MapJero();
await using (var scope = app.Services.CreateAsyncScope())
{
    var shop = scope.ServiceProvider.GetRequiredService<Shop>();
    if (await shop.Database.EnsureCreatedAsync())
    {
        shop.Articles.Add(new Article { Id = "lamp", Stock = 5 });
        await shop.SaveChangesAsync();
    }
}

await app.StartAsync();
Console.WriteLine($"listening on {app.Urls.First()}");
await app.WaitForShutdownAsync();

internal sealed class Death : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith("DELETE", StringComparison.Ordinal))
        {
            Process.GetCurrentProcess().Kill();
        }

        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}
