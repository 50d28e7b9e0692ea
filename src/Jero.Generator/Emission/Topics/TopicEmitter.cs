using System.Globalization;
using Jero.Generator.Emission.Json;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Topics;

/// <summary>Prints the replacement of <c>AddJeroTopic</c>, so that the items of a topic have a generated writer.</summary>
internal static class TopicEmitter
{
    public static string Print(TopicRegistration registration)
    {
        var topic = registration.Topic;
        var item = topic.Item is JsonNullable { IsValueType: false } ? "Item?" : "Item";
        var source = new SourceWriter();
        source.Write(GeneratedCode.Header($"a topic of {topic.Item.TypeName.Title()}", topic.Suppressed)).Blank();
        source.Open("namespace Jero.Generated");
        source.Write(
            $"""
            using Item = {topic.Item.TypeName.Code()};
            using JeroGen = global::Jero.Generated;
            using Services = global::Microsoft.Extensions.DependencyInjection;

            /// <summary>Registers topics with the writer of their items.</summary>
            {GeneratedCode.Attribute}
            """);
        source.Open("file static class JeroTopics");
        source.Write("/// <summary>Takes the place of <c>AddJeroTopic</c> at the calls that the attributes name.</summary>");
        foreach (var site in registration.Sites)
        {
            var version = site.Version.ToString(CultureInfo.InvariantCulture);
            source.Write($"[global::System.Runtime.CompilerServices.InterceptsLocation({version}, {GeneratedCode.Literal(site.Data)})] // {site.Place}");
        }

        source.Write(
            $"""
            internal static TopicBuilder<{item}> AddJeroTopic(
                this Services::IServiceCollection services, string name, global::System.Action<TopicOptions<{item}>>? configure = null) =>
                GeneratedTopics.AddJeroTopic<{item}, {Writer(topic, item)}>(services, name, configure, {Options(topic)});
            """);
        if (topic.JsonContext?.Code() is { } context)
        {
            source.Blank().Write($"/// <summary>Lets a writer find the metadata of <see cref=\"{context}\"/>.</summary>");
            source.Open("private readonly struct ContextMetadata : IJsonMetadata");
            source.Write($"static global::System.Text.Json.JsonSerializerOptions IJsonMetadata.Options => {context}.Default.Options;").Close();
        }

        return source.Close().Close().Blank().Write(Attribute).ToString();
    }

    // The compiler recognizes the attribute by its name, and each generator declares its own.
    private const string Attribute =
        """
        namespace System.Runtime.CompilerServices
        {
            [global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]
            file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute
            {
                public int Version { get; } = version;

                public string Data { get; } = data;
            }
        }
        """;

    private static string Writer(Topic topic, string item) =>
        topic.JsonContext is null ? JsonWriterPrinter.WriterType(topic.Item, "JeroGen::") : $"MetadataWriter<{item}, ContextMetadata>";

    private static string Options(Topic topic) =>
        topic.JsonContext is { } context ? $"{context.Code()}.Default.Options"
        : JsonTypeInfoPrinter.BodyInfo(topic.Item, handling: null, "JeroGen::") is { } create ? $"JeroJson.Options, static options => {create}"
        : "JeroJson.Options";
}
