using Jero_Api.Client;

using var http = new HttpClient { BaseAddress = new Uri(args is [var address, ..] ? address : "http://localhost:5000/") };
var api = new ApiClient(http);

await foreach (var reading in api.GetReadingsAsync(count: 3))
{
    Console.WriteLine($"{reading.Number}: {reading.Celsius} °C");
}

// Goes on over a restart of the server, after the last event that it has seen. Ctrl+C ends it.
await foreach (var live in api.GetLive())
{
    Console.WriteLine($"{live.Event} {live.Id}: {live.Data.Celsius} °C");
}
