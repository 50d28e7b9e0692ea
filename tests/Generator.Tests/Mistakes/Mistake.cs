using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Mistakes;

internal static class Mistake
{
    /// <summary>The source has one mistake: Jero reports it at that text and names the fix, and the compiler has nothing to add.</summary>
    public static void AssertOne(string id, string at, string fix, string source)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose("using System.IO;\n" + source));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(fix, diagnostic.GetMessage(), StringComparison.Ordinal);
        var text = diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken);
        Assert.Equal(at, text.ToString(diagnostic.Location.SourceSpan));
    }
}
