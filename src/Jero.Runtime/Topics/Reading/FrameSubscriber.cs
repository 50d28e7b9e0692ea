using System.Globalization;
using System.Text;
using Jero.Sources;
using Jero.Topics.Ring;
using Microsoft.AspNetCore.Http;

namespace Jero.Topics.Reading;

/// <summary>
/// Represents a subscriber whose events are sent as they are. It is its own source and enumerator, and can be enumerated once.
/// </summary>
/// <param name="node">The topic.</param>
/// <param name="request">What was asked for.</param>
/// <param name="isLines">Whether NDJSON is sent, which has neither ids nor names.</param>
internal sealed class FrameSubscriber(TopicNode node, TopicRequest request, bool isLines)
    : TopicSubscriber(node, request), IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncEnumerator<ReadOnlyMemory<byte>>, ICountedSource
{
    private const int ShortestRetry = 1_000;
    private const int LongestRetry = 5_000;

    // Until the stream begins, the function that creates the first event; after that, the bytes that are sent before the next entry.
    private object? _before;
    private bool _hasEntered;
    private bool _isOpen;

    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Creates an event of the app's own from the id of the position where the stream begins.</summary>
    public Func<string, byte[]>? First
    {
        set => _before = value;
    }

    /// <summary>Counts the subscriber before its response begins.</summary>
    /// <exception cref="ProblemException">503: the limit of subscribers is reached.</exception>
    public void Enter(HttpContext http)
    {
        if (_hasEntered)
        {
            throw new InvalidOperationException("The subscription has already been sent. Call Subscribe for each response.");
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
        throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "The topic has reached its limit of subscribers. Try again later.");
    }

    /// <summary>Creates what is sent when the server stops, so that clients come back at different moments.</summary>
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

        // The next move handles what must be waited for again.
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
                    throw new ProblemException(StatusCodes.Status410Gone, "The events after this id are no longer kept.");
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
