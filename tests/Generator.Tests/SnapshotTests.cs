using Generator.Tests.Harness;

namespace Generator.Tests;

public sealed class SnapshotTests
{
    private const string Movie =
        """
        namespace Shop;

        /// <summary>A film.</summary>
        public sealed record Movie(int Id, string Title, DateOnly? Released);

        public sealed class MovieStore
        {
            public IAsyncEnumerable<Movie> ReadAsync(string? genre, int? year) => throw new InvalidOperationException();
        }
        """;

    [Fact]
    public void Ndjson_from_query_values_and_a_service() => Snapshot.Match(GeneratorTest.Run(
        Movie,
        """
        namespace Shop;

        [Endpoint("/movies")]
        public sealed partial class MoviesEndpoint(MovieStore store)
        {
            /// <summary>Every movie, one JSON object a line.</summary>
            /// <remarks>Ordered by <see cref="Movie.Id"/>.</remarks>
            public NDJSONStreamingResponse<Movie> Get(string? genre, int? year) => new(store.ReadAsync(genre, year));
        }
        """).Files);

    [Fact]
    public void Events_resumed_by_a_header() => Match(
        """
        namespace Shop;

        [Endpoint("/events")]
        public sealed partial class EventsEndpoint
        {
            public SSEResponse<Movie> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId, CancellationToken cancellationToken)
                => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Events_of_text() => Match(
        """
        namespace Shop;

        [Endpoint("/progress")]
        internal sealed partial class Progress
        {
            public SSEResponse Get() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void A_typed_header_of_each_form() => Match(
        """
        namespace Shop;

        public sealed record ExportHeaders(int XExportVersion, string? XNote, bool XFinal, List<int> XParts, [property: FromHeader(Name = "X-Made-At")] DateTimeOffset At);

        [Endpoint("/export")]
        public sealed partial class ExportEndpoint
        {
            public NDJSONStreamingResponse<Movie, ExportHeaders> Get() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Bytes_under_a_content_type_of_their_own() => Match(
        """
        namespace Shop;

        [Endpoint("/movies.csv")]
        public sealed partial class CsvEndpoint
        {
            public StreamingResponse Get(HttpContextSource source) => new(source.Read()) { ContentType = "text/csv" };
        }

        public sealed class HttpContextSource
        {
            public IAsyncEnumerable<byte[]> Read() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Several_verbs_of_one_class_with_route_values() => Match(
        """
        namespace Shop;

        public enum Sort { Title, Year = 5 }

        [Endpoint("/rooms/{room:guid}/{sort?}")]
        public sealed partial class RoomsEndpoint : IAsyncDisposable
        {
            public async Task<JSONResponse<Movie>> GetAsync(Guid room, Sort sort = Sort.Year, [FromQuery(Name = "q")] string text = "a \"quoted\"\ntext")
            {
                await Task.Yield();
                return new(new Movie(1, text, null));
            }

            public static BytesResponse Delete(Guid room, Sort? sort) => new(new byte[] { 1 });

            public ValueTask DisposeAsync() => default;
        }
        """);

    [Fact]
    public void Attributes_of_the_class_and_the_handler_become_metadata() => Match(
        """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;

        namespace Shop;

        [Authorize("readers", Roles = "a,b")]
        [Endpoint("/secret")]
        public sealed partial class SecretEndpoint
        {
            [Tags("one", "two"), EndpointSummary("Secret \\ path")]
            public StreamingResponse Get() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void Every_built_in_type() => Match(
        """
        namespace Shop;

        public enum Level : ulong { Low = 1, High = ulong.MaxValue }

        public sealed class Everything
        {
            public required string Text { get; init; }
            public bool Flag { get; set; }
            public sbyte SByte { get; set; }
            public byte Byte { get; set; }
            public short Short { get; set; }
            public ushort UShort { get; set; }
            public int Int { get; set; }
            public uint UInt { get; set; }
            public long Long { get; set; }
            public ulong ULong { get; set; }
            public double Double { get; set; }
            public decimal Decimal { get; set; }
            public Level Level { get; set; }
            public Guid Guid { get; set; }
            public DateTime DateTime { get; set; }
            public DateTimeOffset DateTimeOffset { get; set; }
            public DateOnly DateOnly { get; set; }
            public int? NullableInt { get; set; }
            public Level? NullableLevel { get; set; }
            public int[]? Array { get; set; }
            public List<string?> List { get; set; } = [];
            public IReadOnlyList<Level?>? ReadOnlyList { get; set; }
            public List<List<int>>? Nested { get; set; }
        }

        [Endpoint("/everything")]
        public sealed partial class EverythingEndpoint
        {
            public NDJSONStreamingResponse<Everything> Get() => throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void A_recursive_type_in_the_global_namespace() => Snapshot.Match(GeneratorTest.Run(
        """
        public sealed record Folder(string Name, List<Folder> Children, Folder? Parent);

        [Endpoint("/tree")]
        public sealed partial class Tree
        {
            public NDJSONStreamingResponse<Folder> Get() => throw new InvalidOperationException();
        }
        """).Files);

    [Fact]
    public void A_library_names_its_map_method() => Match(
        """
        [assembly: JeroEndpoints("MapCatalog")]

        namespace Shop;

        [Endpoint("/catalog")]
        public sealed partial class CatalogEndpoint
        {
            public StreamingResponse Get() => throw new InvalidOperationException();
        }
        """);

    // The film's own JSON is looked at once, in the first test.
    private static void Match(string endpoint, [System.Runtime.CompilerServices.CallerMemberName] string testMethod = "") => Snapshot.Match(
        GeneratorTest.Run(Movie, endpoint).Files
            .Where(file => !file.Key.EndsWith("Shop_Movie.g.cs", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => file.Value),
        testMethod: testMethod);
}
