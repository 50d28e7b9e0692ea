using Generator.Tests.Harness;
using Jero.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests;

/// <summary>A topic's items have a generated writer, wherever and however the topic is registered.</summary>
public sealed class TopicTests
{
    private const string Price = "namespace Shop; public sealed record Price(string Symbol, decimal Value);";

    private const string Setup =
        """
        using Microsoft.Extensions.DependencyInjection;
        namespace Shop;
        internal static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddJeroTopic<Price>("prices", topic => topic.RetainCount = 5);
        }
        """;

    [Fact]
    public void A_topic_and_its_stream() => Snapshot.Match(Run(Price, Setup,
        """
        namespace Shop;

        [Endpoint("/prices")]
        public sealed partial class PricesEndpoint(Topic<Price> prices)
        {
            public SSEResponse<Price> Get([FromHeader(Name = "Last-Event-ID")] string? lastEventId) => prices.Stream(lastEventId);
        }
        """).Files.Where(file => file.Key is not ("JeroJson.g.cs" or "MapJero.g.cs")).ToDictionary());

    [Theory]
    [InlineData("services.AddJeroTopic<Price>(\"a\")")]
    [InlineData("services?.AddJeroTopic<Price>(\"a\")")]
    [InlineData("services.AddJeroTopic(\"a\", (TopicOptions<Price> options) => { })")]
    [InlineData("services.AddJeroTopic<Price>(configure: null, name: \"a\")")]
    [InlineData("JeroTopicServiceCollectionExtensions.AddJeroTopic<Price>(services, \"a\")")]
    [InlineData("services.AddLogging().AddJeroTopic<Price>(\"a\")")]
    [InlineData("services.AddJeroTopic<List<Price?>>(\"a\")")]
    [InlineData("services.AddJeroTopic<Price?>(\"a\")")]
    [InlineData("services.AddJeroTopic<Dictionary<string, Price[]>>(\"a\")")]
    [InlineData("services.AddJeroTopic<int>(\"a\")")]
    [InlineData("services.AddJeroTopic<Day?>(\"a\")")]
    [InlineData("services.AddJeroTopic<Page<Price>>(\"a\")")]
    [InlineData("services.AddJeroTopic<Outer.Inner>(\"a\")")]
    public void Generated_code_takes_the_place_of_every_form_of_the_call(string call)
    {
        var run = Run(Price, InMethod(call));

        Assert.Single(run.Files, file => file.Key.StartsWith("JeroTopic.", StringComparison.Ordinal));
        Assert.True(IsTaken(run));
    }

    [Fact]
    public void Two_topics_of_one_item_share_a_file()
    {
        var run = Run(Price, Setup, InMethod("services.AddJeroTopic<Price>(\"b\"); services.AddJeroTopic<Day>(\"c\")"));

        Assert.Equal(["JeroTopic.Shop.Day.g.cs", "JeroTopic.Shop.Price.g.cs"], run.Files.Keys.Where(IsTopic).Order(StringComparer.Ordinal));
        Assert.Contains("// File1.cs, line 5", run.Files["JeroTopic.Shop.Price.g.cs"], StringComparison.Ordinal);
        Assert.Contains("// File2.cs, line 6", run.Files["JeroTopic.Shop.Price.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Own.AddJeroTopic<Price>(services, \"a\")")]
    [InlineData("Generic<Price>(services)")]
    [InlineData("Func<string, Action<TopicOptions<Price>>?, object> add = services.AddJeroTopic<Price>")]
    [InlineData("_ = nameof(JeroTopicServiceCollectionExtensions.AddJeroTopic)")]
    public void Other_calls_stay_as_they_are(string call) => Assert.DoesNotContain(Run(Price, InMethod(call)).Files.Keys, IsTopic);

    [Fact]
    public void Without_the_property_the_call_stays_as_it_is()
    {
        var plain = Compilations.Create(Price, Setup);
        var options = Compilations.ParseOptions.WithFeatures([]);
        var run = GeneratorRun.Start(plain.RemoveAllSyntaxTrees().AddSyntaxTrees(
            plain.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), options, tree.FilePath))));

        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain(run.Files.Keys, IsTopic);
        GeneratorTest.AssertCompiles(run);
    }

    [Fact]
    public void An_edit_of_the_file_with_the_call_generates_its_file_alone()
    {
        var first = Run(Price, Setup);

        var second = first.After(first.Input.Edit("File1.cs", text => "\n" + text));

        Assert.NotEqual(first.Files["JeroTopic.Shop.Price.g.cs"], second.Files["JeroTopic.Shop.Price.g.cs"]);
        foreach (var step in new[] { TrackingNames.Topics, TrackingNames.Definitions, TrackingNames.Assembly, TrackingNames.HintNames })
        {
            Assert.All(second.Reasons(step), static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        }

        GeneratorTest.AssertCompiles(second);
    }

    [Fact]
    public void The_users_own_context_writes_the_item()
    {
        var run = Run(Price, Setup,
            """
            using System.Text.Json.Serialization;
            [assembly: JeroJsonContext(typeof(Shop.Json))]
            namespace Shop;
            [JsonSerializable(typeof(Price))]
            internal sealed partial class Json : JsonSerializerContext
            {
                public static Json Default { get; } = null!;
                public Json() : base(null) { }
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """);

        Assert.Contains("MetadataWriter<Item, ContextMetadata>", run.Files["JeroTopic.Shop.Price.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRun Run(params string[] files) => GeneratorTest.Run(files);

    private static bool IsTopic(string file) => file.StartsWith("JeroTopic.", StringComparison.Ordinal);

    // The compiler answers what it will call.
    private static bool IsTaken(GeneratorRun run) => run.Output.SyntaxTrees.Any(tree =>
    {
        var model = run.Output.GetSemanticModel(tree);
        return tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>()
            .Any(call => model.GetInterceptorMethod(call, TestContext.Current.CancellationToken) is { Name: "AddJeroTopic" });
    });

    private static string InMethod(string statement) =>
        $$"""
        using Microsoft.Extensions.DependencyInjection;
        namespace Shop;
        internal static class Other
        {
            public static void Add(IServiceCollection services) {
                {{statement}};
            }

            private static void Generic<T>(IServiceCollection services) => services.AddJeroTopic<T>("g");
        }
        public enum Day { Monday }
        public sealed record Page<T>(List<T> Items);
        public static class Outer { public sealed record Inner(int Id); }
        internal static class Own { public static void AddJeroTopic<T>(IServiceCollection services, string name) { } }
        """;
}
