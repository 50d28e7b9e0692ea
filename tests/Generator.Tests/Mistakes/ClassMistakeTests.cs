namespace Generator.Tests.Mistakes;

/// <summary>Mistakes of a class, its route and its handlers.</summary>
public sealed class ClassMistakeTests
{
    [Theory]
    [InlineData("JERO001", "A", "partial class A",
        """
        [Endpoint("/a")] public class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO001", "A", "partial class Outer",
        """
        public class Outer { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData("JERO001", "A", "partial class O",
        """
        public class O { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData("JERO002", "A", "Get, Post, Put, Patch, Delete or Query",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Fetch() => null!; }
        """)]
    [InlineData("JERO002", "A", "make 'A.Get()' public",
        """
        [Endpoint("/a")] public partial class A { internal StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO002", "A", "make 'A.Get' a method",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get => null!; }
        """)]
    [InlineData("JERO002", "A", "write it as a public method named Get",
        """
        public interface I { StreamingResponse Get(); }
        [Endpoint("/a")] public partial class A : I { StreamingResponse I.Get() => null!; }
        """)]
    [InlineData("JERO002", "A", "write a method named Get",
        """
        public class B { public StreamingResponse Get() => null!; }
        [Endpoint("/a")] public partial class A : B { }
        """)]
    [InlineData("JERO007", "GetAsync", "more than one handler for GET",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get() => null!; public StreamingResponse GetAsync() => null!; }
        """)]
    [InlineData("JERO007", "Get", "keep one",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get() => null!; public StreamingResponse Get(int a) => null!; }
        """)]
    [InlineData("JERO007", "GetAsync", "keep one",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get() => null!; public Task<StreamingResponse> GetAsync() => null!; }
        """)]
    [InlineData("JERO009", "A", "several",
        """
        [Endpoint("/a")]
        public partial class A { public A() { } public A(IServiceProvider s) { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO009", "A", "none",
        """
        [Endpoint("/a")] public partial class A { private A() { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO009", "A", "parameter 'x'",
        """
        [Endpoint("/a")] public partial class A { public A(ref int x) { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO009", "A", "parameter 'x'",
        """
        [Endpoint("/a")] public partial class A { public A(ReadOnlySpan<int> x) { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO009", "A", "obsolete as an error",
        """
        [Endpoint("/a")] public partial class A { [Obsolete("old", true)] public A() { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "static",
        """
        [Endpoint("/a")] public static partial class A { public static StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "abstract",
        """
        [Endpoint("/a")] public abstract partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "generic",
        """
        [Endpoint("/a")] public partial class A<T> { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "file",
        """
        [Endpoint("/a")] file partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "make it internal or public",
        """
        public partial class O { [Endpoint("/a")] private partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData("JERO010", "A", "without type parameters",
        """
        public partial class O<T> { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData("JERO010", "A", "make it internal or public",
        """
        public partial class O
        {
            private partial class P { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        }
        """)]
    [InlineData("JERO010", "A", "make it a class",
        """
        [Endpoint("/a")] public partial struct A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "make it a class",
        """
        [Endpoint("/a")] public partial record struct A(int X) { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "make it a class",
        """
        [Endpoint("/a")] public ref partial struct A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "annotate the class that implements it",
        """
        [Endpoint("/a")] public partial interface A { StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "remove 'file'",
        """
        file partial class O { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData("JERO010", "A", "remove 'true' from [Obsolete]",
        """
        [Obsolete("old", true)] [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO010", "A", "use another id",
        """
        [Obsolete("old", DiagnosticId = "ACME-1")] [Endpoint("/a")] public partial class A
        {
            public StreamingResponse Get() => null!;
        }
        """)]
    [InlineData("JERO011", "Endpoint(\"a\")", "start with a slash",
        """
        [Endpoint("a")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(null!)", "start with a slash",
        """
        [Endpoint(null!)] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/{a\")", "not closed",
        """
        [Endpoint("/{a")] public partial class A { public StreamingResponse Get(int a) => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/{a}/{A}\")", "twice",
        """
        [Endpoint("/{a}/{A}")] public partial class A { public StreamingResponse Get(int a) => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"\")", "start with a slash",
        """
        [Endpoint("")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/a}\")", "not opened",
        """
        [Endpoint("/a}")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/{}\")", "no name",
        """
        [Endpoint("/{}")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/{a}{b}\")", "between them",
        """
        [Endpoint("/{a}{b}")] public partial class A { public StreamingResponse Get(int a, int b) => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/{*a}/b\")", "last segment",
        """
        [Endpoint("/{*a}/b")] public partial class A { public StreamingResponse Get(string a) => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/a//b\")", "remove one",
        """
        [Endpoint("/a//b")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO011", "Endpoint(\"/a?x={x}\")", "the query",
        """
        [Endpoint("/a?x={x}")] public partial class A { public StreamingResponse Get(int x) => null!; }
        """)]
    [InlineData("JERO012", "B", "'V1.M' and 'V2.M'",
        """
        namespace V1 { public record M(int I); }
        namespace V2 { public record M(int I); }
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<V1.M> Get() => null!; }
        [Endpoint("/b")] public partial class B { public NDJSONStreamingResponse<List<V2.M>> Get() => null!; }
        """)]
    [InlineData("JERO013", "Get", "'Id' and 'Other' of M would both be 'id'",
        """
        public record M(int Id, [property: System.Text.Json.Serialization.JsonPropertyName("id")] int Other);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO020", "Endpoint(\"/b\")", "more than one [Endpoint]",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        [Endpoint("/b")] public partial class A { }
        """)]
    [InlineData("JERO020", "Endpoint(\"/b\")", "more than one [Endpoint]",
        """
        [Endpoint("/a"), Endpoint("/b")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO021", "Get", "remove its type parameters",
        """
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<T> Get<T>(T x) => null!; }
        """)]
    [InlineData("JERO021", "Get", "remove 'params'",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(params string[] a) => null!; }
        """)]
    [InlineData("JERO021", "Get", "name each parameter",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(__arglist) => null!; }
        """)]
    [InlineData("JERO021", "Get", "remove 'ref'",
        """
        [Endpoint("/a")]
        public partial class A { private StreamingResponse r = null!; public ref StreamingResponse Get() => ref r; }
        """)]
    [InlineData("JERO021", "Get", "remove 'true' from [Obsolete]",
        """
        [Endpoint("/a")] public partial class A { [Obsolete("old", true)] public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO021", "Get", "use another id",
        """
        [Endpoint("/a")]
        public partial class A { [Obsolete("old", DiagnosticId = "ACME-1")] public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO021", "Get", "rename the other method",
        """
        [Endpoint("/a")]
        public partial class A
        {
            public StreamingResponse Get(
                int a, int b, int c, int d, int e, int f, int g, int h, int i,
                int j, int k, int l, int m, int n, int o, int p, int q) => null!;
            private int Get(int a) => a;
        }
        """)]
    [InlineData("JERO022", "B", "'A' and 'B' both answer GET",
        """
        [Endpoint("/a/{x:int}/{**r}")] public partial class A { public StreamingResponse Get(int x, string r) => null!; }
        [Endpoint("/A/{y:int}/{**q}/")] public partial class B { public StreamingResponse Get(int y, string q) => null!; }
        """)]
    [InlineData("JERO022", "B", "'A' and 'B' both answer GET",
        """
        [Endpoint("/a/{x:int}")] public partial class A { public StreamingResponse Get(int x) => null!; }
        [Endpoint("/A/{other:int}/")] public partial class B { public StreamingResponse Get(int other) => null!; }
        """)]
    [InlineData("JERO023", "A", "'A.X'",
        """
        [Endpoint("/a")] public partial class A { public required int X { get; init; } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("JERO023", "A", "'B.X'",
        """
        public class B { public required int X; }
        [Endpoint("/a")] public partial class A : B { public StreamingResponse Get() => null!; }
        """)]
    public void A_mistake_is_one_error_that_names_the_fix(string id, string at, string fix, string source) =>
        Mistake.AssertOne(id, at, fix, source);
}
