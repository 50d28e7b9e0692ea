namespace Generator.Tests.Mistakes;

/// <summary>Types that cannot be written or read.</summary>
public sealed class JsonMistakeTests
{
    [Theory]
    [InlineData("JERO006", "Get", "M.Cast[].Agent",
        """
        public record M(List<C> Cast);
        public record C(Action Agent);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "name the type",
        """
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<object> Get() => null!; }
        """)]
    [InlineData("JERO006", "Post", "int[*,*]",
        """
        [Endpoint("/a")]
        public partial class A
        {
            private record P(int I);
            public JSONResponse<int> Get() => null!;
            public static NDJSONStreamingResponse<int[,]> Post() => null!;
        }
        """)]
    [InlineData("JERO006", "Get", "H.Body",
        """
        public record H(Stream Body);
        [Endpoint("/a")] public partial class A { public StreamingResponse<H> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "properties of a class",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse<string> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "properties of a class",
        """
        [Endpoint("/a")] public partial class A { public JSONResponse<int, int[]> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "properties of a class",
        """
        [Endpoint("/a")] public partial class A { public JSONResponse<int, (int A, int B)> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "properties of a class",
        """
        [Endpoint("/a")] public partial class A { public JSONResponse<int, Dictionary<string, string>> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "M.Cast[].Agent is 'Action', M.Cast[].Other is 'Task?'",
        """
        public record M(Stream A, int B, List<C> Cast);
        public record C(Action Agent, Task? Other);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO006", "p", "A",
        """
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Q), "q")] public abstract class P { }
        public class Q : P { public System.Action? A { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p) => null!; }
        """)]
    [InlineData("JERO006", "p", "P.A",
        """
        public record P(System.Action A);
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromBody] P p) => null!; }
        """)]
    [InlineData("JERO006", "p", "P.A",
        """
        public class P { public System.Action? A { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p) => null!; }
        """)]
    [InlineData("JERO006", "p", "Stream",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(IReadOnlyList<Stream> p) => null!; }
        """)]
    [InlineData("JERO006", "Get", "M.Jobs[][]",
        """
        public record M(Dictionary<string, List<Task>> Jobs);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "M.Map.Keys[]",
        """
        public record K(int I);
        public record M(Dictionary<K, int> Map);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "items of the collection have no type",
        """
        public record M(System.Collections.ArrayList List);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO006", "Get", "use a record",
        """
        public record M((int A, string B) Pair);
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO014", "Get", "[JsonDerivedType(typeof(...), \"tag\")]",
        """
        [System.Text.Json.Serialization.JsonPolymorphic] public class B;
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }
        """)]
    [InlineData("JERO014", "Get", "B is 'B'",
        """
        public abstract class B;
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<B> Get() => null!; }
        """)]
    [InlineData("JERO019", "p", "matches no member",
        """
        public class P { public P(int unknown) { } public int A { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromBody] P p) => null!; }
        """)]
    [InlineData("JERO019", "p", "cannot be constructed",
        """
        public interface I { int A { get; } }
        public record P(List<I> Many);
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromBody] P p) => null!; }
        """)]
    [InlineData("JERO019", "p", "P",
        """
        public abstract record P(int I);
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p) => null!; }
        """)]
    [InlineData("JERO019", "p", "use a Dictionary<string, JsonElement>",
        """
        public record P(int A)
        {
            [System.Text.Json.Serialization.JsonExtensionData] public System.Text.Json.Nodes.JsonObject? More { get; set; }
        }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(List<P> p) => null!; }
        """)]
    [InlineData("JERO019", "p", "matches no member",
        """
        public class P { public P(int unknown) { } public int A { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p) => null!; }
        """)]
    [InlineData("JERO019", "p", "cannot be constructed",
        """
        public record P(int A) { public P(string s) : this(0) { } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p) => null!; }
        """)]
    [InlineData("JERO019", "m", "cannot be filled",
        """
        public record M(System.Collections.ObjectModel.ReadOnlyCollection<int> Many);
        [Endpoint("/a")]
        public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }
        """)]
    [InlineData("JERO019", "m", "cannot be filled",
        """
        public record M(System.Collections.Frozen.FrozenDictionary<string, int> Many);
        [Endpoint("/a")]
        public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }
        """)]
    [InlineData("JERO019", "m", "cannot be filled",
        """
        public record M(Words Many);
        public class Words(int x) : List<int> { public int X => x; }
        [Endpoint("/a")]
        public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }
        """)]
    [InlineData("JERO019", "m", "differ only in case",
        """
        public class M(int id, int ID) { public int Id => id + ID; }
        [Endpoint("/a")]
        public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }
        """)]
    [InlineData("JERO019", "m", "has another type than the member 'Id'",
        """
        public class M(int id) { public long Id => id; }
        [Endpoint("/a")]
        public partial class A { public JSONResponse<int> Post([Microsoft.AspNetCore.Mvc.FromBody] M m) => new(1); }
        """)]
    public void A_mistake_is_one_error_that_names_the_fix(string id, string at, string fix, string source) =>
        Mistake.AssertOne(id, at, fix, source);
}
