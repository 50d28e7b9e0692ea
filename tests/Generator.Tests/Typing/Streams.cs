#define FAST
#pragma warning disable CS1591, CS1998
using System.Runtime.CompilerServices;
using Moment = System.DateTimeOffset;
using Pair = (int Left, string Right);

[assembly: JeroJsonOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseLower, IncludeFields = true)]
[assembly: JeroEndpoints("MapTyping")]

namespace Typing.Streams
{
#region Items
    public class Tick
    {
#if FAST
        public required Moment At { get; set; }
#elif SLOW
        public string At;
#else
#error neither
#endif
        public List<Tick>? Next { get => field; init; }
        public (int, int) Tuple() => (1, 2);
        public string Text = """
            { "a": "{{b}}" }
            """;
        public byte[] Bytes => "abc"u8.ToArray();
        public static Tick operator +(Tick a, Tick b) => a;
        public int this[int index] => index;
        ~Tick() { }
    }

    public sealed class TickHeaders
    {
        [FromHeader(Name = "X-" + nameof(Tick))] public int? Count { get; init; }
        public DateTime LastModified { get; init; }
    }
#endregion

    [Endpoint("/ticks")]
    [Obsolete("soon", DiagnosticId = "TICK1")]
    public sealed partial class Ticks(TimeProvider time, [FromKeyedServices("key")] IServiceProvider? services = null) : IAsyncDisposable
    {
        private readonly Func<int, Task<int>> _next = static async (int i) => { await Task.Yield(); return i switch { > 3 and < 9 => 1, { } n when n == 2 => checked(n + 1), _ => default }; };

        public NDJSONStreamingResponse<Tick, TickHeaders> Get([FromHeader(Name = "Last-Event-ID")] string? last, uint skip = 1u, char mark = '\'', double share = .5e-3) =>
            new(Lifecycle(last))
            {
                Headers = new() { Count = 1 },
                StatusCode = StatusCodes.Status200OK,
                RawHeaders = { ["x"] = "y" },
            };

        public Microsoft.AspNetCore.Http.HttpResults.Results<BytesResponse, Microsoft.AspNetCore.Http.HttpResults.NoContent> Post([FromForm] IFormFileCollection files, HttpContext http) => new BytesResponse(new byte[] { 1, 2 });

        private async IAsyncEnumerable<IAsyncEnumerable<Tick>> Lifecycle(string? last, [EnumeratorCancellation] CancellationToken token = default)
        {
            using var scope = services?.GetHashCode() is null ? null : new MemoryStream();
            try
            {
                yield return Items(token);
            }
            finally
            {
                await _next(1);
            }
        }

        private async IAsyncEnumerable<Tick> Items([EnumeratorCancellation] CancellationToken token)
        {
            foreach (var (left, right) in new Pair[] { (1, "a") })
            {
                if (left < right.Length || token.IsCancellationRequested) { continue; }
                yield return new Tick { At = time.GetUtcNow() };
            }

            goto end;
            end: ;
        }

        public ValueTask DisposeAsync() => default;
    }

    [Endpoint("/events")]
    public partial class Events<T> { public SSEResponse<ServerSentEvent<Tick>> Get() => throw new NotSupportedException($"{1:X2}"); }

    [Endpoint("/feed")]
    public partial class Feed
    {
        public SSEResponse<ServerSentEvent<Tick>> Get(Query query) => throw new NotSupportedException($@"{query,3}");
        public JSONResponse<Tick[]> Post(Tick tick, [System.ComponentModel.DataAnnotations.RegularExpression(@"^\d+$"), Odd(typeof(List<>), 1, "a")] string code) => new([tick]);
        public readonly struct Query : IParsable<Query>
        {
            public static Query Parse(string s, IFormatProvider? p) => default;
            public static bool TryParse(string? s, IFormatProvider? p, out Query q) { q = default; return s is not null; }
        }
    }

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class OddAttribute(Type type, params object?[] more) : System.ComponentModel.DataAnnotations.ValidationAttribute { public Type Type { get; set; } = type; public object?[] More => more; }
}
