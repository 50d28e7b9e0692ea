using System.Globalization;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Cookbook;

public sealed record Offer(int Id, string Product, decimal Price);

/// <summary>What a client looks for.</summary>
/// <param name="Products">Any of these.</param>
/// <param name="MaxPrice">At this price or below.</param>
public sealed record OfferQuery(string[] Products, decimal MaxPrice);

/// <summary>Every offer so far, and a signal for the next one.</summary>
public sealed class Offers
{
    private readonly Lock _lock = new();
    private readonly List<Offer> _offers = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string product, decimal price)
    {
        lock (_lock)
        {
            _offers.Add(new Offer(_offers.Count + 1, product, price));
            _added.SetResult();
            _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public (Offer[] Offers, Task Added) After(int id)
    {
        lock (_lock)
        {
            return (_offers[Math.Clamp(id, 0, _offers.Count)..].ToArray(), _added.Task);
        }
    }
}

[Endpoint("/offers")]
public sealed partial class OffersEndpoint(Offers offers)
{
    /// <summary>The offers that fit, those that are there and then those that come.</summary>
    /// <param name="query">What the client looks for.</param>
    /// <param name="lastEventId">The last offer that the client has seen.</param>
    public SSEResponse<Offer> Query(OfferQuery query, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(FindAsync(query, int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0));

    private async IAsyncEnumerable<ServerSentEvent<Offer>> FindAsync(
        OfferQuery query, int last, [EnumeratorCancellation] CancellationToken token = default)
    {
        while (true)
        {
            var (found, added) = offers.After(last);
            foreach (var offer in found)
            {
                last = offer.Id;
                if (offer.Price <= query.MaxPrice && query.Products.Contains(offer.Product))
                {
                    yield return new(offer) { Id = offer.Id.ToString(CultureInfo.InvariantCulture) };
                }
            }

            await added.WaitAsync(token);
        }
    }
}
