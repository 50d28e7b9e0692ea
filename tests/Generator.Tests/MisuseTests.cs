using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>Ways to use the attribute: each works, or is one error of Jero's that says what to do, and none of the compiler's.</summary>
public sealed class MisuseTests
{
    [Theory]
    [InlineData("an abstract class", "JERO010", "[Endpoint(\"/a\")] public abstract partial class A { public StreamingResponse Get() => null!; }", "A", "take 'abstract' away")]
    [InlineData("a static class", "JERO010", "[Endpoint(\"/a\")] public static partial class A { public static StreamingResponse Get() => null!; }", "A", "take 'static' away")]
    [InlineData("a generic class", "JERO010", "[Endpoint(\"/a\")] public partial class A<T> { public StreamingResponse Get() => null!; }", "A", "without type parameters")]
    [InlineData("a class in a generic one", "JERO010", "public partial class O<T> { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } }", "A", "without type parameters")]
    [InlineData("a private nested class", "JERO010", "public partial class O { [Endpoint(\"/a\")] private partial class A { public StreamingResponse Get() => null!; } }", "A", "make it internal or public")]
    [InlineData("a class in a private one", "JERO010", "public partial class O { private partial class P { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } } }", "A", "make it internal or public")]
    [InlineData("a class in one that is not partial", "JERO001", "public class O { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } }", "A", "partial class O")]
    [InlineData("a struct", "JERO010", "[Endpoint(\"/a\")] public partial struct A { public StreamingResponse Get() => null!; }", "A", "make it a class")]
    [InlineData("a record struct", "JERO010", "[Endpoint(\"/a\")] public partial record struct A(int X) { public StreamingResponse Get() => null!; }", "A", "make it a class")]
    [InlineData("a ref struct", "JERO010", "[Endpoint(\"/a\")] public ref partial struct A { public StreamingResponse Get() => null!; }", "A", "make it a class")]
    [InlineData("an interface", "JERO010", "[Endpoint(\"/a\")] public partial interface A { StreamingResponse Get() => null!; }", "A", "annotate the class that implements it")]
    [InlineData("a file-local class", "JERO010", "[Endpoint(\"/a\")] file partial class A { public StreamingResponse Get() => null!; }", "A", "take 'file' away")]
    [InlineData("a class in a file-local one", "JERO010", "file partial class O { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } }", "A", "take 'file' away")]
    [InlineData("an obsolete class", "JERO010", "[Obsolete(\"old\", true)] [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; }", "A", "take 'true' out of [Obsolete]")]
    [InlineData("both halves with the attribute", "JERO020", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } [Endpoint(\"/b\")] public partial class A { }", "Endpoint(\"/b\")", "more than one [Endpoint]")]
    [InlineData("the attribute twice", "JERO020", "[Endpoint(\"/a\"), Endpoint(\"/b\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"/b\")", "more than one [Endpoint]")]
    [InlineData("a required member", "JERO023", "[Endpoint(\"/a\")] public partial class A { public required int X { get; init; } public StreamingResponse Get() => null!; }", "A", "'A.X'")]
    [InlineData("an inherited required member", "JERO023", "public class B { public required int X; } [Endpoint(\"/a\")] public partial class A : B { public StreamingResponse Get() => null!; }", "A", "'B.X'")]
    [InlineData("no accessible constructor", "JERO009", "[Endpoint(\"/a\")] public partial class A { private A() { } public StreamingResponse Get() => null!; }", "A", "has none")]
    [InlineData("several constructors", "JERO009", "[Endpoint(\"/a\")] public partial class A { public A() { } public A(IServiceProvider s) { } public StreamingResponse Get() => null!; }", "A", "has several")]
    [InlineData("a constructor with a reference", "JERO009", "[Endpoint(\"/a\")] public partial class A { public A(ref int x) { } public StreamingResponse Get() => null!; }", "A", "parameter 'x'")]
    [InlineData("a constructor with a span", "JERO009", "[Endpoint(\"/a\")] public partial class A { public A(ReadOnlySpan<int> x) { } public StreamingResponse Get() => null!; }", "A", "parameter 'x'")]
    [InlineData("an obsolete constructor", "JERO009", "[Endpoint(\"/a\")] public partial class A { [Obsolete(\"old\", true)] public A() { } public StreamingResponse Get() => null!; }", "A", "obsolete as an error")]
    [InlineData("a path without a slash", "JERO011", "[Endpoint(\"a\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"a\")", "start with a slash")]
    [InlineData("a path that is null", "JERO011", "[Endpoint(null!)] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(null!)", "start with a slash")]
    [InlineData("a path that is empty", "JERO011", "[Endpoint(\"\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"\")", "start with a slash")]
    [InlineData("a brace that is not closed", "JERO011", "[Endpoint(\"/{a\")] public partial class A { public StreamingResponse Get(int a) => null!; }", "Endpoint(\"/{a\")", "not closed")]
    [InlineData("a brace that is not opened", "JERO011", "[Endpoint(\"/a}\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"/a}\")", "not opened")]
    [InlineData("a parameter without a name", "JERO011", "[Endpoint(\"/{}\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"/{}\")", "no name")]
    [InlineData("a parameter twice", "JERO011", "[Endpoint(\"/{a}/{A}\")] public partial class A { public StreamingResponse Get(int a) => null!; }", "Endpoint(\"/{a}/{A}\")", "another name")]
    [InlineData("parameters side by side", "JERO011", "[Endpoint(\"/{a}{b}\")] public partial class A { public StreamingResponse Get(int a, int b) => null!; }", "Endpoint(\"/{a}{b}\")", "between them")]
    [InlineData("a rest that is not last", "JERO011", "[Endpoint(\"/{*a}/b\")] public partial class A { public StreamingResponse Get(string a) => null!; }", "Endpoint(\"/{*a}/b\")", "last segment")]
    [InlineData("two slashes", "JERO011", "[Endpoint(\"/a//b\")] public partial class A { public StreamingResponse Get() => null!; }", "Endpoint(\"/a//b\")", "take one away")]
    [InlineData("a query", "JERO011", "[Endpoint(\"/a?x={x}\")] public partial class A { public StreamingResponse Get(int x) => null!; }", "Endpoint(\"/a?x={x}\")", "the query")]
    [InlineData("no handler", "JERO002", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Fetch() => null!; }", "A", "add a public method named Get")]
    [InlineData("a handler that is not public", "JERO002", "[Endpoint(\"/a\")] public partial class A { internal StreamingResponse Get() => null!; }", "A", "make 'A.Get()' public")]
    [InlineData("a handler that is a property", "JERO002", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get => null!; }", "A", "make 'A.Get' a method")]
    [InlineData("an explicit interface handler", "JERO002", "public interface I { StreamingResponse Get(); } [Endpoint(\"/a\")] public partial class A : I { StreamingResponse I.Get() => null!; }", "A", "write it as a public method named Get")]
    [InlineData("an inherited handler", "JERO002", "public class B { public StreamingResponse Get() => null!; } [Endpoint(\"/a\")] public partial class A : B { }", "A", "write a method named Get")]
    [InlineData("overloads of one verb", "JERO007", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; public StreamingResponse Get(int a) => null!; }", "Get", "keep one")]
    [InlineData("a verb with and without the suffix", "JERO007", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; public Task<StreamingResponse> GetAsync() => null!; }", "GetAsync", "keep one")]
    [InlineData("a generic handler", "JERO021", "[Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<T> Get<T>(T x) => null!; }", "Get", "take its type parameters away")]
    [InlineData("a ref parameter", "JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(ref int a) => null!; }", "a", "by value")]
    [InlineData("an out parameter", "JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(out int a) { a = 1; return null!; } }", "a", "by value")]
    [InlineData("an in parameter", "JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(in int a) => null!; }", "a", "by value")]
    [InlineData("params", "JERO021", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(params string[] a) => null!; }", "Get", "take 'params' away")]
    [InlineData("an argument list", "JERO021", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(__arglist) => null!; }", "Get", "name each parameter")]
    [InlineData("a handler by reference", "JERO021", "[Endpoint(\"/a\")] public partial class A { private StreamingResponse r = null!; public ref StreamingResponse Get() => ref r; }", "Get", "take 'ref' away")]
    [InlineData("an obsolete handler", "JERO021", "[Endpoint(\"/a\")] public partial class A { [Obsolete(\"old\", true)] public StreamingResponse Get() => null!; }", "Get", "take 'true' out of [Obsolete]")]
    [InlineData("a handler whose id no pragma can name", "JERO021", "[Endpoint(\"/a\")] public partial class A { [Obsolete(\"old\", DiagnosticId = \"ACME-1\")] public StreamingResponse Get() => null!; }", "Get", "use another id")]
    [InlineData("a class whose id no pragma can name", "JERO010", "[Obsolete(\"old\", DiagnosticId = \"ACME-1\")] [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; }", "A", "use another id")]
    [InlineData("an overload of more parameters than a delegate has", "JERO021", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q) => null!; private int Get(int a) => a; }", "Get", "rename the other method")]
    [InlineData("a span", "JERO008", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(ReadOnlySpan<char> a) => null!; }", "a", "ReadOnlySpan<char>")]
    [InlineData("a handler that returns nothing", "JERO003", "[Endpoint(\"/a\")] public partial class A { public async void Get() { await Task.Yield(); } }", "Get", "return a response")]
    [InlineData("two classes on one path", "JERO022", "[Endpoint(\"/a/{x:int}\")] public partial class A { public StreamingResponse Get(int x) => null!; } [Endpoint(\"/A/{other:int}/\")] public partial class B { public StreamingResponse Get(int other) => null!; }", "B", "'A' and 'B' both answer GET")]
    public void A_misuse_is_one_error_that_names_the_fix(string what, string id, string source, string at, string fix)
    {
        var diagnostic = Assert.Single(GeneratorTest.Diagnose(source));

        Assert.True(id == diagnostic.Id, $"{what}: {diagnostic}");
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(fix, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan));
    }

    [Theory]
    [InlineData("a record", "[Endpoint(\"/a\")] public partial record A(IServiceProvider Services) { public StreamingResponse Get() => null!; }")]
    [InlineData("static handlers", "[Endpoint(\"/a\")] public partial class A { public static StreamingResponse Get(int? year) => null!; }")]
    [InlineData("a nested class", "public partial class O { protected internal partial class P { [Endpoint(\"/a\")] internal partial class A { public StreamingResponse Get() => null!; } } }")]
    [InlineData("a class in an interface", "public partial interface O { [Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } }")]
    [InlineData("two halves, one with the attribute", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get() => null!; } public partial class A { public StreamingResponse Post() => null!; }")]
    [InlineData("a partial handler", "[Endpoint(\"/a\")] public partial class A { public partial StreamingResponse Get(); public partial StreamingResponse Get() => null!; }")]
    [InlineData("an endpoint that derives from another", "[Endpoint(\"/b\")] public partial class B { public StreamingResponse Get() => null!; } [Endpoint(\"/a\")] public partial class A : B { public new StreamingResponse Get() => null!; public StreamingResponse Post() => null!; }")]
    [InlineData("an abstract handler that is overridden", "public abstract class B { public abstract StreamingResponse Get(); } [Endpoint(\"/a\")] public partial class A : B { public override StreamingResponse Get() => null!; }")]
    [InlineData("required members that the constructor sets", "[Endpoint(\"/a\")] public partial class A { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A() { X = 1; } public required int X { get; init; } public StreamingResponse Get() => null!; }")]
    [InlineData("an explicit interface method beside a handler", "public interface I { StreamingResponse Get(); } [Endpoint(\"/a\")] public partial class A : I { StreamingResponse I.Get() => null!; public StreamingResponse Post() => null!; }")]
    [InlineData("classes whose names differ in case alone", "namespace N { [Endpoint(\"/a\")] public partial class Abc { public StreamingResponse Get() => null!; } [Endpoint(\"/b\")] public partial class ABC { public StreamingResponse Get() => null!; } } namespace n { [Endpoint(\"/c\")] public partial class abc { public StreamingResponse Get() => null!; } }")]
    [InlineData("items whose names differ in case alone", "public record Ab(int I); public record AB(int I); [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<Ab> Get() => null!; public NDJSONStreamingResponse<AB> Post() => null!; }")]
    [InlineData("a class called MapJero", "[Endpoint(\"/a\")] public partial class MapJero { public StreamingResponse Get() => null!; }")]
    [InlineData("a class called JeroJson", "[Endpoint(\"/a\")] public partial class JeroJson { public NDJSONStreamingResponse<mapJero> Get() => null!; } public record mapJero(int I);")]
    [InlineData("a member and an item called JeroContext", "public record JeroContext(int I); [JeroJsonContext(typeof(Own))] [Endpoint(\"/a\")] public partial class A { public NDJSONStreamingResponse<JeroContext> Get() => null!; private int JeroJeroContext => 1; } public class Own() : System.Text.Json.Serialization.JsonSerializerContext(null) { protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; public static Own Default => new(); }")]
    [InlineData("more parameters than a delegate has", "[Endpoint(\"/a\")] public partial class A { public StreamingResponse Get(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q) => null!; }")]
    [InlineData("one path for two verbs in two classes", "[Endpoint(\"/a/{x}\")] public partial class A { public StreamingResponse Get(int x) => null!; } [Endpoint(\"/a/{y}\")] public partial class B { public StreamingResponse Post(int y) => null!; }")]
    [InlineData("one path with two constraints", "[Endpoint(\"/a/{x:int}\")] public partial class A { public StreamingResponse Get(int x) => null!; } [Endpoint(\"/a/{x:guid}\")] public partial class B { public StreamingResponse Get(Guid x) => null!; } [Endpoint(\"/a/{*x}\")] public partial class C { public StreamingResponse Get(string x) => null!; }")]
    public void What_looks_like_a_misuse_and_is_none_compiles(string what, string source)
    {
        Assert.NotEmpty(what);
        GeneratorTest.Run(source);
    }

    [Fact]
    public void A_new_name_that_differs_in_case_alone_renames_one_file_and_leaves_the_others()
    {
        const string One = "[Endpoint(\"/a\")] public partial class Chat { public StreamingResponse Get() => null!; }";
        const string Other = "[Endpoint(\"/b\")] public partial class Talk { public StreamingResponse Get() => null!; }";
        var before = GeneratorRun.Start(Compilations.Create(One, Other));

        var after = before.After(before.Input.Edit("File1.cs", text => text.Replace("Talk", "CHAT", StringComparison.Ordinal)));

        Assert.Equal(["CHAT.g.cs", "Chat-2.g.cs", "JeroJson.g.cs", "MapJero.g.cs"], after.Files.Keys.Order(StringComparer.Ordinal));
        GeneratorTest.AssertCompiles(after);
    }

    [Fact]
    public void Two_classes_on_one_path_are_generated_where_the_rule_is_switched_off()
    {
        var run = GeneratorRun.Start(Compilations.Create(
            """
            [Endpoint("/movies")]
            public sealed partial class First { public StreamingResponse Get() => throw new InvalidOperationException(); }

            #pragma warning disable JERO022
            [Endpoint("/movies")]
            public sealed partial class Second { public StreamingResponse Get() => throw new InvalidOperationException(); }
            #pragma warning restore JERO022
            """));

        Assert.All(run.Diagnostics, diagnostic => Assert.True(diagnostic.IsSuppressed));
        Assert.Contains("Second.g.cs", run.Files.Keys);
        GeneratorTest.AssertCompiles(run);
    }
}
