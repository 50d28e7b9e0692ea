using System.Net;
using Jero.Testing.Tracking;

namespace Jero.Testing.Client;

/// <summary>Checks what a request was answered with, and describes an answer that is not a stream.</summary>
internal static class Answer
{
    /// <summary>Returns why <paramref name="response"/> is not read as a stream; null if it is a stream.</summary>
    public static async Task<StreamTestException?> RefusedAsync(
        string call, string name, HttpResponseMessage response, bool takesAnyBody, StreamApp app, Exception? fault)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        var isStream = takesAnyBody || ItemReader.IsEvents(type) || ItemReader.IsLines(type);
        if (isStream && response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.NoContent)
        {
            return null;
        }

        var status = $"{(int)response.StatusCode} {response.ReasonPhrase ?? response.StatusCode.ToString()}";
        var text = $"{call}: {name} was answered with {status}{(type is null ? "" : $" and {type}")}, which is not a stream.";
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
            && Endpoints.Of(app.Services) is { Count: > 0 } endpoints)
        {
            text += "\nThe app has:\n" + string.Join('\n', endpoints.Select(static endpoint => "  " + endpoint));
        }

        var body = response.Content.ReadAsStringAsync();
        if (await Task.WhenAny(body, app.LimitTask()).ConfigureAwait(false) == body
            && body is { IsCompletedSuccessfully: true, Result: { Length: > 0 } content })
        {
            text += "\nIts body begins:\n  " + Messages.Short(content);
        }

        return new StreamTestException(text, fault);
    }

    /// <summary>Describes what the server is doing while something is awaited, one sentence on each line.</summary>
    public static IEnumerable<string> Standing(ServerStream? stream, long bytesRead, StreamApp app)
    {
        if (stream is null)
        {
            yield return "On the server: the request has not reached the app.";
            yield break;
        }

        yield return $"On the server: {stream.Standing()}.";
        if (stream is { IsObserved: true, Place: not StreamPlace.WaitsForClient } && stream.Bytes > bytesRead)
        {
            yield return $"The client has received {Messages.Bytes(bytesRead)} of these. Does something in between buffer or compress them?";
        }

        if (stream.Place == StreamPlace.WaitsForSource && app.Options.Time is not null
            && app.Clock.Armed.FirstOrDefault(static timer => !timer.IsOfJero) is { } timer)
        {
            var whose = timer.Owner == stream ? "The source's next timer" : "The app's next timer";
            var due = Messages.Duration(timer.Due - app.Clock.GetUtcNow());
            yield return $"{whose} is due in {due} by the app's clock: app.Time.Advance moves it.";
        }
    }
}
