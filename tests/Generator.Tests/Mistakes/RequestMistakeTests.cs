namespace Generator.Tests.Mistakes;

/// <summary>Mistakes of what a handler takes from a request.</summary>
public sealed class RequestMistakeTests
{
    [Theory]
    [InlineData("JERO005", "Get", "'{id}'",
        """
        [Endpoint("/a/{id}")] public partial class A { public StreamingResponse Get(int other) => null!; }
        """)]
    [InlineData("JERO008", "ids", "with an attribute",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(System.Action ids) => null!; }
        """)]
    [InlineData("JERO008", "ids", "an array of these",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get([FromQuery] List<int> ids) => null!; }
        """)]
    [InlineData("JERO008", "ids", "TryParse",
        """
        [Endpoint("/a/{ids}")] public partial class A { public StreamingResponse Get(int[] ids) => null!; }
        """)]
    [InlineData("JERO008", "p", "neither abstract",
        """
        public abstract class P;
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }
        """)]
    [InlineData("JERO008", "p", "every parameter",
        """
        public class P { public P(int a) { } }
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }
        """)]
    [InlineData("JERO008", "p", "exactly one",
        """
        public class P { public P(string b) { } public P(int a) { } public int A { get; set; } }
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }
        """)]
    [InlineData("JERO008", "Q", "does not nest",
        """
        public record Q(int A);
        public record P([Microsoft.AspNetCore.Http.AsParameters] Q Q);
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }
        """)]
    [InlineData("JERO008", "id", "by value",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(ref int id) => null!; }
        """)]
    [InlineData("JERO008", "id", "add '{id}' to the route",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get([FromRoute] int id) => null!; }
        """)]
    [InlineData("JERO008", "p", "[FromServices]",
        """
        public abstract record P(int I);
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(P p) => null!; }
        """)]
    [InlineData("JERO008", "files", "add [FromForm]",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Post(IReadOnlyList<Microsoft.AspNetCore.Http.IFormFile> files) => null!; }
        """)]
    [InlineData("JERO008", "files", "IFormFileCollection",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Post(Microsoft.AspNetCore.Http.IFormFile[] files) => null!; }
        """)]
    [InlineData("JERO008", "p", "[AsParameters]",
        """
        public record P(int A);
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(P p) => null!; }
        """)]
    [InlineData("JERO008", "ids", "an array of these",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(List<int> ids) => null!; }
        """)]
    [InlineData("JERO008", "p", "required field",
        """
        public record P(int A) { public required int F; }
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get([Microsoft.AspNetCore.Http.AsParameters] P p) => null!; }
        """)]
    [InlineData("JERO008", "Next", "not abstract",
        """
        public abstract class Q { public int A { get; set; } }
        public class P { public Q? Next { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }
        """)]
    [InlineData("JERO008", "Next", "contains itself",
        """
        public class P { public P? Next { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P? p) => null!; }
        """)]
    [InlineData("JERO008", "All", "a list of these",
        """
        public class Q { public int A { get; set; } }
        public class P { public List<Q> All { get; set; } = []; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }
        """)]
    [InlineData("JERO008", "Next", "contains itself",
        """
        public class P { public P Next { get; set; } = null!; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }
        """)]
    [InlineData("JERO008", "Map", "a list of these",
        """
        public class P { public Dictionary<string, int> Map { get; set; } = null!; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }
        """)]
    [InlineData("JERO008", "All", "a list of these",
        """
        public class P { public List<System.Action> All { get; set; } = null!; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }
        """)]
    [InlineData("JERO008", "p", "class, struct or record",
        """
        public interface P { int A { get; set; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromForm] P p) => null!; }
        """)]
    [InlineData("JERO008", "a", "by value",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(ref int a) => null!; }
        """)]
    [InlineData("JERO008", "a", "by value",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(out int a) { a = 1; return null!; } }
        """)]
    [InlineData("JERO008", "a", "by value",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(in int a) => null!; }
        """)]
    [InlineData("JERO008", "a", "ReadOnlySpan<char>",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(ReadOnlySpan<char> a) => null!; }
        """)]
    [InlineData("JERO017", "text", "answer POST",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get([FromBody] string text) => null!; }
        """)]
    [InlineData("JERO017", "body", "answer POST",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(System.IO.Stream body) => null!; }
        """)]
    [InlineData("JERO017", "file", "answer POST",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(Microsoft.AspNetCore.Http.IFormFile file) => null!; }
        """)]
    [InlineData("JERO018", "q", "[FromServices]",
        """
        public record P(int A);
        public record Q(int A);
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p, Q q) => null!; }
        """)]
    [InlineData("JERO018", "name", "one type",
        """
        public record P(int A);
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(P p, [FromForm] string name) => null!; }
        """)]
    [InlineData("JERO056", "q", "take one sequence",
        """
        public record P(int A);
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(IAsyncEnumerable<P> p, IAsyncEnumerable<int> q) => null!; }
        """)]
    [InlineData("JERO056", "q", "the query or a header",
        """
        public record P(int A);
        [Endpoint("/a")] public partial class A { public StreamingResponse Put(P p, IAsyncEnumerable<P> q) => null!; }
        """)]
    [InlineData("JERO056", "bytes", "the query or a header",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Patch([FromBody] IAsyncEnumerable<int> p, Stream bytes) => null!; }
        """)]
    [InlineData("JERO056", "name", "the query or a header",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(IAsyncEnumerable<int> p, [FromForm] string name) => null!; }
        """)]
    [InlineData("JERO057", "p", "answer POST",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(IAsyncEnumerable<int> p) => null!; }
        """)]
    [InlineData("JERO057", "p", "[FromServices]",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Delete([FromBody] IAsyncEnumerable<int> p) => null!; }
        """)]
    [InlineData("JERO019", "p", "IThing",
        """
        public interface IThing { int A { get; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Post([FromBody] IAsyncEnumerable<IThing> p) => null!; }
        """)]
    [InlineData("JERO006", "p", "'Action'",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Post(IAsyncEnumerable<System.Action> p) => null!; }
        """)]
    public void A_mistake_is_one_error_that_names_the_fix(string id, string at, string fix, string source) =>
        Mistake.AssertOne(id, at, fix, source);
}
