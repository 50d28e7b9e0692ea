using Jero.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests.Harness;

/// <summary>A run of the generator that can go on after an edit, as it does in an editor.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        Input = compilation;
        _driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Output = output;
        Diagnostics = [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
        Result = _driver.GetRunResult().Results.Single();
    }

    public CSharpCompilation Input { get; }

    public Compilation Output { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The generated files by hint name, without the compiler's own attribute.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources
        .Where(source => source.HintName != "Microsoft.CodeAnalysis.EmbeddedAttribute.cs")
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The first run.</summary>
    /// <param name="compilation">What the user wrote.</param>
    /// <param name="entering">Told each class, definition and step, which it may let fail.</param>
    public static GeneratorRun Start(CSharpCompilation compilation, Action<string>? entering = null) => new(
        CSharpGeneratorDriver.Create(
            [new JeroGenerator { Entering = entering ?? (static _ => { }) }.AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    public GeneratorRun After(CSharpCompilation edited) => new(_driver, edited);

    public GeneratorRun AfterUnrelatedEdit() => After(Input.AddSyntaxTrees(Compilations.Parse("internal sealed class Unrelated;", "Unrelated.cs")));

    /// <summary>Why a step ran, once for each of its outputs.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step) => OutputsOf(step).Select(output => output.Reason);

    /// <summary>What a step put out.</summary>
    public IEnumerable<object> Outputs(string step) => OutputsOf(step).Select(output => output.Value);

    /// <summary>Why the generated files and diagnostics were, or were not, made again.</summary>
    public IEnumerable<IncrementalStepRunReason> OutputReasons => Result.TrackedOutputSteps.Values
        .SelectMany(runs => runs)
        .SelectMany(run => run.Outputs)
        .Select(output => output.Reason);

    // A step that had no input has not run.
    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];
}
