using System.Globalization;
using System.Text;
using Jero.Sources;
using Jero.Topics.Ring;
using Microsoft.AspNetCore.Http;

namespace Jero.Topics.Reading;

/// <summary>A subscriber whose events are sent as they are. It is its own source and enumerator, to be enumerated once.</summary>
/// <param name="node">The topic.</param>
/// <param name="request">What was asked for.</param>
/// <param name="isLines">Whether NDJSON is sent, which has neither ids nor names.</param>
internal sealed class FrameSubscriber(TopicNode node, TopicRequest request, bool isLines)
    : TopicSubscriber(node, request), IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerator<ReadOnlyMemory<byte>>, ICountedSource
{
    private const int ShortestRetry = 1_000;
    private const int LongestRetry = 5_000;

    // What makes the first event, until the stream begins; then the bytes that are sent before the next entry.
    private object? _before;
    private bool _hasEntered;
    private bool _isOpen;

    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Makes an event of the app's own, given the id of the position where the stream begins.</summary>
    public Func<string, byte[]>? First
    {
        set => _before = value;
    }

    /// <summary>Counts the subscriber before its response begins.</summary>
    /// <exception cref="ProblemException">503: there are as many as there may be.</exception>
    public void Enter(HttpContext http)
    {
        if (_hasEntered)
        {
            throw new InvalidOperationException("A subscription is sent once: ask the topic for another one.");
        }

        if (Node.TryEnter())
        {
            _hasEntered = true;
            return;
        }

        TopicLogs.Full(Node.Logger, Node.Name, Node.Subscribers);
        http.Response.OnStarting(
            static response =>
            {
                ((HttpResponse)response).Headers.RetryAfter =
                    Random.Shared.Next(ShortestRetry / 1_000, (LongestRetry / 1_000) + 1).ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            },
            http.Response);
        throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "There are as many subscribers as there may be. Try again later.");
    }

    /// <summary>Sent when the server stops: clients come back at different moments.</summary>
    public static byte[] Farewell() =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(ShortestRetry, LongestRetry + 1)}\n\n"));

    public IAsyncEnumerator<ReadOnlyMemory<byte>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Node.Start();
        _isOpen = true;
        Open(cancellationToken);
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        while (true)
        {
            if (TakeNotice())
            {
                return new(true);
            }

            if (Prelude is { } prelude)
            {
                return MovePreludeAsync(prelude);
            }

            switch (Next(out var entry))
            {
                case Step.Entry:
                    Take(entry!);
                    return new(true);
                case Step.Nothing:
                    if (_before is null && Prelude is null)
                    {
                        Current = default;
                        return new(true);
                    }

                    break;
                case Step.End:
                    Current = default;
                    return new(false);
                case Step.Wait when TryWaitForEntry() is { } wait:
                    return wait;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOpen)
        {
            await CloseAsync().ConfigureAwait(false);
        }

        if (_hasEntered)
        {
            _hasEntered = false;
            Node.Leave();
        }
    }

    public override bool TellGap(TopicPosition position, ulong? missed)
    {
        if (isLines)
        {
            throw new TopicBehindException(Node.Name, missed);
        }

        _before = TopicFrames.Gap(Node.Settings.GapEvent, position, missed);
        return true;
    }

    protected override bool Awoken()
    {
        var step = Next(out var entry);
        Current = default;
        if (step == Step.Entry)
        {
            Take(entry!);
        }

        // What has to be waited for again is left to the next move.
        return step != Step.End;
    }

    protected override void Began(TopicBeginning beginning)
    {
        var first = (Func<string, byte[]>?)_before;
        _before = null;
        switch (beginning.Outcome)
        {
            case TopicOutcome.Gap or TopicOutcome.Foreign or TopicOutcome.Future when Prelude is null:
                if (isLines)
                {
                    throw new ProblemException(StatusCodes.Status410Gone, "The events after this id are not kept any more.");
                }

                TellGap(beginning.Position, beginning.Missed);
                if (first is not null)
                {
                    _before = (byte[])[.. first(Request.After!), .. (byte[])_before!];
                }

                break;
            case TopicOutcome.Live or TopicOutcome.Malformed when !isLines:
                _before = first?.Invoke(beginning.Position.ToString()) ?? TopicFrames.Position(beginning.Position);
                break;
            default:
                _before = first?.Invoke(Request.After!);
                break;
        }
    }

    private void Take(TopicEntry entry) => Current = isLines ? entry.Line : entry.Frame;

    private bool TakeNotice()
    {
        Current = default;
        if (_before is byte[] notice)
        {
            Current = notice;
            _before = null;
        }

        return !Current.IsEmpty;
    }

    private async ValueTask<bool> MovePreludeAsync(IAsyncEnumerator<TopicEntry> prelude)
    {
        Current = default;
        if (!await prelude.MoveNextAsync().ConfigureAwait(false))
        {
            await EndPreludeAsync().ConfigureAwait(false);
        }
        else if (Wants(prelude.Current))
        {
            Take(prelude.Current);
        }

        return !IsCancelled;
    }
}
