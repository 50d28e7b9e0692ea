using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>Names of the user's never meet those of generated code, nor each other.</summary>
public sealed class NamesTests
{
    private const string Endpoint =
        "public record Item(int Id, string? Name, List<int> Many); [Endpoint(\"/a\")] public partial class A(IServiceProvider services) { public NDJSONStreamingResponse<Item> Get(int id) => services is null ? null! : null!; public Task<JSONResponse<Item>> PostAsync(Item item) => null!; }";

    [Theory]
    [InlineData("global using Http = System.Net.Http; global using Tasks = System.Threading.Tasks; global using JeroGen = System.IO; global using Json = System.Text; global using Metadata = System.IO;")]
    [InlineData("namespace Builder { public sealed class Wall; } namespace Routing { public sealed class Table; } namespace Json { public class A; } namespace Metadata { public class A; }")]
    [InlineData("public class Http; public class Tasks; public class Builder; public class Routing; public class JeroGen; public class Json; public class Metadata;")]
    [InlineData("namespace Shop.Http { public class X; } namespace Shop.Tasks { public class X; } namespace Shop.Builder { public class X; } namespace Shop.JeroGen { public class X; }")]
    [InlineData("namespace Shop { public class Http; public class Tasks; public class Builder; public class Routing; public class JeroGen; }")]
    [InlineData("namespace Shop.System { public class String; } namespace Shop.Microsoft.AspNetCore { public class X; } namespace Shop.Jero { public class X; }")]
    [InlineData("namespace Shop { public class Task; public class String; public class JsonFormat; public class BatchBuffer; public class Unsafe; }")]
    [InlineData("namespace Jero.Something { public class JeroJson; public class JsonFormat; } namespace Jero.Builder { public class X; } namespace Jero.Routing { public class X; }")]
    [InlineData("public class JsonFormat; public class BatchBuffer; public class JsonTypeInfos; public class SchemaComponent; public class EndpointMapper;")]
    [InlineData("global using Task = System.IO.Stream; global using String = System.Int32; global using Jero = System.IO; global using Generated = System.IO; global using IEndpoint = System.IO.Stream; global using EndpointMapper = System.IO.Stream; global using SchemaComponent = System.IO.Stream; global using JeroJson = System.IO.Stream; global using JsonTypeInfos = System.IO.Stream; global using ListWriter = System.IO.Stream; global using IJsonWriter = System.IO.Stream;")]
    [InlineData("global using static System.Math; global using Task = System.Threading.Tasks.Task; global using Item2 = System.Int32;")]
    public void CompilesBeside(string user)
    {
        foreach (var source in new[] { Endpoint, $"namespace Shop;\n{Endpoint}", $"namespace Company.Http.Tasks;\n{Endpoint}", $"namespace A.A;\n{Endpoint}" })
        {
            var run = GeneratorRun.Start(Compilations.Create(source, user));
            Assert.Empty(run.Diagnostics);
            GeneratorTest.AssertCompiles(run);
        }
    }

    [Theory]
    [InlineData("int http, int jerohttp, int jerojerohttp")]
    [InlineData("int request, int filters, int endpoint, int context, int response, int headers, int result")]
    [InlineData("int CallGet, int SendGet, int RespondToGet, int Get, int GetValidator, int GetOperation")]
    [InlineData("int @class, int @await, int _, int value, int text, int JeroGen, int Http, int A")]
    [InlineData("int \\u0061bc, int größe")]
    [InlineData("[Microsoft.AspNetCore.Http.AsParameters] G g, int gId, int gId_")]
    public void LocalsDoNotMeet(string parameters)
    {
        foreach (var modifier in new[] { "", "static " })
        {
            GeneratorTest.Run($"public record G(int Id, int id_, [System.ComponentModel.DataAnnotations.Range(1, 2)] int Limit); [Endpoint(\"/a\")] public partial class A {{ public {modifier}NDJSONStreamingResponse<int> Get({parameters}) => null!; }}");
        }
    }

