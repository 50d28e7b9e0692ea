using System.Reflection;
using Generator.Tests.Harness;
using Jero.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Shared;

namespace Generator.Tests;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("if (await F()) { yield return null!; } else { yield return null!; }")]
    [InlineData("if (await F()) { yield return null!; yield break; } yield return null!;")]
    [InlineData("try { yield return null!; } finally { await F(); }")]
    [InlineData("for (var i = 0; i < 1; i++) { yield return null!; }  await F();")]
    [InlineData(
        """
        using var c = new CancellationTokenSource();
        await F();
        yield return null!;
        async IAsyncEnumerable<int> G() { await F(); yield return 1; yield return 2; }
        """)]
    public void A_lifecycle_that_may_yield_once_is_no_mistake(string body)
    {
        var run = GeneratorRun.Start(Compilations.Create(
            $$"""
            #pragma warning disable CS8321
            [Endpoint("/a")]
            public partial class A
            {
                public NDJSONStreamingResponse<int> Get() => new(L());
                static Task<bool> F() => Task.FromResult(true);
                static async IAsyncEnumerable<IAsyncEnumerable<int>> L() { {{body}} }
            }
            """));

        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void An_event_stream_over_POST_is_generated_where_the_rule_is_switched_off()
    {
        var run = GeneratorRun.Start(Compilations.Create(
            """
            [Endpoint("/chat")]
            public sealed partial class Chat
            {
            #pragma warning disable JERO004
                public SSEResponse Post() => throw new InvalidOperationException();
            #pragma warning restore JERO004
            }
            """));

        Assert.All(run.Diagnostics, diagnostic => Assert.True(diagnostic.IsSuppressed));
        Assert.Contains("Chat.g.cs", run.Files.Keys);
        GeneratorTest.AssertCompiles(run);
    }

    public static TheoryData<string> Ids => [.. Descriptors.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_and_a_release_line(string id)
    {
        var root = Repository.Root;
        var page = File.ReadAllText(Path.Combine(root, "docs", "diagnostics", id + ".md"));
        var releases = File.ReadAllText(Path.Combine(root, "src", "Jero.Generator", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(root, "src", "Jero.Generator", "AnalyzerReleases.Shipped.md"));
        var descriptor = Descriptors.Single(descriptor => descriptor.Id == id);
        var title = descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.StartsWith($"# {id}: {title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"{id} | Jero | {descriptor.DefaultSeverity} | {title}", releases, StringComparison.Ordinal);
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(member => member.GetValue(null))
        .OfType<DiagnosticDescriptor>();
}
