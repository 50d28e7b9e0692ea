namespace Inspector.Tests.App;

/// <summary>What the sources of one app wait for until its test lets them go on; no other app opens it.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => _opened.Task;

    public void Open() => _opened.SetResult();
}
