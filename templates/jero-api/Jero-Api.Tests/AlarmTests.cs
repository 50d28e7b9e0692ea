using System.Net.Http.Headers;
using Jero.Testing;

namespace Jero_Api.Tests;

public sealed class AlarmTests
{
    [Fact]
    public async Task Everybody_gets_an_alarm_and_who_comes_back_gets_what_was_missed()
    {
        await using var app = await StreamApp.StartAsync<Program>();
        await using var first = await app.OpenAsync<Alarm>("/alarms");
        await using var second = await app.OpenAsync<Alarm>("/alarms");

        await RaiseAsync(app, "The door is open.");

        var seen = await first.TakeAsync(1);
        Assert.Equal("The door is open.", seen[0].Item.Text);
        Assert.Equal(seen[0].Id, (await second.TakeAsync(1))[0].Id);

        await first.DropAsync();
        await RaiseAsync(app, "The window is open.");
        await using var again = await app.OpenAsync<Alarm>("/alarms", lastEventId: seen[0].Id);
        Assert.Equal("The window is open.", (await again.TakeAsync(1))[0].Item.Text);
    }

    private static async Task RaiseAsync(StreamApp app, string text)
    {
        using var content = new StringContent($$"""{"text":"{{text}}"}""", new MediaTypeHeaderValue("application/json"));
        using var response = await app.Client.PostAsync("/alarms", content);
        response.EnsureSuccessStatusCode();
    }
}
