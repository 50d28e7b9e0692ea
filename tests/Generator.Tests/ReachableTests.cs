using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>What generated code cannot name is worked around, or said at the user's own line; never a compiler's error in a generated file.</summary>
public sealed class ReachableTests
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

    private const string Converter =
        "{ public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) { } }";

    [Theory]
    [InlineData("class Item { [Experimental(\"ACME1\")] public int Score { get; set; } }")]
    [InlineData("class Item { public int Score { get; [Experimental(\"ACME1\")] set; } }")]
    [InlineData("class Item { [Obsolete(\"soon\", DiagnosticId = \"ACME2\")] public int Soon { get; set; } }")]
    [InlineData("class Item { [Obsolete(\"gone\", true)] public int Old { get; set; } }")]
    [InlineData("class Item { [Obsolete(\"gone\", true, DiagnosticId = \"ACME3\")] public string? Old { get; init; } }")]
    [InlineData("struct Item { [Obsolete(\"gone\", true)] public int Old { get; set; } }")]
    [InlineData("class Item { [JsonInclude, Obsolete(\"gone\", true)] public int Old; }")]
    [InlineData(
        """
        class Item
        {
            [Obsolete("For serializers.", true)] public Item() { }
            public Item(int id) => Id = id;
            public int Id { get; set; }
        }
        """)]
    [InlineData("class Item { public Item(ReadOnlySpan<char> text) => Text = text.ToString(); public string Text { get; } }")]
    [InlineData("unsafe class Item { public Item(int* p) { } public int Id => 1; }")]
    [InlineData("class Item : List<int> { public required string Name { get; set; } }")]
    [InlineData("class Item : List<int> { [Obsolete] public Item() { } [Experimental(\"ACME7\")] public required string Name; }")]
    [InlineData(
        """
        record Item(
            [property: JsonConverter(typeof(Old))] int Id, [property: Obsolete("x")] Level Level, Dictionary<Level, int> ByLevel, Level? Maybe, [property: Obsolete] Level[] All);
        class Old : JsonConverter<int>
        {
            [Obsolete] public Old() { }
            [Experimental("ACME8")] public required int Base { get; set; }
            public override int Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => 0;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, int value, System.Text.Json.JsonSerializerOptions options) { }
        }
        [Obsolete("gone"), JsonConverter(typeof(JsonStringEnumConverter<Level>))] enum Level { [Obsolete] Low, [Experimental("ACME9")] High }
        """)]
    [InlineData("class Item : Dictionary<string, int> { public required string Name; [Obsolete] public required int Old { get; init; } }")]
    [InlineData("class Item : List<int> { [Obsolete(\"For serializers.\", true)] public Item() { } }")]
    [InlineData("class Item : List<Item>;")]
    [InlineData("class Item : Dictionary<string, List<Item>>;")]
    [InlineData("class Item : List<Other>; class Other : List<Item>;")]
    [InlineData("class Item : List<Node>; class Node { public Item? Children { get; set; } }")]
    [InlineData(
        """
        [JsonConverter(typeof(JsonStringEnumConverter<Item>))] enum Item
        {
            A, [Obsolete("gone", true)] B, [Experimental("ACME4")] C
        }
        """)]
    [InlineData(
        """
        [JsonDerivedType(typeof(Film), "f")] class Item;
        class Film : Item { [Experimental("ACME1")] public int Score { get; set; } }
        """)]
    [InlineData(
        """
        class Item { [Experimental("ACME1")] public Part? Part { get; set; } }
        [Experimental("ACME5")] class Part { public int Id { get; set; } }
        """)]
    public void AnItemThatWorks(string item)
    {
        var compilation = Compilations.Create(Usings + "#pragma warning disable\n" + item + "\n[Endpoint(\"/a\")] partial class A { public NDJSONStreamingResponse<Item> Get() => null!; }");
        var run = GeneratorRun.Start(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("JERO006", "make it internal or public", "[JsonConverter(typeof(C))] class Item { private sealed class C : JsonConverter<int> " + Converter + " }")]
    [InlineData("JERO006", "make it internal or public", "class Item { [JsonConverter(typeof(C))] public int Id { get; set; } private sealed class C : JsonConverter<int> " + Converter + " }")]
    [InlineData("JERO006", "make it internal or public", "file sealed class C : JsonConverter<int> " + Converter + " class Item { [JsonConverter(typeof(C))] public int Id { get; set; } }")]
    [InlineData("JERO006", "no public constructor", "class C : JsonConverter<int> " + "{ private C() { } public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) { } }" + " class Item { [JsonConverter(typeof(C))] public int Id { get; set; } }")]
    [InlineData(
        "JERO006", "obsolete as an error",
        """
        [Obsolete("gone", true)] class Part { public int Id { get; set; } }
        class Item { [Obsolete("gone", true)] public Part? Part { get; set; } }
        """)]
    [InlineData("JERO006", "[JsonIgnore]", "interface Item { [Obsolete(\"gone\", true)] int Old { get; } }")]
    [InlineData("JERO006", "[JsonIgnore]", "class Item { [Obsolete(\"gone\", true)] public virtual int Old { get; set; } }")]
    [InlineData(
        "JERO006", "grow without end",
        """
        class Item { public Node<int>? Node { get; set; } }
        class Node<T> { public T? Value { get; set; } public Node<Node<T>>? Next { get; set; } }
        """)]
    [InlineData(
        "JERO006", "grow without end",
        """
        class Item { public Node<int>? Node { get; set; } }
        class Node<T> { public Node<T[]>? Next { get; set; } }
        """)]
    [InlineData(
        "JERO006", "grow without end",
        """
        class Item { public A1<int>? Node { get; set; } }
        class A1<T> { public B1<A1<T>>? Next { get; set; } }
        class B1<T> { public A1<B1<T>>? Next { get; set; } }
        """)]
    [InlineData(
        "JERO006", "grow without end",
        """
        class Item { public O<int>.I? Node { get; set; } }
        class O<T> { public class I { public O<I>.I? Next { get; set; } } }
        """)]
    [InlineData("JERO006", "grow without end", "class Item : List<Page<int>>; class Page<T> : List<Page<Page<T>>>;")]
    [InlineData(
        "JERO006", "grow without end",
        """
        class Item { public Node<int>? Node { get; set; } }
        class Node<T> { public Node<Dictionary<string, Pair<T, T>>>? Next { get; set; } }
        class Pair<T, U>;
        """)]
    [InlineData(
        "JERO006", "static abstract",
        """
        class Item { public IShape? Shape { get; set; } }
        interface IShape { static abstract int Sides { get; } int Id { get; } }
        """)]
    [InlineData("JERO033", "derive it", "[JsonDerivedType(typeof(Other), \"o\")] class Item; sealed class Other;")]
    [InlineData("JERO033", "derive it", "[JsonDerivedType(typeof(int), \"o\")] class Item;")]
    [InlineData(
        "JERO033", "already names",
        """
        [JsonDerivedType(typeof(Other), "a"), JsonDerivedType(typeof(Other), "b")] class Item;
        class Other : Item;
        """)]
    [InlineData(
        "JERO033", "another variant already has",
        """
        [JsonDerivedType(typeof(One), "a"), JsonDerivedType(typeof(Two), "a")] class Item;
        class One : Item;
        class Two : Item;
        """)]
    [InlineData(
        "JERO033", "another variant already has",
        """
        [JsonDerivedType(typeof(One), 7), JsonDerivedType(typeof(Two), 7)] class Item;
        class One : Item;
        class Two : Item;
        """)]
    [InlineData("JERO033", "open generic", "[JsonDerivedType(typeof(One<>), \"a\")] class Item; class One<T> : Item;")]
    public void AnItemThatIsRefused(string id, string fix, string item)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose(Usings + "#pragma warning disable\n" + item + "\n[Endpoint(\"/a\")] partial class A { public NDJSONStreamingResponse<Item> Get() => null!; }"));
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(fix, diagnostic.GetMessage());
        Assert.Equal("File0.cs", diagnostic.Location.SourceTree?.FilePath);
    }

    [Theory]
    [InlineData("public class Item { [JsonInclude] internal int X { get; set; } }", "'X'")]
    [InlineData("public class Item { [JsonInclude] private int _x; public int X => _x; }", "'_x'")]
    [InlineData("public class Item { [JsonInclude] public int X { get; internal set; } }", "'X'")]
    [InlineData(
        """
        public class Item { [JsonConstructor] internal Item(int x) => X = x; public Item() { } public int X { get; } }
        """,
        "a constructor")]
    [InlineData("public class B<T> { [JsonInclude] private T? X { get; set; } } public class Item : B<int>;", "'X'")]
    [InlineData(
        """
        public class Outer { public class B { [JsonInclude] internal int X { get; set; } } }
        public class Item { public Outer.B? Inner { get; set; } }
        """,
        "'X'")]
    public void WhatAPackageSerializesButHides(string types, string hidden)
    {
        var run = GeneratorRun.Start(Compilations.Create("[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Item> Get() => null!; }")
            .AddReferences(Package("using System.Text.Json.Serialization;\n" + types)));

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("JERO006", diagnostic.Id);
        Assert.Contains("its package hides " + hidden, diagnostic.GetMessage(null), StringComparison.Ordinal);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("public class Film { public int Id { get; set; } }")]
    [InlineData(
        """
        namespace System.CodeDom.Compiler
        {
            public sealed class GeneratedCodeAttribute(string tool, string version) : System.Attribute { public string All => tool + version; }
        }
        """)]
    public void ATypeThatHidesOneOfAPackage(string type)
    {
        var run = GeneratorRun.Start(Compilations.Create("#pragma warning disable CS0436\n[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Film> Get() => null!; }\n" + type)
            .AddReferences(Package("public class Film { public int Id { get; set; } }")));

        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Fact]
    public void AFileSilencesNothing_WithoutNeed()
    {
        var run = GeneratorTest.Run(
            Usings + """
            [Endpoint("/a")] public partial class A { public NDJSONStreamingResponse<Film> Get() => null!; }
            [Endpoint("/b")] public partial class B { public NDJSONStreamingResponse<Disc> Get() => null!; }
            public sealed record Film(int Id);
            public sealed record Disc([property: System.Obsolete] int Id, [property: System.Obsolete("Use Id.")] int Number);
            """);

        Assert.DoesNotContain("#pragma", run.Files["A.g.cs"] + run.Files["JeroJson._Film.g.cs"] + run.Files["B.g.cs"]);
        Assert.Contains("#pragma warning disable CS0612, CS0618 ", run.Files["JeroJson._Disc.g.cs"]);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("IL2026", "public partial class A { [RequiresUnreferencedCode(\"x\")] public StreamingResponse Get() => null!; }")]
    [InlineData(
        "IL3050",
        """
        public partial class A { [RequiresDynamicCode("x")] public A() { } public StreamingResponse Get() => null!; }
        """)]
    [InlineData("IL3002", "public partial class A { [RequiresAssemblyFiles(\"x\")] public StreamingResponse Get() => null!; }")]
    public void WhatTrimmingSaysOfTheUsersOwnMembers_IsNotSaidAgain(string id, string source)
    {
        var run = GeneratorTest.Run(Usings + "[Endpoint(\"/a\")] " + source);
        Assert.Contains($"#pragma warning disable {id} //", run.Files["A.g.cs"]);
    }

    [Fact]
    public void TypesOfAPackageThatAreInternal()
    {
        var package = Compilations.Create("public class Film { public int Id { get; set; } internal class Part; } internal sealed class Hidden : System.Text.Json.Serialization.JsonConverter<int> " + Converter
            .Replace("Utf8Json", "System.Text.Json.Utf8Json").Replace("JsonSerializerOptions", "System.Text.Json.JsonSerializerOptions")
            + " [System.Text.Json.Serialization.JsonConverter(typeof(Hidden))] public record Item(int Id);").WithAssemblyName("Package");
        var compilation = Compilations.Create("[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Item> Get() => null!; }")
            .AddReferences(package.ToMetadataReference());
        var run = GeneratorRun.Start(compilation);
        Assert.Contains("not public in its assembly", Assert.Single(run.Diagnostics).GetMessage());
        GeneratorTest.AssertCompiles(run);
    }

    [Fact]
    public void APackageThatIsExperimentalAsAWhole()
    {
        var package = Compilations.Create("[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"PKG1\")] public record Film(int Id);").WithAssemblyName("Package");
        var compilation = Compilations.Create("#pragma warning disable PKG1\n[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Film> Get() => null!; }")
            .AddReferences(package.ToMetadataReference());
        var run = GeneratorRun.Start(compilation);
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData("public class Item { [JsonPropertyName] public int Id { get; set; } }")]
    [InlineData("public class Item { [JsonPropertyName(] public int Id { get; set; } }")]
    [InlineData("public class Item { [JsonConverter] public int Id { get; set; } }")]
    [InlineData("public class Item { [JsonConverter(typeof(Unknown))] public int Id { get; set; } }")]
    [InlineData("public class Item { public Unknown<int>? Id { get; set; } }")]
    [InlineData("[JsonDerivedType] public class Item;")]
    [InlineData("[JsonDerivedType(typeof(Unknown), \"a\")] public class Item;")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter<Item>))] public enum Item { [JsonStringEnumMemberName] A }")]
    [InlineData("public enum Item : string { A }")]
    [InlineData("public class Item : Item { public int Id { get; set; } }")]
    [InlineData("public record Item(int );")]
    public void WhatIsHalfTypedIsLeftToTheCompiler(string item)
    {
        var run = GeneratorRun.Start(Compilations.Create(Usings + item + "\n[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Item> Get() => null!; public StreamingResponse Post([AsParameters] Item p) => null!; }"));
        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "JERO036");
        Assert.Contains(run.Input.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void AFirstMistakeLeavesNothingHalfDoneBehind()
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose(
            """
            using System.Text.Json.Serialization;
            [JsonDerivedType(typeof(Cat), "cat")] public abstract class Animal { }
            public class Cat : Animal { public Animal? Friend { get; set; } public Action? Bad { get; set; } }
            public record Order(int Id);
            [Endpoint("/a")] public partial class A
            {
                public JSONResponse<Cat> Get() => null!;
                public JSONResponse<int> Post(Order order) => null!;
                public JSONResponse<int> Put(Order order) => null!;
            }
            """));
        Assert.Equal("JERO006", diagnostic.Id);
    }

    // As an image: a compilation shows its users what a package hides.
    private static PortableExecutableReference Package(string source)
    {
        using var image = new MemoryStream();
        Assert.True(Compilations.Create(source).WithAssemblyName("Package").Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
