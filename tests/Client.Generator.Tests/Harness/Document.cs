using Shared;

namespace Client.Generator.Tests.Harness;

/// <summary>Documents that clients are made of.</summary>
internal static class Document
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests/Client.Generator.Tests/Documents");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>A document of one version with some paths and schemas.</summary>
    public static string Of(string paths, string schemas = "", string version = "3.2.0") =>
        $$"""{ "openapi": "{{version}}", "info": { "title": "Shop", "version": "1" }, "paths": { {{paths}} }, "components": { "schemas": { {{schemas}} } } }""";

    /// <summary>A path whose GET is answered with a body.</summary>
    public static string Get(string path, string id, string mediaType, string media, string more = "") =>
        $$"""
        "{{path}}": { "get": { "operationId": "{{id}}", {{more}} "responses": { "200": { "description": "OK", "content": { "{{mediaType}}": { {{media}} } } } } } }
        """;
}
