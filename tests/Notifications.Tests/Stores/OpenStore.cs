using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications.Tests.Stores;

/// <summary>A local store in a folder, and events whose text is their number.</summary>
internal sealed class OpenStore(string folder, int retention = 10_000, TimeProvider? time = null) : IAsyncDisposable
{
    public const string Topic = "general";

    public LocalStore Store { get; } = new(
        Options.Create(new NotificationOptions { Folder = folder, Retention = retention }), time ?? TimeProvider.System, NullLogger<LocalStore>.Instance);

    public static int NumberOf(ReadOnlyMemory<byte> json) => int.Parse(Encoding.UTF8.GetString(json.Span), CultureInfo.InvariantCulture);

    public Task<FeedId> AppendAsync(int number) =>
        Store.AppendAsync(Topic, "message", Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken);

    public async Task AppendAsync(IEnumerable<int> numbers)
    {
        foreach (var number in numbers) await AppendAsync(number);
    }

    public async Task<List<FeedEvent>> ReadAllAsync() =>
        await Store.ReadAsync(FeedId.Start, new FeedId(long.MaxValue, 0), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
