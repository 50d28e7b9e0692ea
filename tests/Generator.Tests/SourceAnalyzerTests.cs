using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Generator.Tests;

public sealed class SourceAnalyzerTests
{
    private const string Head = "using System.Runtime.CompilerServices; using System.Linq; static class S { static Task<int> F(CancellationToken t = default) => Task.FromResult(1); ";

    [Theory]
    [InlineData(
        """
        static SSEResponse<int> R() => new(Rows());
        static async IAsyncEnumerable<int> Rows() { yield return await F(); }
        """,
        "JERO043 Rows()")]
    [InlineData(
        """
        static object R() => new NDJSONStreamingResponse<int>(Rows()) { StatusCode = 201 }
        ;
        static async IAsyncEnumerable<int> Rows() { await foreach (var i in Rows()) yield return i; }
        """,
        "JERO043 Rows()")]
    [InlineData(
        """
        static object R()
        {
            return new NDJSONStreamingResponse<int>(Rows());
            async IAsyncEnumerable<int> Rows() { yield return await F(); }
        }
        """,
        "JERO043 Rows()")]
    [InlineData(
        """
        static NDJSONStreamingResponse<int> R() => new(Rows());
        static async IAsyncEnumerable<IAsyncEnumerable<int>> Rows() { await F(); yield return null!; }
        """,
        "JERO043 Rows()")]
    [InlineData(
        """
        static object R(T t) => new StreamingResponse(t.Rows());
        } class T { public async IAsyncEnumerable<byte[]> Rows() { await Task.Delay(1); yield return []; }
        """,
        "JERO043 t.Rows()")]
    [InlineData(
        """
        static object R() => new SSEResponse<int>(Rows());
        static async IAsyncEnumerable<int> Rows([EnumeratorCancellation] CancellationToken t = default) { yield return await F(t); }
        """,
        "")]
    [InlineData(
        """
        static object R() => new SSEResponse<int>(Rows());
        static async IAsyncEnumerable<int> Rows() { await Task.Yield(); yield return 1; await Task.CompletedTask; }
        """,
        "")]
    [InlineData(
        """
        static object R() => new SSEResponse<int>(Rows());
        static async IAsyncEnumerable<int> Rows() { yield return 1; await Task.Yield(); async Task G() => await F(); _ = G(); }
        """,
        "")]
    [InlineData("static object R(List<int> list) => new NDJSONStreamingResponse<int>(list);", "JERO044 list")]
    [InlineData("static NDJSONStreamingResponse<int> R(int[] list) => new(list);", "JERO044 list")]
    [InlineData("static SSEResponse<int> R(IEnumerable<int> list) => new(list.Where(i => i > 1));", "JERO044 list.Where(i => i > 1)")]
    [InlineData("static StreamingResponse R(byte[] bytes) => new(bytes);", "JERO044 bytes")]
    [InlineData("static NDJSONStreamingResponse<int> R(IQueryable<int> query) => new(query);", "JERO044 query")]
    [InlineData("static NDJSONStreamingResponse<int> R(List<int> list) => new(list.ToAsyncEnumerable());", "")]
    [InlineData(
        """
        sealed class Both : List<int>, IAsyncEnumerable<int>
        {
            public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken t) => null!;
        }
        static object R(Both both) => new NDJSONStreamingResponse<int>(both);
        """,
        "")]
    public async Task A_source_is_looked_at_where_a_response_is_given_it(string members, string expected)
    {
        var token = TestContext.Current.CancellationToken;
        var found = await Compilations.Create(Head + members + " }").WithAnalyzers([new SourceAnalyzer()]).GetAnalyzerDiagnosticsAsync(token);

        Assert.Equal(expected, string.Join(' ', found.Select(diagnostic =>
            $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText(token).ToString(diagnostic.Location.SourceSpan)}")));
    }

    [Theory]
    [InlineData("List<int> source", "write 'source.ToAsyncEnumerable()'")]
    [InlineData("System.Linq.IQueryable<int> source", "write 'source.AsAsyncEnumerable()'")]
    public async Task The_message_says_what_to_write(string parameter, string fix)
    {
        var found = await Compilations.Create($"{Head} static NDJSONStreamingResponse<int> R({parameter}) => new(source); }}")
            .WithAnalyzers([new SourceAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Contains(fix, Assert.Single(found).GetMessage(), StringComparison.Ordinal);
    }
}
