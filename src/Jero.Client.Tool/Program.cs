using Jero.Client.Tool.Commands;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

return args is ["tail", ..]
    ? await TailCommand.RunAsync(args[1..], Console.Out, Console.Error, stop.Token)
    : GenerateCommand.Run(args, Console.Out, Console.Error);
