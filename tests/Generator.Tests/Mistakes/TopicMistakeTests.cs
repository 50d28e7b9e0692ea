namespace Generator.Tests.Mistakes;

/// <summary>Mistakes of a topic that is registered.</summary>
public sealed class TopicMistakeTests
{
    [Theory]
    [InlineData("JERO058", "AddJeroTopic<string>", "declare a record", "services.AddJeroTopic<string>(\"a\");")]
    [InlineData("JERO059", "\"\"", "1 to 100 ASCII letters", "services.AddJeroTopic<Item>(\"\");")]
    [InlineData("JERO059", "\"my topic\"", "\"my topic\" is not a valid name", "services.AddJeroTopic<Item>(\"my topic\");")]
    [InlineData("JERO059", "Name", "\"ä\" is not a valid name", "services.AddJeroTopic<Item>(name: Name, configure: null);")]
    [InlineData("JERO006", "AddJeroTopic<object>", "'AddJeroTopic<object>' uses a type", "services.AddJeroTopic<object>(\"a\");")]
    [InlineData("JERO006", "AddJeroTopic<Hidden>", "make it internal or public", "services.AddJeroTopic<Hidden>(\"a\");")]
    [InlineData("JERO006", "AddJeroTopic<Bad>", "Bad.Body", "services.AddJeroTopic<Bad>(\"a\");")]
    [InlineData("JERO014", "AddJeroTopic<Base>", "[JsonDerivedType", "services.AddJeroTopic<Base>(\"a\");")]
    public void IsReported(string id, string at, string fix, string statement) => Mistake.AssertOne(id, at, fix,
        $$"""
        using Microsoft.Extensions.DependencyInjection;
        static class Setup
        {
            private const string Name = "ä";
            public static void Add(IServiceCollection services) { {{statement}} }
            private sealed record Hidden(int Id);
        }
        public sealed record Item(int Id);
        public sealed record Bad(Stream Body);
        public abstract record Base(int Id);
        """);

    [Fact]
    public void A_mistake_of_one_topic_leaves_the_others()
    {
        var run = Harness.GeneratorRun.Start(Harness.Compilations.Create(
            """
            using Microsoft.Extensions.DependencyInjection;
            static class Setup
            {
                public static void Add(IServiceCollection services)
                {
                    services.AddJeroTopic<object>("a");
                    services.AddJeroTopic<Item>("b");
                }
            }
            public sealed record Item(int Id);
            """));

        Assert.Single(run.Diagnostics);
        Assert.Contains("JeroTopic.Item.g.cs", run.Files.Keys);
        Harness.GeneratorTest.AssertCompiles(run);
    }
}
