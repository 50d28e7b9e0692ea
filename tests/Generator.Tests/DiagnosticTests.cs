using System.Reflection;
using Generator.Tests.Harness;
using Jero.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("JERO001", "[Endpoint(\"/a\")] public class A { public StreamingResponse Get() => null!; }", "A", "partial class A")]
    [InlineData("JERO001", "public class Outer { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } }", "A", "partial class Outer")]
    [InlineData("JERO002", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Fetch() => null!; private StreamingResponse Get() => null!; }", "A", "Get, Post, Put, Patch or Delete")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public string Get() => \"\"; }", "Get", "NDJSONStreamingResponse<T>")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public IAsyncEnumerable<int> Get() => null!; }", "Get", "IAsyncEnumerable<int>")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<T> Get<T>() => null!; }", "Get", "NDJSONStreamingResponse<T>")]
    [InlineData("JERO004", "[Endpoint(\"/a\")] public partial class A { public SSEResponse Post() => null!; }", "Post", "EventSource only ever sends GET")]
    [InlineData("JERO005", "[Endpoint(\"/a/{id}\")] public partial class A { public StreamingResponse Get(int other) => null!; }", "Get", "'{id}'")]
    [InlineData("JERO006", "public record M(List<C> Cast); public record C(Action Agent); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "M.Cast[].Agent")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<object> Get() => null!; }", "Get", "name the type")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Dictionary<string, int>> Get() => null!; }", "Get", "generic types are not supported")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { private record P(int I); public JSONResponse<int> Get() => null!; public static NDJSONStreamingResponse<int[,]> Post() => null!; }", "Post", "int[*,*]")]
    [InlineData("JERO006", "[System.Text.Json.Serialization.JsonPolymorphic] public class B; [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }", "Get", "[JsonPolymorphic]")]
    [InlineData("JERO006", "public class B { [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public string? S { get; set; } } [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }", "Get", "[JsonIgnore] on its member 'S'")]
    [InlineData("JERO006", "public class B { [System.Text.Json.Serialization.JsonInclude] internal string? S { get; set; } } [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }", "Get", "[JsonInclude] on its member 'S'")]
    [InlineData("JERO006", "public record H(Stream Body); [Endpoint(\"/a\")] public partial class A { public StreamingResponse<H> Get() => null!; }", "Get", "H.Body")]
    [InlineData("JERO007", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; public StreamingResponse GetAsync() => null!; }", "GetAsync", "more than one handler for GET")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(int[] ids) => null!; }", "ids", "int[]")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(ref int id) => null!; }", "id", "by value")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([FromRoute] int id) => null!; }", "id", "add '{id}' to the route")]
    [InlineData("JERO008", "public class Body; [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(Body body) => null!; }", "body", "[FromServices]")]
    [InlineData("JERO009", "[Endpoint(\"/a\")] public partial class A { public A() { } public A(IServiceProvider s) { } public StreamingResponse Get() => null!; }", "A", "several")]
    [InlineData("JERO009", "[Endpoint(\"/a\")] public partial class A { private A() { } public StreamingResponse Get() => null!; }", "A", "none")]
    [InlineData("JERO010", "[Endpoint(\"/a\")] public static partial class A { public static StreamingResponse Get() => null!; }", "A", "static")]
    [InlineData("JERO010", "[Endpoint(\"/a\")] public abstract partial class A { public StreamingResponse Get() => null!; }", "A", "abstract")]
    [InlineData("JERO010", "[Endpoint(\"/a\")] public partial class A<T> { public StreamingResponse Get() => null!; }", "A", "generic")]
    [InlineData("JERO010", "[Endpoint(\"/a\")] file partial class A { public StreamingResponse Get() => null!; }", "A", "file")]
    [InlineData("JERO010", "public partial class O { [Endpoint(\"/a\")] private partial class A { public StreamingResponse Get() => null!; } }", "A", "make it internal or public")]
    [InlineData("JERO011", "[Endpoint(\"a\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"a\")", "start with a slash")]
    [InlineData("JERO011", "[Endpoint(null!)] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(null!)", "start with a slash")]
    [InlineData("JERO011", "[Endpoint(\"/{a\")] public partial class A { public StreamingResponse Get(int a) => null!; }", "Endpoint(\"/{a\")", "not closed")]
    [InlineData("JERO011", "[Endpoint(\"/{a}/{A}\")] public partial class A { public StreamingResponse Get(int a) => null!; }", "Endpoint(\"/{a}/{A}\")", "twice")]
    [InlineData("JERO012", "namespace V1 { public record M(int I); } namespace V2 { public record M(int I); } [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<V1.M> Get() => null!; } [Endpoint(\"/b\")] public partial class B { public NDJSONStreamingResponse<List<V2.M>> Get() => null!; }", "B", "'V1.M' and 'V2.M'")]
    public void A_mistake_is_one_error_that_names_the_fix(string id, string source, string at, string message)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose("using System.IO; " + source));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan));
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
        var root = RepositoryRoot();
        var page = File.ReadAllText(Path.Combine(root, "docs", "diagnostics", id + ".md"));
        var releases = File.ReadAllText(Path.Combine(root, "src", "Jero.Generator", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(root, "src", "Jero.Generator", "AnalyzerReleases.Shipped.md"));
        var title = Descriptors.Single(descriptor => descriptor.Id == id).Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.StartsWith($"# {id}: {title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"{id} | Jero | Error | {title}", releases, StringComparison.Ordinal);
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(member => member.GetValue(null))
        .OfType<DiagnosticDescriptor>();

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
