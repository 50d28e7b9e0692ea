using BenchmarkDotNet.Running;
using Writers.Alone;

// So many rounds, and a part of the names of the items that are measured.
if (args is ["alone", .. var how])
{
    AloneProgram.Run(how is [var rounds, ..] ? int.Parse(rounds, null) : 21, how is [_, var part] ? part : "");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
