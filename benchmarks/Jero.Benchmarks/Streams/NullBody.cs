using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Writers.Streams;

/// <summary>A response body that takes everything at once and keeps nothing.</summary>
internal sealed class NullBody : PipeWriter, IHttpResponseBodyFeature
{
    // One for all: a context of its own is made for every run.
    private static readonly byte[] Scratch = new byte[128 * 1024];

    public Stream Stream => Stream.Null;

    public PipeWriter Writer => this;

    public static DefaultHttpContext Context()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseBodyFeature>(new NullBody());
        http.Request.Method = "GET";
        return http;
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => new(default(FlushResult));

    public override void Advance(int bytes)
    {
    }

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => new(default(FlushResult));

    public override Memory<byte> GetMemory(int sizeHint = 0) => Scratch;

    public override Span<byte> GetSpan(int sizeHint = 0) => Scratch;

    public Task CompleteAsync() => Task.CompletedTask;

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
