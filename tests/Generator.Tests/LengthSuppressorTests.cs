using System.Collections.Immutable;
using Generator.Tests.Harness;
using Jero.Generator.Parsing.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shared;

namespace Generator.Tests;

/// <summary>JERO050: the trimmer's warning of a rule of lengths is taken back where it cannot be true, and nowhere else.</summary>
public sealed class LengthSuppressorTests
{
    [Theory]
    [InlineData("[MinLength(1)] public string? Value { get; set; }", true)]
    [InlineData("[MaxLength(1)] public int[]? Value { get; set; }", true)]
    [InlineData("[Length(1, 2)] public List<string> Value { get; set; } = [];", true)]
    [InlineData("[MinLength(1)] public Dictionary<string, int>? Value { get; set; }", true)]
    [InlineData("[MinLength(1)] public IReadOnlyList<int>? Value { get; set; }", true)]
    [InlineData("[MinLength(1)] public IDictionary<string, int>? Value { get; set; }", true)]
    [InlineData("[MinLength(1)] public string? value;", true)]
    [InlineData("public void M([MaxLength(3)] string value) { }", true)]
    [InlineData("public record R([property: MaxLength(3)] string Value);", true)]
    [InlineData("[System.ComponentModel.DataAnnotations.MinLengthAttribute(1)] public string? Value { get; set; }", true)]
    [InlineData("[MinLength(1)] public HashSet<int>? Value { get; set; }", false)]
    [InlineData("[MinLength(1)] public object? Value { get; set; }", false)]
    [InlineData("[MinLength(1)] public Counted? Value { get; set; }", false)]
    [InlineData("[MinLength(1)] public ISet<int>? Value { get; set; }", false)]
    [InlineData("[StringLength(1)] public string? Value { get; set; }", false)]
    [InlineData("[Own.MinLength(1)] public string? Value { get; set; }", false)]
    public async Task IL2026_of_a_rule_is_taken_back_under_JERO050_where_the_value_has_a_count(string member, bool isTakenBack)
    {
        var compilation = Compilations.Create(
            $$"""
            using System.ComponentModel.DataAnnotations;
            public class Holder { {{member}} }
            public class Counted { public int Count => 1; }
            namespace Own { public sealed class MinLengthAttribute(int length) : System.Attribute { public int Length => length; } }
            """);
        var found = await compilation
            .WithAnalyzers(
                [new Trimmer(), new LengthSuppressor()],
                new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        var warning = Assert.Single(found);
        Assert.Equal("IL2026", warning.Id);
        Assert.Equal(isTakenBack, warning.IsSuppressed);
        Assert.Equal(
            isTakenBack ? ["JERO050"] : [],
            warning.GetSuppressionInfo(compilation)?.ProgrammaticSuppressions.Select(suppression => suppression.Descriptor.Id) ?? []);
    }

    [Fact]
    public void The_id_has_a_page()
    {
        var id = Assert.Single(new LengthSuppressor().SupportedSuppressions).Id;
        Assert.StartsWith($"# {id}: ", File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md")), StringComparison.Ordinal);
    }

    /// <summary>Warns of every attribute of a member, as the trimmer's analyzer does of those that need reflection.</summary>
#pragma warning disable RS1036, RS1041, RS2008 // It is no part of an analyzer's assembly.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Trimmer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Warning = new("IL2026", "Trimming", "Reflection", "Trimming", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Warning];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                static node => node.ReportDiagnostic(Diagnostic.Create(Warning, node.Node.GetLocation())),
                SyntaxKind.Attribute);
        }
    }
#pragma warning restore RS1036, RS1041, RS2008
}
