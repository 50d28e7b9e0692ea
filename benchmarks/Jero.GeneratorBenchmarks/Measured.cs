using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.GeneratorBenchmarks;

/// <summary>The times of one size of app.</summary>
internal sealed class Measured(int endpoints)
{
    private readonly App _app = new(endpoints);
    private readonly List<double>[] _times = [.. Columns.Select(static _ => new List<double>())];
    private GeneratorDriver? _driver;
    private GeneratorDriver _finder = CSharpGeneratorDriver.Create([new FindOnly().AsSourceGenerator()], parseOptions: App.ParseOptions);

    public static string[] Columns { get; } =
    [
        "compiler alone, with the generated files", "compiler with the generator", "the generator's part",
        "edit in an unrelated body", "the same, only finding the classes", "edit of an unrelated declaration", "edit in a handler body", "edit of an item type",
    ];

    public int Endpoints => endpoints;

    public void Run(bool isWarmUp)
    {
        // The generated files are part of both, since a compiler without a generator would be given them by hand.
        _driver ??= App.Driver().RunGenerators(_app.Compilation);
        var alone = _app.Afresh().Compilation.AddSyntaxTrees(_driver.GetRunResult().GeneratedTrees);
        var with = _app.Afresh().Compilation;
        var cold = _app.Afresh().Compilation;
        double[] times =
        [
            Time(() => Emit(alone)),
            Time(() =>
            {
                App.Driver().RunGeneratorsAndUpdateCompilation(with, out var output, out _);
                Emit(output);
            }),
            Time(() => App.Driver().RunGenerators(cold)),
            Edit(static app => app.EditUnrelated()),
            Time(() => _finder = _finder.RunGenerators(_app.Compilation)),
            Edit(static app => app.EditUnrelatedDeclaration()),
            Edit(static app => app.EditBody()),
            Edit(static app => app.EditItem()),
        ];
        if (!isWarmUp)
        {
            for (var i = 0; i < times.Length; i++)
            {
                _times[i].Add(times[i]);
            }
        }
    }

    public IEnumerable<string> Cells() => _times.Select(static times =>
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:0.0} ({times[0]:0.0})");
    });

    private static void Emit(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        if (compilation.Emit(assembly) is { Success: false } failed)
        {
            throw new InvalidOperationException($"The app does not compile: {failed.Diagnostics.First(static one => one.Severity == DiagnosticSeverity.Error)}");
        }
    }

    private double Edit(Action<App> edit)
    {
        edit(_app);
        return Time(() => _driver = _driver!.RunGenerators(_app.Compilation));
    }

    private static double Time(Action run)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
