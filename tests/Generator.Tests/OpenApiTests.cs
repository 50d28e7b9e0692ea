using System.Text.Json;
using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>What the generator writes into the document.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public void Markup_quotes_and_line_breaks_of_documentation_become_plain_text()
    {
        var run = GeneratorTest.Run(
            """
            namespace Shop;

            /// <summary>
            /// A <b>film</b>, "quoted" &amp; a back\slash; see <see cref="Store.Find(int)"/>, <see langword="null"/>, <see href="https://example.org"/> and
            /// <see cref="Movie(int)">its constructor</see>.
            /// <list type="bullet"><item>one</item><item>two</item></list>
            /// </summary>
            /// <param name="Id">Its <c>number</c>.</param>
            public sealed record Movie(int Id)
            {
                /// <inheritdoc cref="object.ToString"/>
                public string Undocumented => "";
            }

            public static class Store
            {
                /// <summary>Finds one.</summary>
                public static int Find(int id) => id;
            }

            [Endpoint("/movies")]
            public sealed partial class MoviesEndpoint
            {
                /// <summary>Every <paramref name="id"/>.</summary>
                /// <param name="id">Which
                /// one.</param>
                public NDJSONStreamingResponse<Movie> Get(int? id) => throw new InvalidOperationException();
            }
            """);

        var schema = Literal(run, "JeroJson.Shop_Movie.g.cs");
        Assert.Equal(
            "A film, \"quoted\" & a back\\slash; see Find, null, https://example.org and its constructor. one two",
            schema.GetProperty("description").GetString());
        Assert.Equal("Its number.", schema.GetProperty("properties").GetProperty("id").GetProperty("description").GetString());
        var operation = Literal(run, "Shop.MoviesEndpoint.g.cs");
        Assert.Equal("Every id.", operation.GetProperty("summary").GetString());
        Assert.Equal("Which one.", operation.GetProperty("parameters")[0].GetProperty("description").GetString());
    }

    [Fact]
    public void Documentation_is_inherited_where_it_says_so()
    {
        var run = GeneratorTest.Run(
            """
            namespace Shop;

            /// <summary>Of the base.</summary>
            public abstract class Base
            {
                /// <summary>A number.</summary>
                public abstract int Id { get; }

                public virtual int Bare => 1;
            }

            /// <inheritdoc/>
            public sealed class Movie : Base
            {
                /// <inheritdoc/>
                public override int Id => 1;

                public override int Bare => 2;
            }

            [Endpoint("/movies")]
            public sealed partial class MoviesEndpoint
            {
                public NDJSONStreamingResponse<Movie> Get() => throw new InvalidOperationException();
            }
            """);

        var schema = Literal(run, "JeroJson.Shop_Movie.g.cs");
        Assert.Equal("Of the base.", schema.GetProperty("description").GetString());
        Assert.Equal("A number.", schema.GetProperty("properties").GetProperty("id").GetProperty("description").GetString());
        Assert.False(schema.GetProperty("properties").GetProperty("bare").TryGetProperty("description", out _));
    }

    [Theory]
    [InlineData("Movie movie")]
    [InlineData("List<Movie> movies")]
    [InlineData("IAsyncEnumerable<Movie> movies")]
    public void A_type_promises_less_once_another_endpoint_reads_it(string body)
    {
        const string Movie = "namespace Shop; public sealed record Movie(int Id, string? Title = null) { public int Length { get; set; } public int Sum => 1; }";
        const string Writes =
            """
            namespace Shop;
            [Endpoint("/movies")] public sealed partial class MoviesEndpoint { public NDJSONStreamingResponse<Movie> Get() => throw new InvalidOperationException(); }
            """;
        var reads =
            $$"""
            namespace Shop;
            [Endpoint("/import")] public sealed partial class ImportEndpoint { public BytesResponse Post({{body}}) => throw new InvalidOperationException(); }
            """;

        var written = Literal(GeneratorTest.Run(Movie, Writes), "JeroJson.Shop_Movie.g.cs");
        var read = Literal(GeneratorTest.Run(Movie, reads), "JeroJson.Shop_Movie.g.cs");
        var both = Literal(GeneratorTest.Run(Movie, reads, Writes), "JeroJson.Shop_Movie.g.cs");

        Assert.Equal("""["id", "title", "length", "sum"]""", written.GetProperty("required").GetRawText());
        Assert.Equal("""["id"]""", read.GetProperty("required").GetRawText());
        Assert.Equal(["id", "title", "length"], read.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        Assert.Equal("""["id"]""", both.GetProperty("required").GetRawText());
        Assert.True(both.GetProperty("properties").GetProperty("sum").GetProperty("readOnly").GetBoolean());
    }

    [Fact]
    public void An_operation_brings_the_schemas_that_it_refers_to_and_no_others()
    {
        var run = GeneratorTest.Run(
            """
            using System.Text.Json.Serialization;
            namespace Shop;

            [JsonDerivedType(typeof(Circle), "circle")]
            public abstract record Figure;

            public sealed record Circle(Point Centre) : Figure;

            public sealed record Point(int X);

            public sealed record Alone(int I);

            [Endpoint("/figures")]
            public sealed partial class FiguresEndpoint
            {
                public NDJSONStreamingResponse<Figure> Get() => throw new InvalidOperationException();

                public JSONResponse<Alone> Put() => throw new InvalidOperationException();

                public BytesResponse Delete() => throw new InvalidOperationException();
            }
            """);

        var file = run.Files["Shop.FiguresEndpoint.g.cs"];
        Assert.Contains("GetHandler.Operation, [.. JeroGen::JeroJson.Shop_Figure.Schemas, JeroGen::JeroJson.Shop_Point.Schema])", file, StringComparison.Ordinal);
        Assert.Contains("PutHandler.Operation, [JeroGen::JeroJson.Shop_Alone.Schema])", file, StringComparison.Ordinal);
        Assert.Contains("DeleteHandler.Operation, [])", file, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_one_endpoints_documentation_changes_its_file_alone()
    {
        const string One = "namespace Shop; [Endpoint(\"/one\")] public sealed partial class OneEndpoint {\n/// <summary>Before.</summary>\npublic JSONResponse<List<Movie>> Get() => throw new InvalidOperationException(); }";
        const string Two = "namespace Shop; public sealed record Movie(int Id); [Endpoint(\"/two\")] public sealed partial class TwoEndpoint { public JSONResponse<Movie> Get() => throw new InvalidOperationException(); }";
        var first = GeneratorTest.Run(One, Two);

        var second = first.After(first.Input.Edit("File0.cs", text => text.Replace("Before.", "After.", StringComparison.Ordinal)));

        Assert.Equal(["Shop.OneEndpoint.g.cs"], second.Files.Where(file => first.Files[file.Key] != file.Value).Select(file => file.Key));
        Assert.Equal(first.Files["Shop.OneEndpoint.g.cs"], second.Files["Shop.OneEndpoint.g.cs"].Replace("After.", "Before.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"a\": [1, -2.5e+3, true, null, \"\\u00e9\\n\"] }", "{\"a\": [1, -2.5e+3, true, null, \"\\u00e9\\n\"]}")]
    [InlineData("{ \"a\": }", "\"{ \\\"a\\\": }\"")]
    [InlineData("[1,]", "\"[1,]\"")]
    [InlineData("01", "\"01\"")]
    [InlineData("1.", "\"1.\"")]
    [InlineData("\"\\ud800\"", "\"\\\"\\\\ud800\\\"\"")]
    [InlineData("plain", "\"plain\"")]
    public void An_example_that_is_JSON_is_taken_as_it_is_and_any_other_as_text(string text, string expected)
    {
        var run = GeneratorTest.Run(
            $$"""
            namespace Shop;

            /// <summary>A film.</summary>
            /// <example>{{text}}</example>
            public sealed record Movie(int Id);

            [Endpoint("/movies")]
            public sealed partial class MoviesEndpoint { public JSONResponse<Movie> Get() => throw new InvalidOperationException(); }
            """);

        Assert.Equal(expected, Literal(run, "JeroJson.Shop_Movie.g.cs").GetProperty("examples")[0].GetRawText());
    }

    [Theory]
    [InlineData(
        """
        namespace V1 { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        namespace V2 { [Endpoint("/a/")] public partial class A { public StreamingResponse Get() => null!; } }
        """,
        1)]
    [InlineData(
        """
        [Endpoint("/a/{x:int}")] public partial class A { public StreamingResponse Get(int x) => null!; }
        [Endpoint("/a/{x:guid}")] public partial class B { public StreamingResponse Get(Guid x) => null!; }
        """,
        0)]
    [InlineData(
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        [Endpoint("/a")] public partial class B { public StreamingResponse Delete() => null!; }
        """,
        0)]
    [InlineData("[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; }\n#pragma warning disable JERO022\n[Endpoint(\"/a\")] public partial class B { public StreamingResponse Get() => null!; }", 0)]
    public void A_route_that_two_classes_answer_is_a_mistake_that_may_be_switched_off(string source, int count)
    {
        var diagnostics = GeneratorTest.Diagnose(source);

        Assert.Equal(count, diagnostics.Count(diagnostic => !diagnostic.IsSuppressed));
    }

    /// <summary>The first schema or operation in a generated file.</summary>
    internal static JsonElement Literal(GeneratorRun run, string file)
    {
        var text = run.Files[file];
        var start = text.IndexOf("\"\"\"", StringComparison.Ordinal) + 3;
        return JsonDocument.Parse(text[start..text.IndexOf("\"\"\"u8", start, StringComparison.Ordinal)]).RootElement;
    }
}
