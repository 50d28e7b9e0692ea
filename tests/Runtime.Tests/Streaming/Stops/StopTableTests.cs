using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming.Stops;

/// <summary>Every end of a stream, against every wrapper and every form of source.</summary>
public class StopTableTests
{
    public static TheoryData<StreamEnd, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<StreamEnd, string, string>();
            foreach (var end in Enum.GetValues<StreamEnd>())
            {
                foreach (var form in SourceForm.All)
                {
                    rows.Add(end, form.Wrapper, form.Source);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_stream_that_ends_is_torn_down_once_and_in_order_and_everyone_is_told(StreamEnd end, string wrapper, string source)
    {
        var row = new StopRow(SourceForm.All.Single(form => form.Wrapper == wrapper && form.Source == source), end);
        var traced = new TracedSource(end);
        var time = new FakeTimeProvider();
        await using var app = await StartAsync(row, traced, time);
        using var meters = new StreamMeters(app);

        var (seen, body) = await EndingClient.RunAsync(app, time, end);
        await App.UntilAsync(() => meters.HaveClosedOne(row.HasItem1), "the stream closes");

        Assert.Equal(row.Form.Steps, traced.Steps);
        Assert.True(traced.Token.CanBeCanceled);
        Assert.Equal(row.TokenFires, traced.Token.IsCancellationRequested);
        CheckSeen(row, seen, body);
        CheckLog(row, app.Log);
        CheckMetrics(row, meters);
    }

    private static Task<App> StartAsync(StopRow row, TracedSource source, FakeTimeProvider time) => App.StartAsync(
        web => web.MapGet(EndingClient.Path, IResult () => row.Form.Respond(source)),
        services => services
            .AddSingleton<TimeProvider>(time)
            .ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default))
            .AddJero(options =>
            {
                options.KeepAlive = null;
                options.StreamsOnShutdown = ShutdownBehavior.Stop;
                options.MaxDuration = row.End == StreamEnd.DurationIsOver ? EndingClient.MaxDuration : null;
                options.SendTimeout = row.End == StreamEnd.ClientTakesNothing ? EndingClient.SendTimeout : null;
            }),
        row.End == StreamEnd.ClientResetsHttp2Stream ? HttpProtocols.Http2 : HttpProtocols.Http1);

    private static void CheckSeen(StopRow row, SeenEnd seen, string? body)
    {
        Assert.Equal(row.Seen, seen);
        if (row.End == StreamEnd.ClientTakesNothing)
        {
            Assert.StartsWith(row.Form.FirstItem, body, StringComparison.Ordinal);
        }
        else if (seen != SeenEnd.Nothing)
        {
            Assert.Equal(row.HasItem1 ? row.Form.FirstItem : "", body);
        }
    }

    private static void CheckLog(StopRow row, LogLines log)
    {
        Assert.Equal(row.LogLevels, log.OfJero.Select(line => line.Level));
        Assert.All(log.OfJero, line => Assert.Equal(row.Form.LogCategory, line.Category));
        Assert.All(log.OfJero, line => Assert.StartsWith(EndingClient.Path, line.Message, StringComparison.Ordinal));
        Assert.Contains($"ended ({row.Reason})", log.OfJero.Last().Message, StringComparison.Ordinal);
        Assert.Equal(row.LogLevels.Contains(LogLevel.Error), log.OfJero.Any(line => line.Exception is InvalidDataException));
        if (row.IsOutside)
        {
            Assert.Empty(log.Errors);
            Assert.DoesNotContain(log.OfJero, line => line.Exception is not null);
        }
    }

    private static void CheckMetrics(StopRow row, StreamMeters meters)
    {
        var open = $"http.route={EndingClient.Path} jero.wrapper={row.Form.Wrapper}";
        var ended = $"http.route={EndingClient.Path} jero.stop_reason={row.Tag} jero.wrapper={row.Form.Wrapper}";
        Assert.Equal([(1, open), (-1, open)], meters.Active.GetMeasurementSnapshot().Select(one => (one.Value, StreamMeters.TagsOf(one))));

        var items = meters.Items.GetMeasurementSnapshot();
        var bytes = meters.Bytes.GetMeasurementSnapshot();
        Assert.Equal(ended, StreamMeters.TagsOf(Assert.Single(meters.Duration.GetMeasurementSnapshot())));
        Assert.All(items, one => Assert.Equal(open, StreamMeters.TagsOf(one)));
        Assert.All(bytes, one => Assert.Equal(open, StreamMeters.TagsOf(one)));
        Assert.Empty(meters.Unresponsive.GetMeasurementSnapshot());
        if (row.End == StreamEnd.ClientTakesNothing)
        {
            Assert.InRange(items.Sum(one => one.Value), 2, int.MaxValue);
            Assert.InRange(bytes.Sum(one => one.Value), row.Form.FirstItem.Length, int.MaxValue);
        }
        else
        {
            Assert.Equal(row.HasItem1 ? 1 : 0, items.Sum(one => one.Value));
            Assert.Equal(row.HasItem1 ? row.Form.FirstItem.Length : 0, bytes.Sum(one => one.Value));
        }

        Assert.Equal(row.HasItem1 ? [open] : [], meters.TimeToFirstItem.GetMeasurementSnapshot().Select(StreamMeters.TagsOf));
    }
}
