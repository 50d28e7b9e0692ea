using Jero_Api.Client;

using var http = new HttpClient { BaseAddress = new Uri(args is [var address, ..] ? address : "http://localhost:5000/") };
var api = new ApiClient(http);

await foreach (var reading in api.GetReadingsAsync(count: 3))
{
    Console.WriteLine($"{reading.Number}: {reading.Celsius} °C");
}

//#if (topic)
// A client that comes back with the id of the first alarm gets the second.
var first = await api.PostAlarmsAsync(new Alarm { Text = "The door is open." });
await api.PostAlarmsAsync(new Alarm { Text = "The window is open." });
await foreach (var alarm in api.GetAlarms(lastEventId: first.Id))
{
    switch (alarm.Data)
    {
        case GetAlarmsEvent.Other raised: Console.WriteLine($"alarm: {raised.Data.Text}"); break;
        case GetAlarmsEvent.Gap gap: Console.WriteLine($"{gap.Data.Missed} alarms are missing."); break;
    }

    break;
}

//#endif
// Goes on over a restart of the server, after the last event that it has seen. Ctrl+C ends it.
await foreach (var live in api.GetLive())
{
    Console.WriteLine($"{live.Event} {live.Id}: {live.Data.Celsius} °C");
}
