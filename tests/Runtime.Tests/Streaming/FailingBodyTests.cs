using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;

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

    private sealed class FailingStream : Stream
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
