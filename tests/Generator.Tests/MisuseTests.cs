using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>Ways to use the attribute: each works, or is one error of Jero's that says what to do, and none of the compiler's.</summary>
public sealed class MisuseTests
{
    [Theory]
    [InlineData(
        "a record",
        """
        [Endpoint("/a")] public partial record A(IServiceProvider Services) { public StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "static handlers",
        """
        [Endpoint("/a")] public partial class A { public static StreamingResponse Get(int? year) => null!; }
        """)]
    [InlineData(
        "a nested class",
        """
        public partial class O
        {
            protected internal partial class P { [Endpoint("/a")] internal partial class A { public StreamingResponse Get() => null!; } }
        }
        """)]
    [InlineData(
        "a class in an interface",
        """
        public partial interface O { [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData(
        "two halves, one with the attribute",
        """
        [Endpoint("/a")] public partial class A { public StreamingResponse Get() => null!; }
        public partial class A { public StreamingResponse Post() => null!; }
        """)]
    [InlineData(
        "a partial handler",
        """
        [Endpoint("/a")]
        public partial class A { public partial StreamingResponse Get(); public partial StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "an endpoint that derives from another",
        """
        [Endpoint("/b")] public partial class B { public StreamingResponse Get() => null!; }
        [Endpoint("/a")]
        public partial class A : B { public new StreamingResponse Get() => null!; public StreamingResponse Post() => null!; }
        """)]
    [InlineData(
        "an abstract handler that is overridden",
        """
        public abstract class B { public abstract StreamingResponse Get(); }
        [Endpoint("/a")] public partial class A : B { public override StreamingResponse Get() => null!; }
        """)]
    [InlineData(
        "required members that the constructor sets",
        """
        [Endpoint("/a")]
        public partial class A
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A() { X = 1; }
            public required int X { get; init; }
            public StreamingResponse Get() => null!;
        }
        """)]
    [InlineData(
        "an explicit interface method beside a handler",
        """
        public interface I { StreamingResponse Get(); }
        [Endpoint("/a")]
        public partial class A : I { StreamingResponse I.Get() => null!; public StreamingResponse Post() => null!; }
        """)]
    [InlineData(
        "classes whose names differ in case alone",
        """
        namespace N
        {
            [Endpoint("/a")] public partial class Abc { public StreamingResponse Get() => null!; }
            [Endpoint("/b")] public partial class ABC { public StreamingResponse Get() => null!; }
        }
        namespace n { [Endpoint("/c")] public partial class abc { public StreamingResponse Get() => null!; } }
        """)]
    [InlineData(
        "items whose names differ in case alone",
        """
        public record Ab(int I);
        public record AB(int I);
        [Endpoint("/a")]
        public partial class A
        {
            public NDJSONStreamingResponse<Ab> Get() => null!;
            public NDJSONStreamingResponse<AB> Post() => null!;
        }
        """)]
    [InlineData("a class called MapJero", "[Endpoint(\"/a\")] public partial class MapJero { public StreamingResponse Get() => null!; }")]
    [InlineData(
        "a class called JeroJson",
        """
        [Endpoint("/a")] public partial class JeroJson { public NDJSONStreamingResponse<mapJero> Get() => null!; }
        public record mapJero(int I);
        """)]
    [InlineData(
        "a member and an item called JeroContext",
        """
        public record JeroContext(int I);
        [JeroJsonContext(typeof(Own))] [Endpoint("/a")] public partial class A
        {
            public NDJSONStreamingResponse<JeroContext> Get() => null!;
            private int JeroJeroContext => 1;
        }
        public class Own() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            public static Own Default => new();
        }
        """)]
    [InlineData(
        "more parameters than a delegate has",
        """
        [Endpoint("/a")]
        public partial class A
        {
            public StreamingResponse Get(
                int a, int b, int c, int d, int e, int f, int g, int h, int i,
                int j, int k, int l, int m, int n, int o, int p, int q) => null!;
        }
        """)]
    [InlineData(
        "one path for two verbs in two classes",
        """
        [Endpoint("/a/{x}")] public partial class A { public StreamingResponse Get(int x) => null!; }
        [Endpoint("/a/{y}")] public partial class B { public StreamingResponse Post(int y) => null!; }
        """)]
    [InlineData(
        "one path with two constraints",
        """
        [Endpoint("/a/{x:int}")] public partial class A { public StreamingResponse Get(int x) => null!; }
        [Endpoint("/a/{x:guid}")] public partial class B { public StreamingResponse Get(Guid x) => null!; }
        [Endpoint("/a/{*x}")] public partial class C { public StreamingResponse Get(string x) => null!; }
        """)]
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
