using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Topics.Tests;

/// <summary>An item that is known at compile time is written and read by generated code, another by the app's metadata.</summary>
public sealed class GeneratedWriterTests
{
    private static readonly string[] Names = ["north"];

    [Fact]
    public async Task AnItem_GoesByTheRulesOfTheAssembly() =>
        Assert.Equal("""{"sensorName":"north"}""", await DataAsync(static services => services.AddJeroTopic<Reading>("readings")));

    [Fact]
    public async Task AnItemOfAGenericMethod_GoesByTheOptionsOfTheApp() =>
        Assert.Equal("""{"sensor_name":"north"}""", await DataAsync(Add<Reading>));

    private static void Add<T>(IServiceCollection services) => services.AddJeroTopic<T>("readings");

    // A filter makes an item of the JSON again, so that reading takes part too.
    private static async Task<string> DataAsync(Action<IServiceCollection> register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        register(builder.Services);
        await using var web = builder.Build();
        web.MapGet("/readings/{after}", (Topic<Reading> readings, string after) =>
            readings.Stream(after, where: static reading => Names.Contains(reading.SensorName)));
        await web.StartAsync(TestContext.Current.CancellationToken);
        var topic = web.Services.GetRequiredService<Topic<Reading>>();
        var first = await topic.PublishAsync(new Reading("south"), cancellationToken: TestContext.Current.CancellationToken);
        await topic.PublishAsync(new Reading("east"), cancellationToken: TestContext.Current.CancellationToken);
        await topic.PublishAsync(new Reading("north"), cancellationToken: TestContext.Current.CancellationToken);

        var address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var client = new HttpClient();
        await using var stream = await client.GetStreamAsync($"{address}/readings/{first}", TestContext.Current.CancellationToken);
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        return "";
    }

    public sealed record Reading(string SensorName);
}
