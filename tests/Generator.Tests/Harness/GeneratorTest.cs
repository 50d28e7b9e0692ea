using Jero.Generator;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Harness;

/// <summary>What every test of generated code asserts, whatever else it is about.</summary>
internal static class GeneratorTest
{
    /// <summary>
    /// Runs the generator; the output compiles without a warning, an unrelated edit runs no step anew, and no model reaches the compiler.
    /// </summary>
    public static GeneratorRun Run(params string[] files)
    {
        var run = GeneratorRun.Start(Compilations.Create(files));
        Assert.Empty(run.Diagnostics);
        Assert.Null(run.Result.Exception);
        AssertCompiles(run);
        AssertCached(run.AfterUnrelatedEdit());
        AssertPlainModels(run);
        return run;
    }

    /// <summary>Runs the generator over a mistake: the compiler has nothing to add to what Jero says.</summary>
    public static IReadOnlyList<Diagnostic> Diagnose(params string[] files)
    {
        var run = GeneratorRun.Start(Compilations.Create(files));
        AssertCompiles(run);
        AssertCached(run.AfterUnrelatedEdit());
        return run.Diagnostics;
    }

    public static void AssertCompiles(GeneratorRun run)
    {
        var faults = run.Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .ToList();
        if (faults.Count > 0)
        {
            var generated = string.Join("\n\n", run.Files.Select(file => $"==== {file.Key}\n{file.Value}"));
            Assert.Fail($"{string.Join("\n", faults)}\n\n{generated}");
        }
    }

    public static void AssertCached(GeneratorRun run)
    {
        Assert.All(run.Reasons(TrackingNames.Parse), AssertNothingNew);
        AssertNothingGeneratedAnew(run);
    }

    /// <summary>After an edit of the endpoint's own file its class is read again, with new locations, and that is all.</summary>
    public static void AssertNothingGeneratedAnew(GeneratorRun run)
    {
        foreach (var step in TrackingNames.All.Where(step => step != TrackingNames.Parse))
        {
            Assert.All(run.Reasons(step), AssertNothingNew);
        }

        Assert.All(run.OutputReasons, AssertNothingNew);
    }

    private static void AssertNothingNew(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"A step was {reason}.");

    private static void AssertPlainModels(GeneratorRun run)
    {
        string[] models = [TrackingNames.Endpoints, TrackingNames.Definitions, TrackingNames.Assembly];
        Assert.NotEmpty(run.Outputs(TrackingNames.Assembly));
        foreach (var output in models.SelectMany(run.Outputs))
        {
            ObjectGraph.AssertNoCompilerObject(output);
        }
    }
}