    [Fact]
    public void MembersCalledLikeGeneratedOnes() => GeneratorTest.Run(
        """
        [Endpoint("/a")] public partial class A
        {
            private int http, request, filters, endpoint, context, response;
            public string CallGet => ""; public int RespondToGet; public class SendGet; public void GetOperation() { }
            public NDJSONStreamingResponse<int> Get(int id) { _ = http + request + filters + endpoint + context + response; http = request = filters = endpoint = context = response = 0; return null!; }
        }
        """);

    [Theory]
    [InlineData("namespace @event.@new; [Endpoint(\"/a\")] public partial class @class { public record @await(int @int, string @namespace); public NDJSONStreamingResponse<@await> Get(int @yield, string @in, int? @ref) => null!; public static JSONResponse<@await> Post(@await @struct) => null!; }")]
    [InlineData("namespace @record; [Endpoint(\"/a\")] public partial class @async { public NDJSONStreamingResponse<int> Get(int await, int @var, int async, int partial, int @where, int field, int value, int @nameof, int dynamic, int required, int scoped, int file, int allows, int extension) => null!; }")]
    [InlineData("[Endpoint(\"/a\")] public partial class A { public int Map, Write, Serializer, context, http, item, writer, Builder, Http, JeroGen, Routing, Tasks, System, Microsoft, Jero, global, IEndpoint; public NDJSONStreamingResponse<Item> Get(int id) => null!; } public class Item { public int Map { get; set; } public int Write { get; set; } public int Serializer { get; set; } public int context { get; set; } public int http { get; set; } public int value { get; set; } public int options { get; set; } public int Schema { get; set; } public int Json { get; set; } public int Metadata { get; set; } public int buffer { get; set; } public int System { get; set; } public int Jero { get; set; } public int @object { get; set; } }")]
    [InlineData("[Endpoint(\"/a\")] public partial class A { public class Http; public class JeroGen; public class Tasks; public class Builder; public class Routing; public class System; public class Jero; public class Microsoft; public NDJSONStreamingResponse<int> Get(int id) => null!; }")]
    [InlineData("namespace Shop; public class Base { public class Http; public class JeroGen; public class Tasks; public class Builder; public class Routing; public class System; public class Jero; public class Microsoft; protected int CallGet; public int SendGet; protected void RespondToGet() { } } [Endpoint(\"/a\")] public partial class A : Base { public NDJSONStreamingResponse<int> Get(int id) => null!; }")]
    [InlineData("namespace Shop { public class System { public class String; } [Endpoint(\"/a\")] public partial class Task { public NDJSONStreamingResponse<Shop.System> Get(int id) => null!; } [Endpoint(\"/b\")] public partial class Jero { public StreamingResponse Get() => null!; } [Endpoint(\"/c\")] public partial class Microsoft { public StreamingResponse Get() => null!; } [Endpoint(\"/d\")] public partial class JeroGen { public StreamingResponse Get() => null!; } }")]
    [InlineData("public partial struct S { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } } public readonly partial record struct R { [Endpoint(\"/b\")] public sealed partial record A { public StreamingResponse Get() => null!; } } public static partial class T { [Endpoint(\"/c\")] public partial class A { public StreamingResponse Get() => null!; } } public ref partial struct F { [Endpoint(\"/d\")] public partial class A { public StreamingResponse Get() => null!; } }")]
    [InlineData("namespace Jero.Generated; [Endpoint(\"/b\")] public partial class B { public NDJSONStreamingResponse<Item> Get() => null!; } public record Item(int X, DateTime D, List<int?> L);")]
    public void NamesThatHaveAMeaningElsewhere(string source)
    {
        var run = GeneratorRun.Start(Compilations.Create("#pragma warning disable CS0649, CS8981\n" + source));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("[Endpoint(\"/a\")] public partial class Program { public StreamingResponse Get() => null!; }")]
    [InlineData("public partial class Program { [Endpoint(\"/a\")] public partial class A { public record Item(int X); public JSONResponse<Item> Post(Item item) => null!; } }")]
    public void TheProgramItself(string program)
    {
        var compilation = Compilations.Create("Console.WriteLine(args.Length);\n" + program);
        var run = GeneratorRun.Start(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("CallGet")]
    [InlineData("RespondToGet")]
    [InlineData("CallFilteredGet")]
    [InlineData("SendGet")]
    [InlineData("GetOperation")]
    [InlineData("GetValidator")]
    [InlineData("JeroCallGet")]
    [InlineData("Map")]
    public void ClassesCalledLikeGeneratedMembers(string name) => GeneratorTest.Run(
        $"[Endpoint(\"/a\")] public partial class {name} {{ public NDJSONStreamingResponse<int> Get([System.ComponentModel.DataAnnotations.Range(1, 2)] int z) => null!; }}");

    [Theory]
    [InlineData("[Endpoint(\"/a\")] public partial class movies { public NDJSONStreamingResponse<movie> Get() => null!; public record movie(int id); }")]
    [InlineData("namespace shop.api; public partial class outer { [Endpoint(\"/a\")] public partial class Inner { public NDJSONStreamingResponse<int> Get() => null!; } }")]
    public void NamesInSmallLetters(string source) => GeneratorTest.Run("#pragma warning disable CS8981\n" + source);

    [Theory]
    [InlineData("public class MapJeroExtensions; public class JeroMapJeroExtensions;")]
    [InlineData("namespace Jero { public class MapJeroExtensions; }")]
    [InlineData("namespace Jero.MapJeroExtensions { public class X; }")]
    [InlineData("[assembly: JeroEndpoints(\"MapShop\")] namespace Jero { public class MapShopExtensions; public class JeroMapShopExtensions; }")]
    [InlineData("[assembly: JeroEndpoints(\"class\")]")]
    public void TypesCalledLikeTheMapMethodsClass(string user) => GeneratorTest.Run(user, Endpoint);

    [Theory]
    [InlineData("public class @var;")]
    [InlineData("namespace Shop { public class @var; }")]
    [InlineData("namespace Shop { public class Outer { public class @var; } }")]
    public void ATypeCalledVar(string user)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose(user, "namespace Shop.Inner { [Endpoint(\"/a\")] public partial class A : Outer2 { public NDJSONStreamingResponse<int> Get() => null!; } public class Outer2 : Outer3; }", user.Contains("Outer", StringComparison.Ordinal) ? "public class Outer3 : Shop.Outer;" : "public class Outer3;"));
        Assert.Equal("JERO045", diagnostic.Id);
    }

    [Theory]
    [InlineData("namespace Shop; public record A1(int I); public record B1(int I); public record Box<T>(T V); public record Box<T, U>(T V, U W); public record Pair<T>(T V); public record Pair<T, U>(T V, U W); public record Root(Pair<Box<A1>, B1> X, Pair<Box<A1, B1>> Y);")]
    [InlineData("namespace Shop; public class Outer<T> { public record Inner(T V); public record Inner<U>(T V, U W); } public class Outer { public record Inner<T>(T V); } public record Root(Outer<int>.Inner A, Outer.Inner<int> B, Outer<int>.Inner<string> C);")]
    [InlineData("namespace A_B { public record C1(int I); } namespace A { public record B_C1(int I); } namespace A_ { public record B2(int I); } namespace A { public record _B2(string S); } namespace Shop { public record Root(A_B.C1 A, A.B_C1 B, A_.B2 C, A._B2 D); }")]
    [InlineData("public record _X(int I); public record __X(string I); public record X(bool B); namespace _X1 { public record Y1(int I); } namespace Shop { public record Root(_X A, __X B, X C, _X1.Y1 D); }")]
    [InlineData("namespace Shop.Page1.of.Shop { public record Movie1(int I); } namespace Shop { public record Movie1x(int I); public record Page1x<T>(T V); public record Root(Shop.Page1.of.Shop.Movie1 A, Page1x<Movie1x> B); }")]
    [InlineData("namespace Shop; public record Movie(int I); public record movie_(string S); public record MOVIE_(bool B); public record Root(Movie A, movie_ B, MOVIE_ C);")]
    [InlineData("namespace Größe; public record e\u0301(int I); public record é(int I); public record 映画(int I); public record @class(int I); public record Root(e\u0301 A, é B, 映画 C, @class D);")]
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
