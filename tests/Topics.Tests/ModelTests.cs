using Shared;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>
/// Random steps before a naive model: a list of all that was published. Each subscriber's ids rise, nothing is missing but by a gap of the
/// right size, and nothing comes twice.
/// </summary>
public sealed class ModelTests
{
    private static readonly int Steps = Effort.Of(300_000, atDesk: 50_000);
    private const int Readers = 12;
    private static readonly string[] Symbols = ["a", "b", "c", "d"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_subscriber_gets_what_the_model_says(int seed)
    {
        var random = new Random(seed);
        var retained = random.Next(1, 60);
        using var host = new TopicHost(options => options.RetainCount = retained);
        var log = new List<string> { "" };
        var readers = new List<Model>();
        for (var step = 0; step < Steps; step++)
        {
            var choice = random.Next(100);
            if (choice < 50)
            {
                var symbol = Symbols[random.Next(Symbols.Length)];
                log.Add(symbol);
                await host.Topic.PublishAsync(new Price(symbol, step), symbol, cancellationToken: TestContext.Current.CancellationToken);
            }
            else if (choice < 53 && readers.Count < Readers)
            {
                readers.Add(new Model(host, log, retained, NextSubjects(random), After(random, log.Count - 1)));
            }
            else if (choice < 55 && readers.Count > 0)
            {
                var index = random.Next(readers.Count);
                var dropped = readers[index];
                await dropped.Reader.DisposeAsync();
                readers.RemoveAt(index);
                if (random.Next(2) == 0)
                {
                    readers.Add(new Model(host, log, retained, dropped.Subjects, dropped.LastId));
                }
            }
            else if (readers.Count > 0)
            {
                await readers[random.Next(readers.Count)].ReadAsync(random.Next(1, 40));
            }
        }

        foreach (var reader in readers)
        {
            await reader.ReadAsync(int.MaxValue);
            await reader.Reader.DisposeAsync();
        }
    }

    private static string[]? NextSubjects(Random random) =>
        random.Next(3) == 0 ? null : [.. Symbols.Where(_ => random.Next(2) == 0).DefaultIfEmpty(Symbols[0])];

    private static string? After(Random random, int newest) => random.Next(4) switch
    {
        0 => null,
        1 => "nonsense",
        _ => $"@{random.Next(newest + 3)}",
    };

    /// <summary>One subscriber, and what it must get.</summary>
    private sealed class Model
    {
        private readonly List<string> _log;
        private int _seen;
        private bool _mayGap;

        public Model(TopicHost host, List<string> log, int retained, string[]? subjects, string? after)
        {
            _log = log;
            Subjects = subjects;
            var newest = log.Count - 1;
            var start = Math.Max(0, newest - retained);
            var asked = after is ['@', .. var digits] ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : -1;
            _seen = asked < 0 ? newest : asked > newest ? -1 : asked;
            _mayGap = _seen < start;
            Reader = host.Read(after, subjects);
            LastId = asked < 0 ? $"@{newest}" : after;
        }

        public TopicHost.Reader Reader { get; }

        public string[]? Subjects { get; }

        public string? LastId { get; private set; }

        public async Task ReadAsync(int count)
        {
            var blocks = await Reader.ReadyAsync(count);
            foreach (var block in blocks)
            {
                Check(block);
            }

            // In the end it gets all that it wants. A wait is ended by another thread, so that it may not be over yet.
            while (count == int.MaxValue && _log.Skip(_seen + 1).Any(Wants))
            {
                Check((await Reader.NextAsync())!);
            }
        }

        private void Check(string block)
        {
            var offset = int.Parse(EventReader.Field(block, "id")![1..], System.Globalization.CultureInfo.InvariantCulture);
            LastId = $"@{offset}";
            if (!block.Contains("data:", StringComparison.Ordinal))
            {
                Assert.Equal(_seen, offset);
                return;
            }

            if (block.StartsWith("event: gap", StringComparison.Ordinal))
            {
                var missed = EventReader.Field(block, "data");
                if (_seen < 0)
                {
                    Assert.Equal("{\"missed\":null}", missed);
                }
                else
                {
                    Assert.True(offset > _seen, block);
                    Assert.True(_mayGap || _log.Skip(_seen + 1).Take(offset - _seen).Any(Wants), "a gap in which nothing was lost");
                    if (Subjects is null)
                    {
                        Assert.Equal($"{{\"missed\":{offset - _seen}}}", missed);
                    }
                }

                _mayGap = false;
                _seen = offset;
                return;
            }

            Assert.True(offset > _seen, $"{block} after {_seen}");
            Assert.True(Wants(_log[offset]), block);
            Assert.DoesNotContain(_log.Skip(_seen + 1).Take(offset - _seen - 1), Wants);
            _seen = offset;
        }

        private bool Wants(string symbol) => symbol.Length > 0 && (Subjects is null || Subjects.Contains(symbol));
    }
}
