using System.Text;
using Jero;
using Jero.Topics;
using Jero.Topics.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shared;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>A topic without a server. Ids are written <c>@offset</c>, without the epoch that nobody knows beforehand.</summary>
internal sealed class TopicHost : IDisposable
{
    private readonly ServiceProvider _services;

    public TopicHost(Action<TopicOptions<Price>>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddJeroTopic("prices", configure);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public Topic<Price> Topic => _services.GetRequiredService<Topic<Price>>();

    public TopicNode Node => Topic.Node;

    public string Epoch => Node.Ring.Newest.Epoch;

    public string? Id(string? id) => id?.Replace("@", Epoch + "-", StringComparison.Ordinal);

    public async Task PublishAsync(int count, string symbol = "a")
    {
        for (var i = 0; i < count; i++)
        {
            await Topic.PublishAsync(new(symbol, i), symbol, cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Opens a stream; it has begun when this returns.</summary>
    public Reader Read(string? after = null, string[]? subjects = null, bool isLines = false) =>
        new(this, new FrameSubscriber(Node, new TopicRequest { After = Id(after), Subjects = subjects }, isLines));

    public void Dispose() => _services.Dispose();

    /// <summary>Reads by hand, so that a test says when.</summary>
    internal sealed class Reader : IAsyncDisposable
    {
        private readonly TopicHost _host;
        private readonly FrameSubscriber _subscriber;
        private Task<bool>? _pending;

        public Reader(TopicHost host, FrameSubscriber subscriber)
        {
            _host = host;
            _subscriber = subscriber;
            _subscriber.GetAsyncEnumerator(CancellationToken.None);

            // The first look settles where the stream begins.
            _pending = _subscriber.MoveNextAsync().AsTask();
        }

        /// <summary>The next block that is an event; null at the end.</summary>
        public async Task<string?> NextAsync()
        {
            while (true)
            {
                var move = _pending ?? _subscriber.MoveNextAsync().AsTask();
                _pending = null;
                if (!await move.WaitAsync(Until.Limit, TestContext.Current.CancellationToken))
                {
                    return null;
                }

                if (Text() is { Length: > 0 } text && text.Contains("data:", StringComparison.Ordinal))
                {
                    return text;
                }
            }
        }

        public async Task<List<string?>> IdsAsync(int count)
        {
            var ids = new List<string?>();
            while (ids.Count < count)
            {
                ids.Add(EventReader.Field((await NextAsync())!, "id"));
            }

            return ids;
        }

        /// <summary>All that is there now.</summary>
        public async Task<List<string>> ReadyAsync(int most = int.MaxValue)
        {
            var blocks = new List<string>();
            while (true)
            {
                if (blocks.Count == most)
                {
                    return blocks;
                }

                _pending ??= _subscriber.MoveNextAsync().AsTask();
                if (!_pending.IsCompleted)
                {
                    return blocks;
                }

                Assert.True(await _pending);
                _pending = null;
                if (Text() is { Length: > 0 } text)
                {
                    blocks.Add(text);
                }
            }
        }

        public ValueTask DisposeAsync() => _subscriber.DisposeAsync();

        private string Text() =>
            Encoding.UTF8.GetString(_subscriber.Current.Span).TrimEnd('\n').Replace(_host.Epoch + "-", "@", StringComparison.Ordinal);
    }
}
