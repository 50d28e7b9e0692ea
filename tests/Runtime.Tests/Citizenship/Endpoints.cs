using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>A stream that a test lets go on.</summary>
[Endpoint("/citizen/stream")]
internal sealed partial class StreamCitizen(Trace trace)
{
    public NDJSONStreamingResponse<Movie> Get() => new(trace.Movies());
}

/// <summary>Events that a test lets go on.</summary>
[Endpoint("/citizen/events")]
internal sealed partial class EventsCitizen(Trace trace)
{
    public SSEResponse<Movie> Get() => new(trace.Movies());
}

/// <summary>Arguments of several kinds, among them a service and a name that generated code uses itself.</summary>
[Endpoint("/citizen/{id:int}")]
internal sealed partial class ArgumentsCitizen
{
    public JSONResponse<string> Get(
        int id, Trace trace, string? text, [FromHeader(Name = "X-Mark")] string? request, [FromQuery(Name = "n")] int number = 7, CancellationToken token = default)
    {
        trace.Note("handled");
        return new($"{id} {text} {request} {number} {token.CanBeCanceled}");
    }
}

/// <summary>Answers that are not streams, with a method for each verb.</summary>
[Endpoint("/citizen/verbs")]
internal sealed partial class VerbsCitizen
{
    public JSONResponse<string> Get() => new("got");

    public JSONResponse<string> Post() => new("posted");

    public JSONResponse<string> Put() => new("put");

    public BytesResponse Delete() => new(default) { StatusCode = StatusCodes.Status204NoContent };
}

/// <summary>Streams whose source notes whether it is used or let go.</summary>
[Endpoint("/citizen/unused")]
internal sealed partial class UnusedCitizen(Trace trace)
{
    private int _calls;

    public StreamingResponse Get() => new(trace.Unused($"source{++_calls}"));
}

/// <summary>Fails where it is told to.</summary>
[Endpoint("/citizen/failing")]
internal sealed partial class FailingCitizen(Trace trace) : IDisposable
{
    public NDJSONStreamingResponse<Movie> Get(string at) => at switch
    {
        "handler" => throw new InvalidOperationException("The handler failed."),
        "problem" => throw new ProblemException(StatusCodes.Status409Conflict, "Not now."),
        "setup" => new(Lifecycle()),
        _ => new(Source(at)),
    };

    public void Dispose() => trace.Note("disposed");

    private static async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle([EnumeratorCancellation] CancellationToken token = default)
    {
        await Task.Delay(1, token);
        throw new InvalidOperationException("The set-up failed.");
#pragma warning disable CS0162 // What makes this a lifecycle.
        yield return null!;
#pragma warning restore CS0162
    }

    private static async IAsyncEnumerable<Movie> Source(string at)
    {
        await Task.Yield();
        if (at == "second")
        {
            yield return new Movie("first");
            await Task.Yield();
        }

        throw new InvalidOperationException("The source failed.");
    }
}
