using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>Sources that generated code must compile beside, without a warning.</summary>
public sealed class CompilationTests
{
    [Theory]
    [InlineData("nested classes", """
        namespace Shop;
        public partial class Outer
        {
            internal partial record struct Middle
            {
                public sealed record Item(int Id);
                [Endpoint("/nested")]
                internal sealed partial class Inner
                {
                    public NDJSONStreamingResponse<Item> Get() => throw new InvalidOperationException();
                }
            }
        }
        """)]
    [InlineData("keywords and non-ASCII identifiers", """
        namespace Shop.@event;
        public sealed record @class(int @int, string Größe, bool @await);
        [Endpoint("/keywords/{@params}")]
        public sealed partial class @partial
        {
            public NDJSONStreamingResponse<@class> Get([FromRoute(Name = "@params")] int @params, string? @void, int größe = 1) => throw new InvalidOperationException();
        }
        """)]
    [InlineData("parameters and members named like generated ones", """
        namespace Shop;
        [Endpoint("/clash/{http}")]
        public sealed partial class Clash
        {
            public StreamingResponse Get(int http, string? request, string? filters, string? endpoint, string? context, string? response, string? headers)
                => throw new InvalidOperationException();
            private void GetHandler() { }
            private void Respond() { }
            private void Call() { }
            private void CallFiltered() { }
            private void Send() { }
            private int Operation => 0;
        }
        """)]
    [InlineData("namespaces and types that shadow System, Jero and the aliases", """
        namespace Shop.System { public sealed class Marker; }
        namespace Shop.Jero { public sealed class Marker; }
        namespace Shop.Microsoft { public sealed class Marker; }
        namespace Shop
        {
            public sealed class Http;
            public sealed class Tasks;
            public sealed class JeroGen;
            public sealed record String(int Id);
            [global::Jero.Endpoint("/shadow")]
            public sealed partial class Shadow
            {
                public global::Jero.NDJSONStreamingResponse<String> Get() => throw new global::System.InvalidOperationException();
            }
        }
        """)]
    [InlineData("types named like the runtime's in the global namespace", """
        public sealed record JsonFormat(int BatchBuffer, IJsonWriter? Next);
        public sealed record IJsonWriter(int buffer, int value);
        [Endpoint("/runtime")]
        public sealed partial class Runtime
        {
            public NDJSONStreamingResponse<JsonFormat> Get() => throw new InvalidOperationException();
        }
        """)]
    [InlineData("obsolete members and types", """
        namespace Shop;
        [Obsolete("old")] public sealed record Old(int Id);
        #pragma warning disable CS0618
        public sealed class Item { [Obsolete] public int Was { get; init; } public Old? Old { get; init; } }
        [Endpoint("/obsolete")]
        public sealed partial class ObsoleteEndpoint
        {
            [Obsolete("use another")] public NDJSONStreamingResponse<Item> Get() => throw new InvalidOperationException();
        }
        """)]
    [InlineData("types called like the alias of a definition's file", """
        public sealed record Value(int Id, Value? Next, List<Value>? Json);
        [Endpoint("/values")]
        public sealed partial class Values { public NDJSONStreamingResponse<Value> Get() => throw new InvalidOperationException(); }
        namespace Shop
        {
            public enum Values { A, B }
            public struct Metadata { public Values Value { get; set; } public global::Value? Other { get; set; } }
            [Endpoint("/others")]
            public sealed partial class Others { public NDJSONStreamingResponse<Metadata> Get(Values value) => throw new InvalidOperationException(); }
        }
        """)]
    [InlineData("structs, inheritance and hidden members", """
        namespace Shop;
        public struct Point { public int X { get; set; } public int Y { get; init; } }
        public readonly record struct Size(int Width, int Height);
        public abstract class Base { public required string Name { get; init; } public virtual int Rank => 0; public string Kind { get; set; } = ""; }
        public class Derived : Base { public override int Rank => 1; public new int Kind { get; set; } public Point Point { get; init; } public Size? Size { get; set; } public List<Point?>? Points { get; set; } }
        [Endpoint("/structs")]
        public sealed partial class Structs
        {
            public NDJSONStreamingResponse<Derived> Get() => throw new InvalidOperationException();
            public JSONResponse<Size?> Post() => throw new InvalidOperationException();
            public JSONResponse<string> Put() => throw new InvalidOperationException();
            public SSEResponse<int[]> Delete() => throw new InvalidOperationException();
        }
        """)]
    [InlineData("optional parameters of every kind", """
        namespace Shop;
        public enum Side : byte { Left, Right = 200 }
        [Endpoint("/optional")]
        public sealed partial class Optional
        {
            public StreamingResponse Get(
                int a = -1, long b = long.MinValue, double c = 1.5e300, float d = -0.25f, decimal e = 1.10m, string f = "x\\\"\n", string? g = null,
                bool h = true, Side i = Side.Right, Side? j = Side.Left, int? k = 7, Guid l = default, DateOnly? m = null, char n = '\'', ulong o = ulong.MaxValue,
                [FromHeader] string? p = "q", [FromServices] IServiceProvider? r = null) => throw new InvalidOperationException();
        }
        """)]
    [InlineData("a file without nullable annotations", """
        #nullable disable
        namespace Shop;
        public class Node { public string Name { get; set; } public List<Node> Children { get; set; } public Dictionary<string, string> Tags { get; set; } }
        public class Head { public string XTrace { get; set; } public List<string> XParts { get; set; } }
        [Endpoint("/oblivious/{id}")]
        public sealed partial class Oblivious
        {
            public Oblivious(IServiceProvider services) { }
            public NDJSONStreamingResponse<Node, Head> Get(string id, string filter = null, int? year = null) => throw new InvalidOperationException();
            public Task<JSONResponse<List<Node>>> PostAsync(string id) => throw new InvalidOperationException();
            public JSONResponse<string> Put(string id, [FromHeader] string trace) => throw new InvalidOperationException();
            public SSEResponse<Node[]> Delete(string id) => throw new InvalidOperationException();
        }
        """)]
    [InlineData("no endpoint at all", "namespace Shop; public sealed class Nothing;")]
    public void Compile_without_a_warning(string what, string source)
    {
        Assert.NotEmpty(what);
        // An event stream over DELETE is an error that a user may switch off.
        var run = GeneratorRun.Start(Compilations.Create(source));
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("JERO004", diagnostic.Id));
        GeneratorTest.AssertCompiles(run);
        GeneratorTest.AssertCached(run.AfterUnrelatedEdit());
    }

    [Fact]
    public void Two_assemblies_joined_by_InternalsVisibleTo_do_not_clash()
    {
        const string Library =
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop")]
            namespace Library;
            public sealed record Item(int Id);
            [Endpoint("/library")]
            public sealed partial class LibraryEndpoint { public NDJSONStreamingResponse<Item> Get() => throw new InvalidOperationException(); }
            """;
        const string App =
            """
            using Microsoft.AspNetCore.Routing;
            namespace Shop;
            [Endpoint("/app")]
            public sealed partial class AppEndpoint { public NDJSONStreamingResponse<Library.Item> Get() => throw new InvalidOperationException(); }
            public static class Program { public static void Map(IEndpointRouteBuilder routes) => routes.MapJero(); }
            """;
        var library = GeneratorRun.Start(Compilations.Create(Library).WithAssemblyName("Library"));
        GeneratorTest.AssertCompiles(library);

        var app = GeneratorRun.Start(Compilations.Create(App).AddReferences(library.Output.ToMetadataReference()));
        GeneratorTest.AssertCompiles(app);
    }
}
