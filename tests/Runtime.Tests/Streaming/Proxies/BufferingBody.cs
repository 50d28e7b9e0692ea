using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Runtime.Tests.Streaming.Proxies;

/// <summary>A body that keeps everything until its end, flushes or not, unless it is told to buffer no longer, as IIS and some middleware do.</summary>
internal sealed class BufferingBody(IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
{
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));
    private bool _passesOn;

    public Stream Stream => _passesOn ? inner.Stream : _pipe.Writer.AsStream();

    public PipeWriter Writer => _passesOn ? inner.Writer : _pipe.Writer;

    public static async Task UseAsync(HttpContext http, RequestDelegate next)
    {
        var body = new BufferingBody(http.Features.Get<IHttpResponseBodyFeature>()!);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        await next(http);
        await body.CompleteAsync();
    }

    public void DisableBuffering()
    {
        _passesOn = true;
        inner.DisableBuffering();
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => _passesOn ? inner.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async Task CompleteAsync()
    {
        await _pipe.Writer.CompleteAsync();
        await _pipe.Reader.CopyToAsync(inner.Writer);
        await inner.CompleteAsync();
    }
}
