using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class HttpLoggingTests
{
    private readonly Trace _trace = new();

    [Theory]
    [InlineData("/citizen/stream")]
    [InlineData("/citizen/events")]
    public async Task Items_come_one_by_one_while_the_body_is_logged(string path)
    {
        await using var app = await Citizen.StartAsync(_trace, web =>
        {
            web.UseHttpLogging();
            web.MapEndpoint<StreamCitizen>();
            web.MapEndpoint<EventsCitizen>();
        }, services => services.AddHttpLogging(logging =>
        {
            logging.LoggingFields = HttpLoggingFields.All;
            logging.MediaTypeOptions.AddText("application/x-ndjson");
            logging.MediaTypeOptions.AddText("text/event-stream");
        }));

        using var client = await RawClient.SendAsync(app, path);
        await client.UntilAsync("first");
        Assert.DoesNotContain("second", client.Received, StringComparison.Ordinal);
        _trace.Release();
        await client.UntilAsync("0\r\n\r\n");

        await App.UntilAsync(() => app.Log.All.Any(line => line.Category.Contains("HttpLogging", StringComparison.Ordinal)
            && line.Message.Contains("second", StringComparison.Ordinal)), "the body is logged");
    }
}
