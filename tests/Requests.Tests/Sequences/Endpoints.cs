using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Jero;

namespace Requests.Tests.Sequences;

public sealed record Part([property: Range(1, int.MaxValue)] int Id, string? Name = null, int[]? Sizes = null);

public sealed record Sum(int Count, long Total);

/// <summary>What the handlers of a test do and see.</summary>
public sealed class Watch
{
    /// <summary>Waited for behind the first item.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public TaskCompletionSource First { get; private set; } = New();

    public TaskCompletionSource<Exception?> Left { get; private set; } = NewOf();

    /// <summary>The body of the last request that came in pieces.</summary>
    internal CountedBody? Body { get; set; }

    /// <summary>How many bytes were unpacked.</summary>
    public long Unpacked { get; set; }

    public void Reset() => (Gate, First, Left, Unpacked) = (Task.CompletedTask, New(), NewOf(), 0);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<Exception?> NewOf() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[Endpoint("/sequences", MapManually = true)]
public sealed partial class SumEndpoint(Watch watch)
{
    /// <summary>Adds up what comes.</summary>
    /// <param name="parts">The parts.</param>
    public async Task<JSONResponse<Sum>> PostAsync(IAsyncEnumerable<Part> parts)
    {
        var (count, total) = (0, 0L);
        try
        {
            await foreach (var part in parts)
            {
                total += part.Id;
                if (++count == 1)
                {
                    watch.First.TrySetResult();
                    await watch.Gate;
                }
            }

            watch.Left.TrySetResult(null);
            return new(new Sum(count, total));
        }
        catch (Exception exception)
        {
            watch.Left.TrySetResult(exception);
            throw;
        }
    }

    /// <summary>Reads the first part alone.</summary>
    /// <param name="parts">The parts.</param>
    public async Task<JSONResponse<Sum>> PutAsync(IAsyncEnumerable<Part> parts)
    {
        await foreach (var part in parts)
        {
            return new(new Sum(1, part.Id));
        }

        return new(new Sum(0, 0));
    }

    /// <summary>Reads the parts twice.</summary>
    /// <param name="parts">The parts.</param>
    public async Task<JSONResponse<Sum>> PatchAsync(IAsyncEnumerable<Part> parts)
    {
        var count = await parts.CountAsync();
        try
        {
            count += await parts.CountAsync();
        }
        catch (InvalidOperationException exception)
        {
            throw new ProblemException(new() { Status = 409, Detail = exception.Message });
        }

        return new(new Sum(count, 0));
    }
}

[Endpoint("/sequences/echo", MapManually = true)]
public sealed partial class EchoEndpoint
{
    /// <summary>Answers with each part as it comes.</summary>
    /// <param name="parts">The parts.</param>
    public NDJSONStreamingResponse<Part> Post(IAsyncEnumerable<Part> parts) => new(parts);

    /// <summary>The same as events, which may be asked for again.</summary>
    /// <param name="parts">The parts.</param>
    public SSEResponse<Part> Query(IAsyncEnumerable<Part> parts) => new(parts);
}

[Endpoint("/sequences/json", MapManually = true)]
public sealed partial class JsonEndpoint
{
    /// <summary>Answers with the text of each item, whatever it is.</summary>
    /// <param name="items">The items.</param>
    public async Task<JSONResponse<List<string>>> PostAsync(IAsyncEnumerable<JsonElement> items)
    {
        var texts = new List<string>();
        await foreach (var item in items)
        {
            texts.Add(item.GetRawText());
        }

        return new(texts);
    }
}

[Endpoint("/sequences/whole", MapManually = true)]
public sealed partial class WholeEndpoint
{
    /// <summary>Takes all parts at once.</summary>
    /// <param name="parts">The parts.</param>
    public JSONResponse<Sum> Post(List<Part> parts) => new(new Sum(parts.Count, parts.Sum(static part => (long)part.Id)));
}
