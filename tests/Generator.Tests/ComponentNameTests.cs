using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>Each type has a name of its own, in files and in the document, and keeps it when others come.</summary>
public sealed class ComponentNameTests
{
    [Theory]
    [InlineData(
        """
        namespace Shop;
        public record A1(int I);
        public record B1(int I);
        public record Box<T>(T V);
        public record Box<T, U>(T V, U W);
        public record Pair<T>(T V);
        public record Pair<T, U>(T V, U W);
        public record Root(Pair<Box<A1>, B1> X, Pair<Box<A1, B1>> Y);
        """)]
    [InlineData(
        """
        namespace Shop;
        public class Outer<T> { public record Inner(T V); public record Inner<U>(T V, U W); }
        public class Outer { public record Inner<T>(T V); }
        public record Root(Outer<int>.Inner A, Outer.Inner<int> B, Outer<int>.Inner<string> C);
        """)]
    [InlineData(
        """
        namespace A_B { public record C1(int I); }
        namespace A { public record B_C1(int I); }
        namespace A_ { public record B2(int I); }
        namespace A { public record _B2(string S); }
        namespace Shop { public record Root(A_B.C1 A, A.B_C1 B, A_.B2 C, A._B2 D); }
        """)]
    [InlineData(
        """
        public record _X(int I);
        public record __X(string I);
        public record X(bool B);
        namespace _X1 { public record Y1(int I); }
        namespace Shop { public record Root(_X A, __X B, X C, _X1.Y1 D); }
        """)]
    [InlineData(
        """
        namespace Shop.Page1.of.Shop { public record Movie1(int I); }
        namespace Shop
        {
            public record Movie1x(int I);
            public record Page1x<T>(T V);
            public record Root(Shop.Page1.of.Shop.Movie1 A, Page1x<Movie1x> B);
        }
        """)]
    [InlineData(
        """
        namespace Shop;
        public record Movie(int I);
        public record movie_(string S);
        public record MOVIE_(bool B);
        public record Root(Movie A, movie_ B, MOVIE_ C);
        """)]
    [InlineData(
        """
        namespace Größe;
        public record é(int I);
        public record é(int I);
        public record 映画(int I);
        public record @class(int I);
        public record Root(é A, é B, 映画 C, @class D);
        """)]
    public void TypesThatOnlyNearlyHaveOneName(string types)
    {
        var root = types.Contains("namespace Größe", StringComparison.Ordinal) ? "global::Größe.Root" : "global::Shop.Root";
        var run = GeneratorRun.Start(Compilations.Create(types, $"[Endpoint(\"/a\")] public partial class A9 {{ public NDJSONStreamingResponse<{root}> Get() => null!; }}"));
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Fact]
    public void ANameThatIsTooLongForAFile()
    {
        var name = new string('X', 300);
        var run = GeneratorTest.Run($"public record {name}(int I); public record {name}Y(int I); [Endpoint(\"/a\")] public partial class A{name} {{ public NDJSONStreamingResponse<{name}> Get() => null!; public JSONResponse<{name}Y> Post() => null!; }}");
        Assert.All(run.Files.Keys, file => Assert.True(file.Length < 200));
    }

    [Fact]
    public void NestedTypesAreToldApart_AndAThirdRenamesNone()
    {
        const string Two =
            """
            [Endpoint("/a")] public partial class CreateUser { public record Request(string Name); public JSONResponse<string> Post(Request r) => null!; }
            [Endpoint("/b")] public partial class EditUser { public record Request(string? Name); public JSONResponse<string> Put(Request r) => null!; }
            """;
        var run = GeneratorTest.Run(Two);
        Assert.Equal(["CreateUser.Request", "EditUser.Request"], Components(run));
        var more = run.After(run.Input.AddSyntaxTrees(Compilations.Parse("public record Request(int Id); [Endpoint(\"/c\")] public partial class Other { public JSONResponse<string> Put(Request r) => null!; }", "More.cs")));
        Assert.Empty(more.Diagnostics);
        Assert.Equal(["CreateUser.Request", "EditUser.Request", "Request"], Components(more));
    }

    [Fact]
    public void ComponentsAreNamedAsOpenApiAllows()
    {
        var run = GeneratorTest.Run("public record Größe(int Höhe); public record Seite<T>(T Wert); [Endpoint(\"/g\")] public partial class G { public NDJSONStreamingResponse<Seite<Größe>> Get() => null!; }");
        Assert.Equal(["Gr-00F6-00DFe", "SeiteOfGr-00F6-00DFe"], Components(run));
    }

    [Fact]
    public void AVariantIsNamedForItsBaseAndItself()
    {
        var run = GeneratorTest.Run(
            """
            using System.Text.Json.Serialization;
            [JsonDerivedType(typeof(Created), "c"), JsonDerivedType(typeof(Old.Gone), "o"), JsonDerivedType(typeof(New.Gone), "n")]
            public abstract record Event { public record Created(int Id) : Event; }
            public class Old { public record Gone(int Id) : Event; }
            public class New { public record Gone(int Id) : Event; }
            [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<Event> Get() => null!; }
            """);
        Assert.Superset(new HashSet<string> { "EventCreated", "EventOld.Gone", "EventNew.Gone" }, Components(run).ToHashSet());
    }

    [Fact]
    public void AFileWithoutAnnotations_AndOneWithThem_ComeToOne()
    {
        const string Types = "public record Page<T>(T Value, List<T> Many);";
        const string Oblivious = "#nullable disable\n[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Page<string>> Get() => null; public JSONResponse<List<string>> Post() => null; public JSONResponse<Dictionary<string, string[]>> Put() => null; }";
        const string Annotated = "[Endpoint(\"/b\")] public partial class B { public NDJSONStreamingResponse<Page<string>> Get() => null!; public JSONResponse<List<string>> Post() => null!; public JSONResponse<Dictionary<string, string[]>> Put() => null!; }";
        var (one, other) = (GeneratorTest.Run(Types, Oblivious, Annotated), GeneratorTest.Run(Types, Annotated, Oblivious));
        Assert.Equal(one.Files, other.Files);
        Assert.Equal(["PageOfString"], Components(one));
    }

    private static string[] Components(GeneratorRun run) =>
    [
        .. run.Files.Where(file => file.Key.StartsWith("JeroJson.", StringComparison.Ordinal))
            .SelectMany(file => file.Value.Split('\n'))
            .Where(line => line.Contains(" => new(\"", StringComparison.Ordinal) && line.Contains("SchemaComponent", StringComparison.Ordinal))
            .Select(line => line.Split('"')[1])
            .Order(StringComparer.Ordinal),
    ];
}
