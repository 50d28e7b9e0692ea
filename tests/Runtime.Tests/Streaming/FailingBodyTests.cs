using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Runtime.Tests.Streaming;

/// <summary>A response that cannot be written, while the source is busy.</summary>
public sealed class FailingBodyTests
{
    [Fact]
    public async Task A_source_that_is_busy_when_the_response_fails_is_told_and_torn_down()
    {
        var isTornDown = false;
        await using var app = await App.StartAsync(web =>
        {
            web.Use((http, next) =>
            {
                http.Response.Body = new FailingStream();
                return next(http);
            });
            web.MapGet("/", () => new StreamingResponse(Source()));
        });
        using var client = new HttpClient { BaseAddress = app.Address };

        _ = client.GetAsync("/", TestContext.Current.CancellationToken);

        await App.UntilAsync(() => Volatile.Read(ref isTornDown), "the source's finally block runs");

        async IAsyncEnumerable<byte[]> Source([EnumeratorCancellation] CancellationToken token = default)
        {
            try
            {
                yield return [1];
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                Volatile.Write(ref isTornDown, true);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flush_that_failed_is_not_sent_again(bool isLast)
    {
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await App.StartAsync(web =>
        {
            web.Use((http, next) =>
            {
                http.Response.Body = new FailsOnce(http.Response.Body, tried);
                return next(http);
            });
            web.MapGet("/", IResult () => new StreamingResponse(Source()));
        });
        using var client = await RawClient.ReadWholeAsync(app, "/");

        Assert.Equal("1\n", client.Body);
        Assert.False(client.IsWhole);
        Assert.True(app.Log.HasEnded("SourceFaulted"));

        async IAsyncEnumerable<byte[]> Source()
        {
            yield return "1\n"u8.ToArray();
            if (!isLast)
            {
                await tried.Task;
                yield return "2\n"u8.ToArray();
            }
        }
    }

    /// <summary>Passes everything on, and fails in its first flush.</summary>
    private sealed class FailsOnce(Stream body, TaskCompletionSource tried) : FailingStream
    {
        private bool _hasFailed;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (_hasFailed)
            {
                return body.FlushAsync(cancellationToken);
            }

            _hasFailed = true;
            tried.TrySetResult();
            throw new IOException("The disk is full.");
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            body.WriteAsync(buffer, cancellationToken);
    }

    private class FailingStream : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new IOException("The disk is full.");

        public override Task FlushAsync(CancellationToken cancellationToken) => throw new IOException("The disk is full.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The disk is full.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The disk is full.");
    }
}
