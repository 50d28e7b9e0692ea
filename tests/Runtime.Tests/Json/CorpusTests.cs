using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Corpus;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Runtime.Tests.Endpoints;
using Runtime.Tests.Streaming;

namespace Jero.Tests.Json;

/// <summary>Every type of the corpus, streamed and through its metadata, against JsonSerializer by reflection.</summary>
public sealed class CorpusTests(CorpusApp corpus) : IClassFixture<CorpusApp>
{
    public static TheoryData<string> Paths => [.. CorpusApp.Cases.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_stream_is_what_JsonSerializer_writes(string path)
    {
        var item = CorpusApp.Cases[path];
        var expected = item.Items.SelectMany(value => JsonSerializer.SerializeToUtf8Bytes(value, item.ItemType, Oracle.Options).Append((byte)'\n')).ToArray();

        var actual = await corpus.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);

        AssertSame(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_metadata_writes_what_JsonSerializer_writes(string path)
    {
        var item = CorpusApp.Cases[path];
        var typeInfo = corpus.Options.GetTypeInfo(item.ItemType);
        foreach (var value in item.Items)
        {
            AssertSame(JsonSerializer.SerializeToUtf8Bytes(value, item.ItemType, Oracle.Options), JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_metadata_reads_what_JsonSerializer_reads(string path)
    {
        var item = CorpusApp.Cases[path];
        var typeInfo = corpus.Options.GetTypeInfo(item.ItemType);
        foreach (var value in item.Items)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(value, item.ItemType, Oracle.Options);
            object? expected = null;
            object? actual = null;
            var expectedFailure = Record.Exception(() => expected = JsonSerializer.Deserialize(json, item.ItemType, Oracle.Options));
            var failure = Record.Exception(() => actual = JsonSerializer.Deserialize(json, typeInfo));

            Assert.Equal(expectedFailure?.GetType(), failure?.GetType());
            AssertSame(
                JsonSerializer.SerializeToUtf8Bytes(expected, item.ItemType, Oracle.Options),
                JsonSerializer.SerializeToUtf8Bytes(actual, item.ItemType, Oracle.Options));
        }
    }

    [Fact]
    public void There_are_cases_of_at_least_sixty_types() => Assert.True(CorpusApp.Cases.Values.Select(item => item.ItemType).Distinct().Count() >= 60);

    // The text is made only to be read in a failure.
    private static void AssertSame(byte[] expected, byte[] actual)
    {
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
            Assert.Fail("Same text, other bytes.");
        }
    }
}

/// <summary>One app for all cases.</summary>
public sealed class CorpusApp : IAsyncLifetime
{
    private App? _app;

    /// <summary>An instance of each case by its path.</summary>
    public static IReadOnlyDictionary<string, CorpusCase> Cases { get; } = typeof(CorpusCase).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CorpusCase)) && !type.IsAbstract)
        .ToDictionary(type => type.GetCustomAttribute<EndpointAttribute>()!.Path, type => (CorpusCase)Activator.CreateInstance(type)!);

    public HttpClient Client { get; } = new();

    /// <summary>The app's own, without the resolver that falls back to reflection.</summary>
    public JsonSerializerOptions Options { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(
            web =>
            {
                web.MapJero();
                web.MapJeroOpenApi();
            },
            services => services.AddSingleton<Journal>());
        Client.BaseAddress = _app.Address;
        Options = new(_app.Web.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        while (Options.TypeInfoResolverChain.OfType<DefaultJsonTypeInfoResolver>().FirstOrDefault() is { } reflection)
        {
            Options.TypeInfoResolverChain.Remove(reflection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
    }
}
