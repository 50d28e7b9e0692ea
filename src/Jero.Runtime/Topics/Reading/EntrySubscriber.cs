using System.Runtime.CompilerServices;
using Jero.Topics.Ring;

namespace Jero.Topics.Reading;

/// <summary>Represents a subscriber within the process, which gets entries.</summary>
internal sealed class EntrySubscriber(TopicNode node, TopicRequest request) : TopicSubscriber(node, request)
{
    public async IAsyncEnumerable<TopicEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Node.Start();
        Node.Enter();
        try
        {
            Open(cancellationToken);
            while (true)
            {
                if (Prelude is { } prelude)
                {
                    while (await prelude.MoveNextAsync().ConfigureAwait(false))
                    {
                        if (Wants(prelude.Current))
                        {
                            yield return prelude.Current;
                        }
                    }

                    await EndPreludeAsync().ConfigureAwait(false);
                }

                switch (Next(out var entry))
                {
                    case Step.Entry:
                        yield return entry!;
                        break;
                    case Step.End:
                        cancellationToken.ThrowIfCancellationRequested();
                        yield break;
                    case Step.Wait when TryWaitForEntry() is { } wait:
                        await wait.ConfigureAwait(false);
                        break;
                }
            }
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
            Node.Leave();
        }
    }

    /// <exception cref="TopicBehindException">
    /// Always thrown, because a consumer within the process must not take a part for the whole.
    /// </exception>
    public override bool TellGap(TopicPosition position, ulong? missed) => throw new TopicBehindException(Node.Name, missed);

    protected override bool Awoken() => true;

    protected override void Began(TopicBeginning beginning)
    {
        if (Prelude is null && beginning.Outcome is TopicOutcome.Gap or TopicOutcome.Foreign or TopicOutcome.Future)
        {
            TellGap(beginning.Position, beginning.Missed);
        }
    }
}
