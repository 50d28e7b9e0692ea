using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Jero.Streaming;

/// <summary>One stream from set-up to end: what is sent and torn down in which order, whatever ends it.</summary>
internal sealed class StreamRun(HttpContext http, StreamSettings settings, IStreamPump pump, ResponseOutput output, StreamStop stop)
{
    private ExceptionDispatchInfo? _fault;

    /// <summary>Runs the stream and disposes what it was given.</summary>
    /// <remarks>A stream is idle in here for most of its life: what it needs only in the end is left to methods of their own.</remarks>
    /// <exception cref="StreamCutShortException">The response had begun on HTTP/1 and is to be broken off.</exception>
    public async Task RunAsync()
    {
        var started = settings.Time.GetTimestamp();
        var wasCounted = settings.Metrics.Opened(settings);
        try
        {
            if (pump.HasLifecycle && !stop.IsDecided)
            {
                await pump.SetUpAsync().ConfigureAwait(false);
            }

            if ((pump.HasLifecycle || settings.Wrapper.StartsAtOnce) && !stop.IsDecided)
            {
                await output.BeginAsync().ConfigureAwait(false);
            }

            if (!stop.IsDecided)
            {
                await pump.PullAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            output.TakeBackPartialItem();

            // What is thrown after a stop is no fault. A source that was given the request's own token hears of an abort before the stop does.
            if (http.RequestAborted.IsCancellationRequested)
            {
                stop.Request(StopReason.ClientGone);
            }
            else if (stop.TryDecide(StopReason.SourceFaulted))
            {
                Fail(exception);
                if (pump.IsPulling)
                {
                    // It was the response that failed: the source does not know yet.
                    stop.TellSource();
                }
            }
        }

        await FinishAsync(started, wasCounted).ConfigureAwait(false);
    }

    private async Task FinishAsync(long started, bool wasCounted)
    {
        using var ownStop = stop;
        using var ownOutput = output;
        await SendRestAsync().ConfigureAwait(false);

        var teardown = pump.TearDownAsync();
        var isBack = teardown.IsCompleted || await SourceWait.IsBackAsync(teardown, stop, settings).ConfigureAwait(false);

        StreamLog.Ended(settings.Logger, settings.Route, stop.Reason, output.Items, output.Bytes);
        settings.Metrics.Closed(
            settings,
            wasCounted,
            stop.Reason,
            settings.Time.GetElapsedTime(started),
            output.FirstItemAt is { } first ? settings.Time.GetElapsedTime(started, first) : null,
            output.Items,
            output.Bytes);

        await EndAsync(isSecondStream: isBack && !await teardown.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Sends what has to be sent before teardown, which may take its time.</summary>
    private async Task SendRestAsync()
    {
        try
        {
            if (stop.IsCleanStop)
            {
                await output.CompleteAsync().ConfigureAwait(false);
            }
            else if (stop.Reason == StopReason.SourceFaulted && output.HasBegun)
            {
                await output.FlushAsync().ConfigureAwait(false);
            }
            else if (stop.Reason == StopReason.Completed && !output.HasBegun)
            {
                output.BeginEmpty();
            }
        }
        catch (Exception exception)
        {
            if (_fault is null)
            {
                Fail(exception);
            }
        }
    }

    private async Task EndAsync(bool isSecondStream)
    {
        if (_fault is not null)
        {
            if (!http.Response.HasStarted)
            {
                _fault.Throw();
            }

            await output.BreakOffAsync(_fault.SourceException).ConfigureAwait(false);
            return;
        }

        if (isSecondStream)
        {
            const string Mistake = "the lifecycle yielded a second stream; it must reach exactly one yield return";
            StreamLog.LifecycleMistaken(settings.Logger, settings.Route, Mistake);
            if (stop.Reason == StopReason.Completed)
            {
                await output.BreakOffAsync(new InvalidOperationException($"{settings.Route}: {Mistake}.")).ConfigureAwait(false);
            }
        }

        if (stop.Reason == StopReason.ClientGone)
        {
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// RequestAborted also fires for a client that is still there, by a request timeout: it must not take what it got for a whole stream.
    /// </summary>
    private async Task LeaveAsync()
    {
        if (http.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken is { IsCancellationRequested: true } timeout)
        {
            var timedOut = new OperationCanceledException("The request timed out.", timeout);
            if (!http.Response.HasStarted)
            {
                throw timedOut;
            }

            await output.BreakOffAsync(timedOut).ConfigureAwait(false);
            return;
        }

        http.Abort();
    }

    private void Fail(Exception exception)
    {
        _fault = ExceptionDispatchInfo.Capture(exception);
        if (output.HasBegun)
        {
            StreamLog.CutShort(settings.Logger, settings.Route, output.Items, exception);
        }
    }
}
