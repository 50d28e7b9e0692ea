using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>Names of the user's never meet those of generated code, nor each other.</summary>
public sealed class NamesTests
{
    private const string Endpoint =
        "public record Item(int Id, string? Name, List<int> Many); [Endpoint(\"/a\")] public partial class A(IServiceProvider services) { public NDJSONStreamingResponse<Item> Get(int id) => services is null ? null! : null!; public Task<JSONResponse<Item>> PostAsync(Item item) => null!; }";

    [Theory]
    [InlineData(
        """
        global using Http = System.Net.Http;
        global using Tasks = System.Threading.Tasks;
        global using JeroGen = System.IO;
        global using Json = System.Text;
        global using Metadata = System.IO;
        """)]
    [InlineData(
        """
        namespace Builder { public sealed class Wall; }
        namespace Routing { public sealed class Table; }
        namespace Json { public class A; }
        namespace Metadata { public class A; }
        """)]
    [InlineData(
        """
        public class Http;
        public class Tasks;
        public class Builder;
        public class Routing;
        public class JeroGen;
        public class Json;
        public class Metadata;
        """)]
    [InlineData(
        """
        namespace Shop.Http { public class X; }
        namespace Shop.Tasks { public class X; }
        namespace Shop.Builder { public class X; }
        namespace Shop.JeroGen { public class X; }
        """)]
    [InlineData(
        """
        namespace Shop { public class Http; public class Tasks; public class Builder; public class Routing; public class JeroGen; }
        """)]
    [InlineData(
        """
        namespace Shop.System { public class String; }
        namespace Shop.Microsoft.AspNetCore { public class X; }
        namespace Shop.Jero { public class X; }
        """)]
    [InlineData(
        """
        namespace Shop
        {
            public class Task;
            public class String;
            public class JsonFormat;
            public class BatchBuffer;
            public class Unsafe;
        }
        """)]
    [InlineData(
        """
        namespace Jero.Something { public class JeroJson; public class JsonFormat; }
        namespace Jero.Builder { public class X; }
        namespace Jero.Routing { public class X; }
        """)]
    [InlineData(
        """
        public class JsonFormat;
        public class BatchBuffer;
        public class JsonTypeInfos;
        public class SchemaComponent;
        public class EndpointMapper;
        """)]
    [InlineData(
        """
        global using Task = System.IO.Stream;
        global using String = System.Int32;
        global using Jero = System.IO;
        global using Generated = System.IO;
        global using IEndpoint = System.IO.Stream;
        global using EndpointMapper = System.IO.Stream;
        global using SchemaComponent = System.IO.Stream;
        global using JeroJson = System.IO.Stream;
        global using JsonTypeInfos = System.IO.Stream;
        global using ListWriter = System.IO.Stream;
        global using IJsonWriter = System.IO.Stream;
        """)]
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
    [InlineData("int Call, int Send, int Respond, int CallFiltered, int Get, int Validator, int Operation, int GetHandler")]
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
            public string GetHandler => ""; public int JeroGetHandler; public class Send; public void Operation() { }
            public NDJSONStreamingResponse<int> Get(int id) { _ = http + request + filters + endpoint + context + response; http = request = filters = endpoint = context = response = 0; return null!; }
        }
        """);

    [Theory]
    [InlineData(
        """
        namespace @event.@new;
        [Endpoint("/a")]
        public partial class @class
        {
            public record @await(int @int, string @namespace);
            public NDJSONStreamingResponse<@await> Get(int @yield, string @in, int? @ref) => null!;
            public static JSONResponse<@await> Post(@await @struct) => null!;
        }
        """)]
    [InlineData(
        """
        namespace @record;
        [Endpoint("/a")]
        public partial class @async
        {
            public NDJSONStreamingResponse<int> Get(int await, int @var, int async, int partial, int @where, int field, int value, int @nameof, int dynamic, int required, int scoped, int file, int allows, int extension) => null!;
        }
        """)]
    [InlineData(
        """
        [Endpoint("/a")]
        public partial class A
        {
            public int Map, Write, Serializer, context, http, item, writer, Builder, Http, JeroGen, Routing, Tasks, System, Microsoft, Jero, global, IEndpoint;
            public NDJSONStreamingResponse<Item> Get(int id) => null!;
        }
        public class Item
        {
            public int Map { get; set; }
            public int Write { get; set; }
            public int Serializer { get; set; }
            public int context { get; set; }
            public int http { get; set; }
            public int value { get; set; }
            public int options { get; set; }
            public int Schema { get; set; }
            public int Json { get; set; }
            public int Metadata { get; set; }
            public int buffer { get; set; }
            public int System { get; set; }
            public int Jero { get; set; }
            public int @object { get; set; }
        }
        """)]
    [InlineData(
        """
        [Endpoint("/a")]
        public partial class A
        {
            public class Http;
            public class JeroGen;
            public class Tasks;
            public class Builder;
            public class Routing;
            public class System;
            public class Jero;
            public class Microsoft;
            public NDJSONStreamingResponse<int> Get(int id) => null!;
        }
        """)]
    [InlineData(
        """
        namespace Shop;
        public class Base
        {
            public class Http;
            public class JeroGen;
            public class Tasks;
            public class Builder;
            public class Routing;
            public class System;
            public class Jero;
            public class Microsoft;
            protected int GetHandler;
            public int Call;
            protected void Respond() { }
        }
        [Endpoint("/a")] public partial class A : Base { public NDJSONStreamingResponse<int> Get(int id) => null!; }
        """)]
    [InlineData(
        """
        namespace Shop
        {
            public class System { public class String; }
            [Endpoint("/a")] public partial class Task { public NDJSONStreamingResponse<Shop.System> Get(int id) => null!; }
            [Endpoint("/b")] public partial class Jero { public StreamingResponse Get() => null!; }
            [Endpoint("/c")] public partial class Microsoft { public StreamingResponse Get() => null!; }
            [Endpoint("/d")] public partial class JeroGen { public StreamingResponse Get() => null!; }
        }
        """)]
    [InlineData(
        """
        public partial struct S { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        public readonly partial record struct R
        {
            [Endpoint("/b")] public sealed partial record A { public StreamingResponse Get() => null!; }
        }
        public static partial class T { [Endpoint("/c")] public partial class A { public StreamingResponse Get() => null!; } }
        public ref partial struct F { [Endpoint("/d")] public partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData(
        """
        namespace Jero.Generated;
        [Endpoint("/b")] public partial class B { public NDJSONStreamingResponse<Item> Get() => null!; }
        public record Item(int X, DateTime D, List<int?> L);
        """)]
    public void NamesThatHaveAMeaningElsewhere(string source)
    {
        var run = GeneratorRun.Start(Compilations.Create("#pragma warning disable CS0649, CS8981\n" + source));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("[Endpoint(\"/a\")] public partial class Program { public StreamingResponse Get() => null!; }")]
    [InlineData(
        """
        public partial class Program
        {
            [Endpoint("/a")] public partial class A { public record Item(int X); public JSONResponse<Item> Post(Item item) => null!; }
        }
        """)]
    public void TheProgramItself(string program)
    {
        var compilation = Compilations.Create("Console.WriteLine(args.Length);\n" + program);
        var run = GeneratorRun.Start(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("GetHandler")]
    [InlineData("JeroGetHandler")]
    [InlineData("Respond")]
    [InlineData("Call")]
    [InlineData("CallFiltered")]
    [InlineData("Send")]
    [InlineData("Operation")]
    [InlineData("Validator")]
    [InlineData("Value")]
    [InlineData("Json")]
    [InlineData("Map")]
    public void ClassesCalledLikeGeneratedMembers(string name) => GeneratorTest.Run(
        $"[Endpoint(\"/a\")] public partial class {name} {{ public NDJSONStreamingResponse<int> Get([System.ComponentModel.DataAnnotations.Range(1, 2)] int z) => null!; }}");

    [Theory]
    [InlineData(
        """
        [Endpoint("/a")]
        public partial class movies { public NDJSONStreamingResponse<movie> Get() => null!; public record movie(int id); }
        """)]
    [InlineData(
        """
        namespace shop.api;
        public partial class outer
        {
            [Endpoint("/a")] public partial class Inner { public NDJSONStreamingResponse<int> Get() => null!; }
        }
        """)]
    public void NamesInSmallLetters(string source) => GeneratorTest.Run("#pragma warning disable CS8981\n" + source);

    [Theory]
    [InlineData("public class MapJeroExtensions; public class JeroMapJeroExtensions;")]
    [InlineData("namespace Jero { public class MapJeroExtensions; }")]
    [InlineData("namespace Jero.MapJeroExtensions { public class X; }")]
    [InlineData(
        """
        [assembly: JeroEndpoints("MapShop")] namespace Jero { public class MapShopExtensions; public class JeroMapShopExtensions; }
        """)]
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
}
