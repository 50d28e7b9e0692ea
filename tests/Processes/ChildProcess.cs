using System.Diagnostics;
using System.Text;

namespace Processes;

/// <summary>A process that ends with its test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private bool _isDisposed;

    public ChildProcess(string program, params IEnumerable<string> arguments)
        : this(program, arguments, AppContext.BaseDirectory, environment: [])
    {
    }

    /// <param name="program">A path.</param>
    /// <param name="arguments">Each is one argument, whatever is in it.</param>
    /// <param name="directory">Where the process works.</param>
    /// <param name="environment">Variables beside those of this process; null takes one away.</param>
    public ChildProcess(string program, IEnumerable<string> arguments, string directory, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = directory,
            },
        };
        // As for the tests themselves: what the JIT would learn of the program pays later than the program lasts.
        _process.StartInfo.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment)
        {
            _process.StartInfo.Environment[name] = value;
        }

        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Resident memory in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate() => Send("-TERM");

    /// <summary>Stops it where it is (SIGSTOP): its connections stay open, and nothing comes through them.</summary>
    public void Suspend() => Send("-STOP");

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Resume() => Send("-CONT");

    public async Task WaitForExitAsync(TimeSpan limit)
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The process is still there after {limit}. It wrote: {Output}");
        }
    }

    /// <summary>Ends it without a word (SIGKILL). May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Send(string signal)
    {
        using var kill = Process.Start(Tool.Require("kill"), [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
