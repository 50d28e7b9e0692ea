using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Generator.Tests.Harness;

/// <summary>A program that a page shows: compiled, loaded into a context of its own, and started on a free port.</summary>
internal sealed class PageApp : IAsyncDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly AssemblyLoadContext _context = new("page", isCollectible: true);
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> _subscriptions = [];
    private readonly Thread _thread;
    private IHost? _host;

    private PageApp(Stream image, string[] arguments)
    {
        var entry = _context.LoadFromStream(image).EntryPoint!;
        _thread = new Thread(() => Run(entry, arguments));
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        _thread.Start();
    }

    public Uri Address => new(_host!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The files must compile without a warning, in a web project with implicit usings. One of them is the program.</summary>
    public static async Task<PageApp> StartAsync(string[] files, params IEnumerable<string> arguments)
    {
        var compilation = Compilations.Create(files).Edit("Usings.cs", _ => Compilations.WebUsings);
        var run = GeneratorRun.Start(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
        Assert.DoesNotContain(run.Diagnostics, diagnostic => !diagnostic.IsSuppressed);
        using var image = new MemoryStream();
        var emitted = run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(emitted.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);
        image.Position = 0;
        var app = new PageApp(image, ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. arguments]);
        app._host = await app._started.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        _host!.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Task.Run(() => Assert.True(_thread.Join(Limit), "The program goes on though it was asked to stop."));
        _context.Unload();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting") _subscriptions.Add(value.Subscribe(this));
    }

    // Told on the thread that builds the host; other tests build theirs meanwhile.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Thread.CurrentThread == _thread && value is { Key: "HostBuilt", Value: IHost host })
        {
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => _started.TrySetResult(host));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Run(MethodInfo entry, string[] arguments)
    {
        try
        {
            entry.Invoke(null, [arguments]);
            _started.TrySetException(new InvalidOperationException("The program ended before it had started."));
        }
        catch (Exception exception)
        {
            _started.TrySetException(exception);
        }
        finally
        {
            _subscriptions.ForEach(static subscription => subscription.Dispose());
        }
    }
}
