using System.Runtime.InteropServices;
using Jero.Inspector.Views;

namespace Jero.Inspector.Observation;

/// <summary>Sums up what is open.</summary>
internal static class Summaries
{
    /// <summary>More routes than these are left out, those with the fewest streams.</summary>
    private const int MostRoutes = 200;

    public static Overview Of(StreamWatcher streams, DateTimeOffset now)
    {
        streams.Look();
        var routes = new Dictionary<(string Method, string Route), Sum>();
        var all = default(Sum);
        foreach (var stream in streams.Open)
        {
            ref var route = ref CollectionsMarshal.GetValueRefOrAddDefault(routes, (stream.Info.Method, stream.Info.Route), out _);
            route.Add(stream);
            all.Add(stream);
        }

        return new Overview
        {
            At = now,
            Total = all.ToView("", ""),
            Routes = [.. routes.OrderByDescending(static route => route.Value.Open)
                .ThenBy(static route => route.Key.Route, StringComparer.Ordinal)
                .ThenBy(static route => route.Key.Method, StringComparer.Ordinal)
                .Take(MostRoutes)
                .Select(static route => route.Value.ToView(route.Key.Method, route.Key.Route))],
            RoutesInAll = routes.Count,
            Ended = streams.LastEnded.Total,
        };
    }

    private struct Sum
    {
        private int _source;
        private int _client;
        private int _left;
        private long _items;
        private long _bytes;
        private double _itemsPerSecond;
        private double _bytesPerSecond;

        public int Open { get; private set; }

        public void Add(ObservedStream stream)
        {
            Open++;
            _source += stream.Activity == StreamActivity.WaitingForSource ? 1 : 0;
            _client += stream.Activity == StreamActivity.WaitingForClient ? 1 : 0;
            _left += stream.Left is null ? 0 : 1;
            _items += stream.Items;
            _bytes += stream.Bytes;
            _itemsPerSecond += stream.Rate.Items;
            _bytesPerSecond += stream.Rate.Bytes;
        }

        public readonly RouteSum ToView(string method, string route) => new()
        {
            Method = method,
            Route = route,
            Open = Open,
            WaitingForSource = _source,
            WaitingForClient = _client,
            Left = _left,
            Items = _items,
            Bytes = _bytes,
            ItemsPerSecond = _itemsPerSecond,
            BytesPerSecond = _bytesPerSecond,
        };
    }
}
