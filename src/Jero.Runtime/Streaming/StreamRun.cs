using System.Runtime.ExceptionServices;
using Jero.Endpoints;
using Jero.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Jero.Streaming;

/// <summary>Runs one stream from set-up to its end: decides what is sent and torn down in which order, whatever ends it.</summary>
internal sealed class StreamRun(HttpContext http, StreamSettings settings, IStreamPump pump, ResponseOutput output, StreamStop stop)
    : IThreadPoolWorkItem
{
    // Marks that the stream has failed, so that nobody leaves it a problem any more.
    private static readonly KeyValuePair<string, StringValues>[] Over = [default];

    // Completes with the request, even if a blocking source holds the pump.
    private TaskCompletionSource? _ended;
    private ExceptionDispatchInfo? _fault;
    private KeyValuePair<string, StringValues>[]? _headersOfProblem;
    private bool _wasCounted;
    private bool _isRestSent;
    private bool _isCut;
    private bool _isAnswered;

    private bool CanStillAnswer => (!output.HasBegun || output.IsAbandoned) && !http.Response.HasStarted;

    /// <summary>
    /// Leaves the problem that a source may throw before the response has begun for its stream to answer. A caller that waited for it would
    /// hold a state machine for as long as the stream is open. Returns false if <paramref name="response"/> is no stream, or has failed.
    /// </summary>
    /// <param name="response">What the handler has returned.</param>
    /// <param name="headers">The headers that a problem inherits.</param>
    public static bool TryLeaveProblems(Task response, KeyValuePair<string, StringValues>[]? headers) =>
        response.AsyncState is StreamRun run && Interlocked.CompareExchange(ref run._headersOfProblem, headers ?? [], null) is null;

    /// <summary>Runs the stream and disposes what it was given.</summary>
    /// <exception cref="StreamCutShortException">The response was broken off.</exception>
    /// <exception cref="OperationCanceledException">The request was aborted.</exception>
    public Task RunAsync()
    {
        _ended = new TaskCompletionSource(this);
        _wasCounted = settings.Metrics.Opened(settings);
        pump.Source.Observation = output.Observation = StreamObservation.Open(settings, http, stop, pump.Source);
        stop.WithoutPump = this;
        _ = PumpAsync();
        return _ended.Task;
    }

    /// <summary>Ends the request whose pump was left behind in its source.</summary>
    public void Execute() => _ = EndWithoutPumpAsync();

    private async Task PumpAsync()
    {
        // A source may block the thread that pulls it, so that thread must not be the one that the server waits on.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            output.Observation?.Entered();
            if (pump.HasLifecycle && !stop.IsDecided)
            {
                await pump.SetUpAsync().ConfigureAwait(false);
            }

            if ((pump.HasLifecycle || settings.Wrapper.StartsAtOnce) && !stop.IsDecided)
            {
                await output.BeginAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            Caught(exception);
        }

        _ = stop.IsDecided ? FinishAsync() : pump.PullAsync(this);
    }

    /// <summary>Takes what the source or the response has thrown. <see cref="FinishAsync"/> follows.</summary>
    public void Caught(Exception exception)
    {
        if (!stop.LeaveSource())
        {
            StreamLog.ThrownAfterStop(settings, exception);
            return;
        }

        output.TakeBackPartialItem();

        // A source that was given the request's own token notices an abort before the stop does.
        if (http.RequestAborted.IsCancellationRequested)
        {
            stop.Request(StopReason.ClientGone);
        }

        if (!stop.TryDecide(StopReason.SourceFaulted))
        {
            // An exception after a stop is not a fault.
            StreamLog.ThrownAfterStop(settings, exception);
            return;
        }

        Fail(exception);
        if (pump.Source.IsPending)
        {
            // The response failed, and the source does not know yet.
            stop.TellSource();
        }
    }

    /// <summary>Finishes the stream once nothing more is pulled.</summary>
    public async Task FinishAsync()
    {
        try
        {
            if (await TearDownAsync().ConfigureAwait(false))
            {
                _ended!.TrySetResult();
            }
        }
        catch (Exception exception)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
    }

    /// <summary>Sends the rest and tears down. Returns false if the request has ended without the pump.</summary>
    private async Task<bool> TearDownAsync()
    {
        using var ownStop = stop;
        using var ownOutput = output;
        if (!stop.IsLeftBehind)
        {
            await SendRestAsync().ConfigureAwait(false);
        }

        if (settings.HostStopping.IsCancellationRequested)
        {
            stop.WatchSource();
        }

        // If the time for the source is already over, a teardown that blocks must not hold the request.
        var isLate = !stop.EnterSource() && !stop.IsLeftBehind;
        var teardown = pump.TearDownAsync(onOwnThread: isLate);
        if (isLate)
        {
            await SourceWait.IsQuickAsync(teardown, settings).ConfigureAwait(false);
        }

        if (!stop.LeaveSource())
        {
            // The request is over; only the source is left.
            await teardown.ConfigureAwait(false);
            return false;
        }

        if (!teardown.IsCompleted)
        {
            await WaitForAsync(teardown).ConfigureAwait(false);
        }

        // The end is decided before anybody is told, because a second stream shows only in teardown.
        if (teardown.IsCompleted && !await teardown.ConfigureAwait(false))
        {
            RefuseSecondStream();
        }

        if (teardown.IsCompleted && pump.HasLifecycle && stop.Reason == StopReason.Completed && _fault is null)
        {
            await SendEndingAsync().ConfigureAwait(false);
        }

        await EndAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>Ends the request whose pump was left behind in its source. What had gathered in the buffer is lost.</summary>
    private async Task EndWithoutPumpAsync()
    {
        try
        {
            using (stop)
            {
                if (!_isRestSent)
                {
                    output.Abandon();
                    await SendRestAsync().ConfigureAwait(false);
                }

                await EndAsync().ConfigureAwait(false);
            }

            _ended!.TrySetResult();
        }
        catch (Exception exception)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the request with a fault, unless the client can be answered with a problem.</summary>
    private async Task FailAsync(Exception exception)
    {
        try
        {
            if (Interlocked.Exchange(ref _headersOfProblem, Over) is { } headers && headers != Over && ThrownProblem.Of(http, exception) is { } problem)
            {
                await ThrownProblem.AnswerAsync(http, problem, headers).ConfigureAwait(false);
                _ended!.TrySetResult();
                return;
            }
        }
        catch (Exception second)
        {
            exception = second;
        }

        _ended!.TrySetException(exception);
    }

    private async Task EndAsync()
    {
        var reason = _fault is null ? stop.Reason : StopReason.SourceFaulted;
        StreamLog.Ended(settings.Logger, settings.Route, reason, output.Items, output.Bytes);
        settings.Metrics.Closed(settings, _wasCounted, reason, settings.Time.GetElapsedTime(output.Started));
        output.Observation?.Ended(reason, _fault?.SourceException, output.Items, output.Bytes);
        if (reason is StopReason.SourceFaulted or StopReason.ClientGone && http.Response.HasStarted && !_isCut && !_isAnswered)
        {
            // RequestAborted also fires, by a time limit, for a client that is still connected. It must not take what it got for a complete
            // stream.
            _isCut = true;
            await StreamBreak.BreakOffAsync(http).ConfigureAwait(false);
        }

        Throw(reason);
    }

    /// <summary>Sends what must be sent before teardown, which may take long.</summary>
    private async Task SendRestAsync()
    {
        _isRestSent = true;
        try
        {
            switch (stop.Reason)
            {
                case StopReason.Completed when !output.HasBegun:
                    output.BeginEmpty();
                    break;
                case StopReason.ServerStopping or StopReason.MaximumDuration or StopReason.Stopped:
                    await EndEarlyAsync().ConfigureAwait(false);
                    break;
                case StopReason.SourceFaulted or StopReason.ClientGone when output.HasBegun:
                    await output.FlushAsync().ConfigureAwait(false);
                    break;
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

    private async Task EndEarlyAsync()
    {
        if (CanStillAnswer)
        {
            _isAnswered = true;
            await UnavailableAnswer.SendAsync(http, stop.Reason).ConfigureAwait(false);
        }
        else if (settings.Wrapper.EndsWholeWhenStopped)
        {
            HalfStream.ForbidStorage(http);
            if (stop.Reason == StopReason.ServerStopping && !output.IsAbandoned && pump.Source.Farewell is { } farewell)
            {
                output.Buffer.Write(farewell());
            }

            await output.CompleteAsync().ConfigureAwait(false);
        }
        else
        {
            await CutAsync().ConfigureAwait(false);
        }
    }

    private async Task SendEndingAsync()
    {
        try
        {
            output.WriteEnding();
            await output.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private async Task WaitForAsync(Task<bool> teardown)
    {
        var watch = stop.WatchSource();

        // A second stream of a lifecycle would break the body, so a lifecycle waits for the code after its yield.
        if (stop.Reason == StopReason.Completed && !pump.HasLifecycle && _fault is null
            && !await SourceWait.IsQuickAsync(teardown, settings).ConfigureAwait(false))
        {
            try
            {
                await output.CompleteAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }

        await SourceWait.IsBackAsync(teardown, watch).ConfigureAwait(false);
    }

    private void RefuseSecondStream()
    {
        StreamLog.LifecycleMistaken(settings.Logger, settings.Route, LifecycleMistake.SecondStream);
        if (stop.Reason == StopReason.Completed)
        {
            _fault ??= ExceptionDispatchInfo.Capture(new InvalidOperationException($"{settings.Route}: {LifecycleMistake.SecondStream}."));
        }
    }

    private async Task CutAsync()
    {
        _isCut = true;
        try
        {
            await output.FlushAsync().ConfigureAwait(false);
        }
        finally
        {
            await StreamBreak.BreakOffAsync(http).ConfigureAwait(false);
        }
    }

    /// <summary>Ends like any endpoint that fails, for the middleware around it: only a complete stream returns.</summary>
    private void Throw(StopReason reason)
    {
        if (_isAnswered || reason == StopReason.Completed)
        {
            return;
        }

        if (_isCut || reason == StopReason.SendTimeout)
        {
            HalfStream.ForbidStorage(http);
        }

        switch (reason)
        {
            case StopReason.ClientGone when _isCut && HalfStream.IsAwaitedByOthers(http):
                break;
            case StopReason.ClientGone:
                throw new OperationCanceledException("The request was aborted before its stream ended.", http.RequestAborted);
            case StopReason.SourceFaulted when !_isCut:
                _fault!.Throw();
                break;
            default:
                if (_isCut || reason == StopReason.SendTimeout)
                {
                    throw new StreamCutShortException(reason, _fault?.SourceException);
                }

                break;
        }
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
