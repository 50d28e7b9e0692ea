using System.Reflection;
using Generator.Tests.Harness;
using Jero.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Shared;

namespace Generator.Tests;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("JERO001", "[Endpoint(\"/a\")] public class A { public StreamingResponse Get() => null!; }", "A", "partial class A")]
    [InlineData("JERO001", "public class Outer { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } }", "A", "partial class Outer")]
    [InlineData("JERO002", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Fetch() => null!; }", "A", "Get, Post, Put, Patch or Delete")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public string Get() => \"\"; }", "Get", "NDJSONStreamingResponse<T>")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public IAsyncEnumerable<int> Get() => null!; }", "Get", "IAsyncEnumerable<int>")]
    [InlineData("JERO004", "[Endpoint(\"/a\")] public partial class A { public SSEResponse Post() => null!; }", "Post", "EventSource only ever sends GET")]
    [InlineData("JERO005", "[Endpoint(\"/a/{id}\")] public partial class A { public StreamingResponse Get(int other) => null!; }", "Get", "'{id}'")]
    [InlineData("JERO006", "public record M(List<C> Cast); public record C(Action Agent); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "M.Cast[].Agent")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<object> Get() => null!; }", "Get", "name the type")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { private record P(int I); public JSONResponse<int> Get() => null!; public static NDJSONStreamingResponse<int[,]> Post() => null!; }", "Post", "int[*,*]")]
    [InlineData("JERO014", "[System.Text.Json.Serialization.JsonPolymorphic] public class B; [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }", "Get", "[JsonDerivedType(typeof(...), \"tag\")]")]
    [InlineData("JERO006", "public record H(Stream Body); [Endpoint(\"/a\")] public partial class A { public StreamingResponse<H> Get() => null!; }", "Get", "H.Body")]
    [InlineData("JERO052", "public record H(int Größe); [Endpoint(\"/a\")] public partial class A { public StreamingResponse<H> Get() => null!; }", "Get", "'größe'")]
    [InlineData("JERO053", "[Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Get() => new(1) { StatusCode = 600 }; }", "600", "from 200 to 599")]
    [InlineData("JERO053", "[Endpoint(\"/a\")] public partial class A { private const int S = 199; public JSONResponse<int> Get() { return new JSONResponse<int>(1) { StatusCode = S }; } }", "S", "199")]
    [InlineData("JERO053", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => new(System.IO.Stream.Null) { StatusCode = 204 }; }", "204", "NoContent")]
    [InlineData("JERO053", "[Endpoint(\"/a\")] public partial class A { [ProducesResponseType(700)] public JSONResponse<int> Get() => null!; }", "700", "from 200 to 599")]
    [InlineData("JERO053", "[Endpoint(\"/a\")] public partial class A { [ProducesResponseType(typeof(string), 0)] public JSONResponse<int> Get() => null!; }", "0", "from 200 to 599")]
    [InlineData("JERO053", "[ProducesResponseType<string>(-1)] [Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Get() => null!; }", "-1", "from 200 to 599")]
    [InlineData("JERO046", "public record H(string? ETag, [property: FromHeader(Name = \"etag\")] string? Other); [Endpoint(\"/a\")] public partial class A { public JSONResponse<int, H> Get() => null!; }", "Other", "'H.ETag' and 'H.Other'")]
    [InlineData("JERO046", "public class H { [System.Text.Json.Serialization.JsonPropertyName(\"x-ab\")] public int A { get; init; } public int XAb { get; init; } } [Endpoint(\"/a\")] public partial class A { public SSEResponse<int, H> Get() => null!; }", "XAb", "RawHeaders")]
    [InlineData("JERO047", "public record H(long ContentLength); [Endpoint(\"/a\")] public partial class A { public StreamingResponse<H> Get() => null!; }", "ContentLength", "'content-length'")]
    [InlineData("JERO047", "public record H([property: FromHeader(Name = \"transfer-encoding\")] string Coding); [Endpoint(\"/a\")] public partial class A { public StreamingResponse<H> Get() => null!; }", "Coding", "[JsonIgnore]")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse<string> Get() => null!; }", "Get", "properties of a class")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public JSONResponse<int, int[]> Get() => null!; }", "Get", "properties of a class")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public JSONResponse<int, (int A, int B)> Get() => null!; }", "Get", "properties of a class")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public JSONResponse<int, Dictionary<string, string>> Get() => null!; }", "Get", "properties of a class")]
    [InlineData("JERO052", "public record H([property: FromHeader(Name = \"a b\")] int B); [Endpoint(\"/a\")] public partial class A { public JSONResponse<int, H> Get() => null!; }", "Get", "'a b'")]
    [InlineData("JERO006", "public record M(Stream A, int B, List<C> Cast); public record C(Action Agent, Task? Other); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "M.Cast[].Agent is 'Action', M.Cast[].Other is 'Task?'")]
    [InlineData("JERO007", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; public StreamingResponse GetAsync() => null!; }", "GetAsync", "more than one handler for GET")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public IAsyncEnumerable<int> Get() => null!; }", "Get", "NDJSONStreamingResponse<int>")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public void Get() { } }", "Get", "NoContent")]
    [InlineData("JERO003", "[Endpoint(\"/a\")] public partial class A { public async System.Threading.Tasks.Task Get() => await System.Threading.Tasks.Task.Yield(); }", "Get", "NoContent")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(System.Action ids) => null!; }", "ids", "by an attribute")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([FromQuery] List<int> ids) => null!; }", "ids", "an array of these")]
    [InlineData("JERO008", "[Endpoint(\"/a/{ids}\")] public partial class A { public StreamingResponse Get(int[] ids) => null!; }", "ids", "TryParse")]
    [InlineData("JERO008", "public abstract class P; [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }", "p", "neither abstract")]
    [InlineData("JERO008", "public class P { public P(int a) { } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }", "p", "every parameter")]
    [InlineData("JERO008", "public class P { public P(string b) { } public P(int a) { } public int A { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }", "p", "exactly one")]
    [InlineData("JERO008", "public record Q(int A); public record P([Microsoft.AspNetCore.Http.AsParameters] Q Q); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }", "Q", "does not nest")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(ref int id) => null!; }", "id", "by value")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([FromRoute] int id) => null!; }", "id", "add '{id}' to the route")]
    [InlineData("JERO017", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([FromBody] string text) => null!; }", "text", "answer POST")]
    [InlineData("JERO017", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(System.IO.Stream body) => null!; }", "body", "answer POST")]
    [InlineData("JERO017", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(Microsoft.AspNetCore.Http.IFormFile file) => null!; }", "file", "answer POST")]
    [InlineData("JERO018", "public record P(int A); public record Q(int A); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p, Q q) => null!; }", "q", "[FromServices]")]
    [InlineData("JERO018", "public record P(int A); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p, [FromForm] string name) => null!; }", "name", "one type")]
    [InlineData("JERO019", "public class P { public P(int unknown) { } public int A { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromBody] P p) => null!; }", "p", "belongs to no member")]
    [InlineData("JERO019", "public interface I { int A { get; } } public record P(List<I> Many); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromBody] P p) => null!; }", "p", "cannot be constructed")]
    [InlineData("JERO006", "[System.Text.Json.Serialization.JsonDerivedType(typeof(Q), \"q\")] public abstract class P { } public class Q : P { public System.Action? A { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p) => null!; }", "p", "A")]
    [InlineData("JERO019", "public abstract record P(int I); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p) => null!; }", "p", "P")]
    [InlineData("JERO008", "public abstract record P(int I); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(P p) => null!; }", "p", "[FromServices]")]
    [InlineData("JERO019", "public record P(int A) { [System.Text.Json.Serialization.JsonExtensionData] public System.Text.Json.Nodes.JsonObject? More { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(List<P> p) => null!; }", "p", "use a Dictionary<string, JsonElement>")]
    [InlineData("JERO006", "public record P(System.Action A); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromBody] P p) => null!; }", "p", "P.A")]
    [InlineData("JERO019", "public class P { public P(int unknown) { } public int A { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p) => null!; }", "p", "belongs to no member")]
    [InlineData("JERO019", "public record P(int A) { public P(string s) : this(0) { } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p) => null!; }", "p", "cannot be constructed")]
    [InlineData("JERO006", "public class P { public System.Action? A { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(P p) => null!; }", "p", "P.A")]
    [InlineData("JERO006", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(IReadOnlyList<Stream> p) => null!; }", "p", "Stream")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(IReadOnlyList<Microsoft.AspNetCore.Http.IFormFile> files) => null!; }", "files", "say [FromForm]")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Post(Microsoft.AspNetCore.Http.IFormFile[] files) => null!; }", "files", "IFormFileCollection")]
    [InlineData("JERO008", "public record P(int A); [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(P p) => null!; }", "p", "[AsParameters]")]
    [InlineData("JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(List<int> ids) => null!; }", "ids", "an array of these")]
    [InlineData("JERO008", "public record P(int A) { public required int F; } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }", "p", "required field")]
    [InlineData("JERO008", "public abstract class Q { public int A { get; set; } } public class P { public Q? Next { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }", "Next", "not abstract")]
    [InlineData("JERO008", "public class P { public P? Next { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P? p) => null!; }", "Next", "contains itself")]
    [InlineData("JERO008", "public class Q { public int A { get; set; } } public class P { public List<Q> All { get; set; } = []; } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }", "All", "a list of these")]
    [InlineData("JERO008", "public class P { public P Next { get; set; } = null!; } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }", "Next", "contains itself")]
    [InlineData("JERO008", "public class P { public Dictionary<string, int> Map { get; set; } = null!; } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }", "Map", "a list of these")]
    [InlineData("JERO008", "public class P { public List<System.Action> All { get; set; } = null!; } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }", "All", "a list of these")]
    [InlineData("JERO008", "public interface P { int A { get; set; } } [Endpoint(\"/a\")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }", "p", "class, struct or record")]
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
    [InlineData("JERO006", "public record M(Dictionary<string, List<Task>> Jobs); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "M.Jobs[][]")]
    [InlineData("JERO006", "public record K(int I); public record M(Dictionary<K, int> Map); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "M.Map.Keys[]")]
    [InlineData("JERO006", "public record M(System.Collections.ArrayList List); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "items have no type")]
    [InlineData("JERO006", "public record M((int A, string B) Pair); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "use a record")]
    [InlineData("JERO013", "public record M(int Id, [property: System.Text.Json.Serialization.JsonPropertyName(\"id\")] int Other); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "'Id' and 'Other' of M would both be 'id'")]
    [InlineData("JERO014", "public abstract class B; [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }", "Get", "B is 'B'")]
    [InlineData("JERO015", "[Endpoint(\"/a\")] public partial class A { const string E = \"a\\nb\"; public SSEResponse<int> Get() => null!; static ServerSentEvent<int> X() => new(1) { Event = E }; }", "E", "Event of an event is \"a\\nb\"")]
    [InlineData("JERO015", "[Endpoint(\"/a\")] public partial class A { public SSEResponse<int> Get() => null!; static ServerSentEvent<int> X() => new(1) { Id = \"\\0\" }; }", "\"\\0\"", "NUL")]
    [InlineData("JERO016", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<int> Get() => new(L()); static async IAsyncEnumerable<IAsyncEnumerable<int>> L() { await Task.Yield(); yield break; } }", "L", "yields no stream")]
    [InlineData("JERO016", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<int> Get() => new(L()); static async IAsyncEnumerable<IAsyncEnumerable<int>> L() { await Task.Yield(); yield return null!; yield return null!; } }", "L", "more than one")]
    [InlineData("JERO022", "[Endpoint(\"/a/{x:int}/{**r}\")] public partial class A { public StreamingResponse Get(int x, string r) => null!; } [Endpoint(\"/A/{y:int}/{**q}/\")] public partial class B { public StreamingResponse Get(int y, string q) => null!; }", "B", "'A' and 'B' both answer GET")]
    [InlineData("JERO049", "using System.Text.Json.Serialization; [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class M { [JsonExtensionData] public Dictionary<string, object>? More { get; set; } } [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "refuses what [JsonExtensionData] on 'More' would take")]
    [InlineData("JERO049", "using System.Text.Json.Serialization; public class M { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public string? T { get; set; } } [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "on 'T' would add to a value that cannot be added to")]
    [InlineData("JERO049", "using System.Text.Json.Serialization; [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public record M(int I) { public List<int> Tags { get; } = []; } [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }", "Get", "would add to 'Tags'")]
    [InlineData("JERO019", "public record M(System.Collections.ObjectModel.ReadOnlyCollection<int> Many); [Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }", "m", "cannot be filled")]
    [InlineData("JERO019", "public record M(System.Collections.Frozen.FrozenDictionary<string, int> Many); [Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }", "m", "cannot be filled")]
    [InlineData("JERO019", "public record M(Words Many); public class Words(int x) : List<int> { public int X => x; } [Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }", "m", "cannot be filled")]
    [InlineData("JERO019", "public class M(int id, int ID) { public int Id => id + ID; } [Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }", "m", "differ by case alone")]
    [InlineData("JERO019", "public class M(int id) { public long Id => id; } [Endpoint(\"/a\")] public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }", "m", "has another type than the member 'Id'")]
    public void A_mistake_is_one_error_that_names_the_fix(string id, string source, string at, string message)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose("using System.IO; " + source));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan));
    }

    [Theory]
    [InlineData("if (await F()) { yield return null!; } else { yield return null!; }")]
    [InlineData("if (await F()) { yield return null!; yield break; } yield return null!;")]
    [InlineData("try { yield return null!; } finally { await F(); }")]
    [InlineData("for (var i = 0; i < 1; i++) { yield return null!; }  await F();")]
    [InlineData("using var c = new CancellationTokenSource(); await F(); yield return null!; async IAsyncEnumerable<int> G() { await F(); yield return 1; yield return 2; }")]
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
