namespace Generator.Tests.Mistakes;

/// <summary>Mistakes of what a handler returns.</summary>
public sealed class ResponseMistakeTests
{
    [Theory]
    [InlineData("JERO003", "Get", "NDJSONStreamingResponse<T>",
        """
        [Endpoint("/a")] public partial class A { public string Get() => ""; }
        """)]
    [InlineData("JERO003", "Get", "IAsyncEnumerable<int>",
        """
        [Endpoint("/a")] public partial class A { public IAsyncEnumerable<int> Get() => null!; }
        """)]
    [InlineData("JERO003", "Get", "NoContent",
        """
        [Endpoint("/a")] public partial class A { public void Get() { } }
        """)]
    [InlineData("JERO003", "Get", "NoContent",
        """
        [Endpoint("/a")]
        public partial class A { public async System.Threading.Tasks.Task Get() => await System.Threading.Tasks.Task.Yield(); }
        """)]
    [InlineData("JERO003", "Get", "return a response",
        """
        [Endpoint("/a")] public partial class A { public async void Get() { await Task.Yield(); } }
        """)]
    [InlineData("JERO004", "Post", "EventSource only sends GET",
        """
        [Endpoint("/a")] public partial class A { public SSEResponse Post() => null!; }
        """)]
    [InlineData("JERO015", "E", "Event of an event is \"a\\nb\"",
        """
        [Endpoint("/a")]
        public partial class A
        {
            const string E = "a\nb";
            public SSEResponse<int> Get() => null!;
            static ServerSentEvent<int> X() => new(1) { Event = E }
            ;
        }
        """)]
    [InlineData("JERO015", "\"\\0\"", "NUL",
        """
        [Endpoint("/a")]
        public partial class A { public SSEResponse<int> Get() => null!; static ServerSentEvent<int> X() => new(1) { Id = "\0" }; }
        """)]
    [InlineData("JERO015", "\"a\\rb\"", "Comment of an event is \"a\\rb\"",
        """
        [Endpoint("/a")]
        public partial class A { public SSEResponse<int> Get() => null!; static ServerSentEvent<int> X() => ServerSentEvent<int>.Comment(text: "a\rb"); }
        """)]
    [InlineData("JERO015", "\"1\\0\"", "Id of an event is \"1\\0\"",
        """
        [Endpoint("/a")]
        public partial class A { public SSEResponse<int> Get() => null!; static ServerSentEvent<int> X() => ServerSentEvent<int>.Empty("1\0") with { Event = "start" }; }
        """)]
    [InlineData("JERO054", "\"the end\\n\"", "EndEvent is \"the end\\n\"",
        """
        [Endpoint("/a")]
        public partial class A { public SSEResponse<int> Get() => new(S) { EndEvent = "the end\n" }; IAsyncEnumerable<int> S => null!; }
        """)]
    [InlineData("JERO054", "\"\\0\"", "KeepAliveEvent is",
        """
        [Endpoint("/a")]
        public partial class A { public SSEResponse Get() => new(S) { KeepAliveEvent = "\0" }; static IAsyncEnumerable<string> S => null!; }
        """)]
    [InlineData("JERO016", "L", "yields no stream",
        """
        [Endpoint("/a")]
        public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => new(L());
            static async IAsyncEnumerable<IAsyncEnumerable<int>> L() { await Task.Yield(); yield break; }
        }
        """)]
    [InlineData("JERO016", "L", "more than one",
        """
        [Endpoint("/a")]
        public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => new(L());
            static async IAsyncEnumerable<IAsyncEnumerable<int>> L() { await Task.Yield(); yield return null!; yield return null!; }
        }
        """)]
    [InlineData("JERO046", "Other", "'H.ETag' and 'H.Other'",
        """
        public record H(string? ETag, [property: FromHeader(Name = "etag")] string? Other);
        [Endpoint("/a")] public partial class A { public JSONResponse<int, H> Get() => null!; }
        """)]
    [InlineData("JERO046", "XAb", "RawHeaders",
        """
        public class H
        {
            [System.Text.Json.Serialization.JsonPropertyName("x-ab")] public int A { get; init; }
            public int XAb { get; init; }
        }
        [Endpoint("/a")] public partial class A { public SSEResponse<int, H> Get() => null!; }
        """)]
    [InlineData("JERO047", "ContentLength", "'content-length'",
        """
        public record H(long ContentLength);
        [Endpoint("/a")] public partial class A { public StreamingResponse<H> Get() => null!; }
        """)]
    [InlineData("JERO047", "Coding", "[JsonIgnore]",
        """
        public record H([property: FromHeader(Name = "transfer-encoding")] string Coding);
        [Endpoint("/a")] public partial class A { public StreamingResponse<H> Get() => null!; }
        """)]
    [InlineData("JERO049", "Get", "rejects what [JsonExtensionData] on 'More' would take",
        """
        using System.Text.Json.Serialization;
        [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class M
        {
            [JsonExtensionData] public Dictionary<string, object>? More { get; set; }
        }
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO049", "Get", "on 'T' would add to a value that cannot be added to",
        """
        using System.Text.Json.Serialization;
        public class M { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public string? T { get; set; } }
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO049", "Get", "would add to 'Tags'",
        """
        using System.Text.Json.Serialization;
        [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public record M(int I)
        {
            public List<int> Tags { get; } = [];
        }
        [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<M> Get() => null!; }
        """)]
    [InlineData("JERO052", "Get", "'größe'",
        """
        public record H(int Größe);
        [Endpoint("/a")] public partial class A { public StreamingResponse<H> Get() => null!; }
        """)]
    [InlineData("JERO052", "Get", "'a b'",
        """
        public record H([property: FromHeader(Name = "a b")] int B);
        [Endpoint("/a")] public partial class A { public JSONResponse<int, H> Get() => null!; }
        """)]
    [InlineData("JERO053", "600", "from 200 to 599",
        """
        [Endpoint("/a")] public partial class A { public JSONResponse<int> Get() => new(1) { StatusCode = 600 }; }
        """)]
    [InlineData("JERO053", "S", "199",
        """
        [Endpoint("/a")]
        public partial class A
        {
            private const int S = 199;
            public JSONResponse<int> Get() { return new JSONResponse<int>(1) { StatusCode = S }; }
        }
        """)]
    [InlineData("JERO053", "204", "NoContent",
        """
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get() => new(System.IO.Stream.Null) { StatusCode = 204 }; }
        """)]
    [InlineData("JERO053", "700", "from 200 to 599",
        """
        [Endpoint("/a")] public partial class A { [ProducesResponseType(700)] public JSONResponse<int> Get() => null!; }
        """)]
    [InlineData("JERO053", "0", "from 200 to 599",
        """
        [Endpoint("/a")]
        public partial class A { [ProducesResponseType(typeof(string), 0)] public JSONResponse<int> Get() => null!; }
        """)]
    [InlineData("JERO053", "-1", "from 200 to 599",
        """
        [ProducesResponseType<string>(-1)] [Endpoint("/a")] public partial class A { public JSONResponse<int> Get() => null!; }
        """)]
    public void A_mistake_is_one_error_that_names_the_fix(string id, string at, string fix, string source) =>
        Mistake.AssertOne(id, at, fix, source);
}
