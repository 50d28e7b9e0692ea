using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>What generated code cannot name of a class, its handlers and their attributes is worked around, or said at the user's own line.</summary>
public sealed class ReachableClassTests
{
    private const string Usings =
        """
        using System.ComponentModel.DataAnnotations;
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData(
        "JERO030", "Tag",
        """
        file sealed class TagAttribute : Attribute;
        [Tag, Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "JERO030", "Tag(typeof(Mark))",
        """
        public sealed class TagAttribute(Type type) : Attribute { public Type Type => type; }
        file class Mark;
        [Tag(typeof(Mark)), Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "JERO030", "Tag",
        """
        file sealed class TagAttribute : Attribute;
        [Tag] public class Base;
        [Endpoint("/a")] public partial class A : Base { public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "JERO031", "JeroJsonContext(typeof(string))",
        """
        [JeroJsonContext(typeof(string)), Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => null!;
        }
        """)]
    [InlineData(
        "JERO031", "JeroJsonContext(typeof(Own))",
        """
        public abstract class Own() : JsonSerializerContext(null);
        [JeroJsonContext(typeof(Own)), Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => null!;
        }
        """)]
    [InlineData(
        "JERO031", "JeroJsonContext(typeof(Own))",
        """
        [JeroJsonContext(typeof(Own)), Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => null!;
        }
        public class Own() : JsonSerializerContext(null)
        {
            public Own Default => this;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
        }
        """)]
    [InlineData(
        "JERO031", "JeroJsonContext(typeof(Own))",
        """
        [JeroJsonContext(typeof(Own)), Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => null!;
        }
        public class Own() : JsonSerializerContext(null)
        {
            [Obsolete("gone", true)] public static Own Default => new();
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
        }
        """)]
    [InlineData(
        "JERO031", "JeroJsonContext(typeof(Own))",
        """
        [JeroJsonContext(typeof(Own)), Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => null!;
        }
        public class Own() : JsonSerializerContext(null)
        {
            public static string Default => "";
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
        }
        """)]
    [InlineData("JERO048", "JeroJsonOptions(PropertyNamingPolicy = (System.Text.Json.Serialization.JsonKnownNamingPolicy)99)", "[assembly: JeroJsonOptions(PropertyNamingPolicy = (System.Text.Json.Serialization.JsonKnownNamingPolicy)99)]")]
    [InlineData("JERO048", "JeroJsonOptions(DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Always)", "[assembly: JeroJsonOptions(DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Always)]")]
    [InlineData("JERO048", "JeroJsonOptions(NumberHandling = (System.Text.Json.Serialization.JsonNumberHandling)(-1))", "[assembly: JeroJsonOptions(NumberHandling = (System.Text.Json.Serialization.JsonNumberHandling)(-1))]")]
    [InlineData("JERO031", "JeroJsonContext(typeof(string))", "[assembly: JeroJsonContext(typeof(string))]")]
    [InlineData("JERO032", "JeroEndpoints(\"Map-Catalog\")", "[assembly: JeroEndpoints(\"Map-Catalog\")]")]
    [InlineData("JERO032", "JeroEndpoints(\"\")", "[assembly: JeroEndpoints(\"\")]")]
    [InlineData("JERO032", "JeroEndpoints(\"1st\")", "[assembly: JeroEndpoints(\"1st\")]")]
    [InlineData(
        "JERO008", "s",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get([FromServices] ReadOnlySpan<char> s) => null!; }
        """)]
    [InlineData(
        "JERO008", "s",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(ReadOnlySpan<char> s) => null!; }
        """)]
    [InlineData(
        "JERO009", "A",
        """
        [Endpoint("/a")] public partial class A { public A(ReadOnlySpan<char> s) { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "JERO008", "t",
        """
        public struct T { [Obsolete("gone", true)] public static bool TryParse(string? s, out T t) { t = default; return true; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(T t) => null!; }
        """)]
    [InlineData(
        "JERO008", "t",
        """
        public struct T { [Obsolete("gone", true)] public static bool TryParse(string? s, out T t) { t = default; return true; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(T[] t) => null!; }
        """)]
    [InlineData(
        "JERO008", "t",
        """
        public class T { [Obsolete("gone", true)] public static ValueTask<T?> BindAsync(HttpContext c) => default; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(T t) => null!; }
        """)]
    [InlineData(
        "JERO008", "s",
        """
        file class Key;
        [Endpoint("/a")]
        public partial class A { public StreamingResponse Get([FromKeyedServices(typeof(Key))] IServiceProvider s) => null!; }
        """)]
    [InlineData(
        "JERO009", "A",
        """
        file enum Key { One }
        [Endpoint("/a")]
        public partial class A
        {
            public A([FromKeyedServices(Key.One)] IServiceProvider s) { }
            public StreamingResponse Get() => null!;
        }
        """)]
    [InlineData(
        "JERO008", "s",
        """
        public interface IShape { static abstract int Sides { get; } }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get([FromServices] IShape s) => null!; }
        """)]
    [InlineData(
        "JERO009", "A",
        """
        public interface IShape { static abstract int Sides { get; } }
        public interface ISquare : IShape;
        [Endpoint("/a")] public partial class A { public A(ISquare s) { } public StreamingResponse Get() => null!; }
        """)]
    public void AClassThatIsRefused(string id, string location, string source)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose(Attributes(source)));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(location, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("[Experimental(\"EXP1\"), Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; }")]
    [InlineData(
        """
        [Experimental("EXP1")] public class Service;
        [Endpoint("/a")] public partial class A(Service s) { public StreamingResponse Get() => s is null ? null! : null!; }
        """)]
    [InlineData(
        """
        [Experimental("EXP1")] public class Service;
        [Endpoint("/a")] public partial class A { public StreamingResponse Get([FromServices] Service s) => null!; }
        """)]
    [InlineData("[Endpoint(\"/a\")] public partial class A { [Experimental(\"EXP1\")] public StreamingResponse Get() => null!; }")]
    [InlineData(
        """
        [Endpoint("/a")] public partial class A { [Experimental("EXP1")] public A() { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        """
        [Experimental("EXP1")] public class TagAttribute : Attribute;
        [Tag, Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        """
        public class Draft { [Even] public int A { get; set; } private sealed class EvenAttribute : ValidationAttribute; }
        [Endpoint("/a")] public partial class A { public JSONResponse<int> Post(Draft draft) => null!; }
        """)]
    [InlineData(
        """
        public class Draft
        {
            [Even(Mode.On)] public int A { get; set; }
            private enum Mode { On }
            private sealed class EvenAttribute(Mode mode) : ValidationAttribute { public bool On => mode == 0; }
        }
        [Endpoint("/a")] public partial class A { public JSONResponse<int> Post(Draft draft) => null!; }
        """)]
    [InlineData(
        """
        [Experimental("EXP1")] public class EvenAttribute : ValidationAttribute;
        public class Draft { [Even] public int A { get; set; } }
        [Endpoint("/a")] public partial class A { public JSONResponse<int> Post(Draft draft) => null!; }
        """)]
    [InlineData(
        """
        public record Item(int Id);
        [Endpoint("/a")]
        public partial class A { public Results<JSONResponse<string>, JSONResponse<string?>, NotFound> Get() => null!; }
        """)]
    [InlineData(
        """
        public record Item(int Id);
        [Endpoint("/a")]
        public partial class A { public Results<JSONResponse<List<string?>>, NotFound, JSONResponse<List<string>>> Get() => null!; }
        """)]
    [InlineData(
        """
        [JeroJsonContext(typeof(Own)), Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<int> Get() => null!;
        }
        public class Own() : JsonSerializerContext(null)
        {
            public static Own Default { get; } = new();
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
        }
        """)]
    [InlineData(
        """
        public struct T
        {
            [Obsolete("soon", DiagnosticId = "ACME1")] public static bool TryParse(string? s, out T t) { t = default; return true; }
        }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(T a, T? b, T[] c) => null!; }
        """)]
    [InlineData(
        """
        public class T { [Experimental("EXP1")] public static ValueTask<T?> BindAsync(HttpContext c) => default; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(T t) => null!; }
        """)]
    [InlineData(
        """
        public struct T { public static ValueTask<T?> BindAsync(HttpContext c) => default; }
        [Endpoint("/a")] public partial class A { public StreamingResponse Get(T a, T? b, T c = default) => null!; }
        """)]
    [InlineData(
        """
        public interface IShape { static abstract int Sides { get; } }
        public interface ISquare : IShape { static int IShape.Sides => 4; }
        [Endpoint("/a")] public partial class A(ISquare s) { public StreamingResponse Get() => s is null ? null! : null!; }
        """)]
    [InlineData(
        """
        [Endpoint("/a")]
        public partial class A([FromKeyedServices(A.Key.One)] IServiceProvider s)
        {
            private enum Key { One }
            public StreamingResponse Get([FromKeyedServices(typeof(Key))] IServiceProvider t) => s is null ? null! : null!;
        }
        """)]
    [InlineData("[assembly: JeroEndpoints(\"class\")]")]
    [InlineData("[assembly: JeroEndpoints(\"Größe\")]")]
    public void AClassThatWorks(string source)
    {
        var run = GeneratorRun.Start(Compilations.Create("#pragma warning disable\n" + Attributes(source)));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    private static string Attributes(string source) => source.StartsWith("[assembly:", StringComparison.Ordinal) ? source : Usings + source;
}
