using Client.Generator.Tests.Harness;

namespace Client.Generator.Tests;

/// <summary>What each thing of a document becomes in C#; everything compiles.</summary>
public sealed class FeatureTests
{
    private const string Movie = """
        "Movie": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer", "format": "int32" } } }
        """;

    [Fact]
    public void Names_that_are_keywords_or_taken()
    {
        var generated = Generated.From(Document.Of(
            """
            "/class/{for}": { "get": {
              "operationId": "new", "summary": "A </summary> & more,\nin two lines.",
              "parameters": [
                { "name": "for", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "class", "in": "query", "schema": { "type": "string" } },
                { "name": "cancellationToken", "in": "query", "schema": { "type": "boolean" } },
                { "name": "page-size", "in": "query", "schema": { "type": "integer" } },
                { "name": "page_size", "in": "header", "schema": { "type": "integer" } },
                { "name": "\"odd\\", "in": "query", "schema": { "type": "string" } }
              ],
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Task" } } } } } } }
            """,
            """
            "Task": { "type": "object", "required": ["id", "ID", "task", "equals", "1st", "options"], "properties": {
              "id": { "type": "string" }, "ID": { "type": "string" }, "task": { "$ref": "#/components/schemas/Task" }, "equals": { "type": "boolean" },
              "1st": { "type": "integer", "format": "int32" }, "options": { "$ref": "#/components/schemas/options" }, "stream": { "$ref": "#/components/schemas/Stream" } } },
            "options": { "type": "string", "enum": ["+1", "-1", "", "new", "NEW", "größe"] },
            "Stream": { "type": "object", "properties": { "Stream": { "type": "array", "items": { "$ref": "#/components/schemas/Stream" } } } }
            """));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
    }

    [Fact]
    public void Every_format()
    {
        var generated = Generated.From(Document.Of(
            Document.Get("/all", "getAll", "application/json", """ "schema": { "$ref": "#/components/schemas/All" }"""),
            """
            "All": { "type": "object", "required": ["boolean", "nothing"], "properties": {
              "boolean": { "type": "boolean" }, "nothing": {}, "int8": { "type": "integer", "format": "int8" }, "uint8": { "type": "integer", "format": "uint8" },
              "int16": { "type": "integer", "format": "int16" }, "uint16": { "type": "integer", "format": "uint16" }, "int32": { "type": "integer", "format": "int32" },
              "uint32": { "type": "integer", "format": "uint32" }, "int64": { "type": "integer", "format": "int64" }, "uint64": { "type": "integer", "format": "uint64" },
              "integer": { "type": "integer" }, "float": { "type": "number", "format": "float" }, "double": { "type": "number", "format": "double" },
              "decimal": { "type": "number", "format": "decimal" }, "number": { "type": "number" }, "date": { "type": "string", "format": "date" },
              "dateTime": { "type": "string", "format": "date-time" }, "time": { "type": "string", "format": "time-local" }, "uuid": { "type": "string", "format": "uuid" },
              "uri": { "type": "string", "format": "uri-reference" }, "duration": { "type": ["string", "null"], "format": "duration" },
              "clock": { "type": "string", "pattern": "^-?(\\d+\\.)?\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?$" }, "bytes": { "type": "string", "contentEncoding": "base64" },
              "byte": { "type": "string", "format": "byte" }, "email": { "type": "string", "format": "email" },
              "durations": { "type": "array", "items": { "type": "string", "format": "duration" } },
              "map": { "type": "object", "additionalProperties": { "type": ["integer", "null"], "format": "int32" } }, "object": { "type": "object" },
              "lists": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } }, "level": { "type": "integer", "enum": [1, 2] } },
              "additionalProperties": { "type": "string" } }
            """));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
    }

    [Fact]
    public void Objects_of_several_parts_and_unions_of_each_kind()
    {
        var generated = Generated.From(Document.Of(
            Document.Get("/all", "getAll", "application/json", """ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } }""") + ","
                + Document.Get("/figures", "getFigures", "application/x-ndjson", """ "itemSchema": { "$ref": "#/components/schemas/Figure" }""") + ","
                + Document.Get("/circle", "getCircle", "application/json", """ "schema": { "$ref": "#/components/schemas/Circle" }""") + ","
                + Document.Get("/numbers", "getNumbers", "application/json", """ "schema": { "oneOf": [ { "$ref": "#/components/schemas/One" }, { "type": "null" }, { "$ref": "#/components/schemas/Two" } ] }""") + ","
                + Document.Get("/either", "getEither", "application/json", """ "schema": { "anyOf": [ { "type": "integer" }, { "$ref": "#/components/schemas/Circle" } ] }"""),
            """
            "Pet": { "type": "object", "description": "Any pet.", "required": ["petType", "name"], "discriminator": { "propertyName": "petType", "mapping": { "cat": "#/components/schemas/Cat" } },
              "properties": { "petType": { "type": "string" }, "name": { "type": "string" } } },
            "Cat": { "allOf": [ { "$ref": "#/components/schemas/Pet" }, { "type": "object", "required": ["lives"], "properties": { "lives": { "type": "integer", "format": "int32" } } } ] },
            "Dog": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ], "properties": { "friend": { "allOf": [ { "$ref": "#/components/schemas/Pet" } ] } } },
            "Figure": { "oneOf": [ { "$ref": "#/components/schemas/Circle" }, { "$ref": "#/components/schemas/Square" } ] },
            "Circle": { "type": "object", "required": ["kind", "radius"], "properties": { "kind": { "const": "circle" }, "radius": { "type": "number" } } },
            "Square": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["square"] } } },
            "One": { "type": "object", "required": ["$type", "value"], "properties": { "$type": { "type": "integer", "const": 1 }, "value": { "type": "string" } } },
            "Two": { "type": "object", "required": ["$type"], "properties": { "$type": { "type": "integer", "const": 2 } } }
            """));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
        var finding = Assert.Single(generated.Findings);
        Assert.Equal("#/paths/~1either/get/responses/200/content/application~1json/schema", finding.Pointer);
    }

    [Fact]
    public void Parameters_of_each_place_and_style()
    {
        var generated = Generated.From(Document.Of(
            """
            "/shops/{shop}/{ids}": {
              "parameters": [ { "name": "shop", "in": "path", "required": true, "schema": { "$ref": "#/components/schemas/Kind" } }, { "name": "q", "in": "query", "schema": { "type": "integer" } } ],
              "get": { "operationId": "find", "deprecated": true, "parameters": [
                { "name": "ids", "in": "path", "required": true, "schema": { "type": "array", "items": { "type": "string", "format": "uuid" } } },
                { "name": "q", "in": "query", "required": true, "schema": { "type": "string" } },
                { "name": "kinds", "in": "query", "deprecated": true, "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Kind" } } },
                { "name": "days", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string", "format": "date" } } },
                { "name": "pipes", "in": "query", "style": "pipeDelimited", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
                { "name": "after", "in": "query", "schema": { "type": "string", "format": "duration" } },
                { "name": "X-Trace", "in": "header", "schema": { "type": ["string", "null"], "format": "uuid" } },
                { "name": "Accept", "in": "header", "schema": { "type": "string" } },
                { "name": "session", "in": "cookie", "required": true, "schema": { "type": "string" } },
                { "name": "filter", "in": "query", "style": "deepObject", "schema": { "type": "object", "properties": { "a": { "type": "string" } } } }
              ], "responses": { "204": { "description": "Nothing." } } } }
            """,
            """ "Kind": { "type": "string", "enum": ["a", "b"] }"""));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
        Assert.Equal(["#/paths/~1shops~1{shop}~1{ids}/get/parameters/8", "#/paths/~1shops~1{shop}~1{ids}/get/parameters/9"], generated.Findings.Select(static finding => finding.Pointer));
    }

    [Fact]
    public void Bodies_of_each_form()
    {
        static string Post(string path, string id, string content, string required = "true") =>
            $$""" "{{path}}": { "post": { "operationId": "{{id}}", "requestBody": { "required": {{required}}, "content": { {{content}} } }, "responses": { "204": { "description": "OK" } } } }""";
        var generated = Generated.From(Document.Of(
            string.Join(
                ",",
                Post("/json", "json", """ "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } }"""),
                Post("/optional", "optional", """ "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } }""", "false"),
                Post("/nullable", "nullable", """ "application/json": { "schema": { "oneOf": [ { "type": "null" }, { "$ref": "#/components/schemas/Movie" } ] } }"""),
                Post("/number", "number", """ "application/json": { "schema": { "type": "integer", "format": "int32" } }""", "false"),
                Post("/inline", "inline", """ "application/merge-patch+json": { "schema": { "type": "object", "properties": { "title": { "type": "string" } } } }"""),
                Post("/lines", "import", """ "application/json": { "schema": { "type": "array", "items": {} } }, "application/x-ndjson": { "itemSchema": { "$ref": "#/components/schemas/Movie" } }"""),
                Post("/text", "text", """ "text/plain": { "schema": { "type": "string" } }"""),
                Post("/bytes", "bytes", """ "image/png": {}""", "false"),
                Post("/form", "form", """ "application/x-www-form-urlencoded": { "schema": { "type": "object", "required": ["b"], "properties": { "a": { "type": "array", "items": { "type": "integer" } }, "b": { "type": "boolean" } } } }"""),
                Post("/files", "files", """ "multipart/form-data": { "schema": { "type": "object", "required": ["file"], "properties": { "file": { "type": "string", "format": "binary" }, "more": { "type": "array", "items": { "type": "string", "format": "binary" } }, "title": { "type": "string" } } } }""")),
            Movie));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
        Assert.Empty(generated.Findings);
    }

    [Fact]
    public void Answers_of_each_form()
    {
        var generated = Generated.From(Document.Of(
            string.Join(
                ",",
                Document.Get("/sequence", "getSequence", "application/json-seq", """ "itemSchema": { "$ref": "#/components/schemas/Movie" }"""),
                Document.Get("/array", "getArray", "application/json", """ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Movie" } }"""),
                Document.Get("/text", "getTextAsync", "text/plain", """ "schema": { "type": "string" }"""),
                Document.Get("/pdf", "getPdf", "application/pdf", ""),
                """ "/maybe": { "get": { "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } } } }, "204": { "description": "None." } } } }""",
                """ "/maybe/{id}": { "get": { "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } } ], "responses": { "default": { "description": "OK", "content": { "application/json": { "schema": { "type": "boolean" } } } } } } }""",
                """
                "/chat": { "post": { "operationId": "chat", "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } } } },
                  "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } },
                  "text/event-stream": { "itemSchema": { "type": "object", "properties": { "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "type": ["string", "null"] } } } } } } } } } }
                """),
            Movie));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
    }

    [Fact]
    public void Streams_of_OpenAPI_3_1()
    {
        var generated = Generated.From(Document.Of(
            Document.Get("/movies", "getMovies", "application/x-ndjson", """ "x-itemSchema": { "$ref": "#/components/schemas/Movie" }""") + ","
                + Document.Get("/feed", "getFeed", "text/event-stream", """ "x-itemSchema": { "type": "object", "properties": { "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "$ref": "#/components/schemas/Movie" } } } }"""),
            Movie,
            "3.1.1"));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
        Assert.Empty(generated.Findings);
    }

    [Fact]
    public void Null_and_references_of_OpenAPI_3_0()
    {
        var generated = Generated.From(Document.Of(
            Document.Get("/movies", "find movies", "application/json", """ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Film" } }"""),
            """
            "Film": { "allOf": [ { "$ref": "#/components/schemas/NewFilm" }, { "type": "object", "required": ["id", "owner"], "properties": {
              "id": { "type": "integer", "format": "int64" }, "note": { "type": "string", "nullable": true }, "owner": { "nullable": true, "allOf": [ { "$ref": "#/components/schemas/NewFilm" } ] },
              "level": { "type": "string", "nullable": true, "enum": ["low", "high", null] } } } ] },
            "NewFilm": { "type": "object", "required": ["title"], "properties": { "title": { "type": "string" } } }
            """,
            "3.0.4"));

        Compiled.From(generated.Code);
        Snapshot.Match(generated.Code, "cs");
        Assert.Empty(generated.Findings);
    }

    [Fact]
    public void Types_that_are_there_already()
    {
        var generated = Generated.From(
            Document.Of(
                Document.Get("/movies", "getMovies", "application/x-ndjson", """ "itemSchema": { "$ref": "#/components/schemas/Movie" }""") + ","
                    + Document.Get("/pages", "getPages", "application/json", """ "schema": { "$ref": "#/components/schemas/Page" }"""),
                Movie + """, "Page": { "type": "object", "required": ["items"], "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Movie" } } } }"""),
            "--types",
            "Movie=Contracts.Movie",
            "--namespace",
            "My.Shop",
            "--class",
            "Films");

        Compiled.From(generated.Code, "#pragma warning disable CS1591\nnamespace Contracts; public sealed record Movie(int Id);");
        Snapshot.Match(generated.Code, "cs");
    }

    [Fact]
    public void A_query_is_a_method_of_its_own()
    {
        var generated = Generated.From(Document.Of(
            """
            "/search": { "query": { "operationId": "search", "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } } } },
              "responses": { "200": { "description": "OK", "content": { "text/event-stream": { "itemSchema": { "type": "object", "properties": { "data": { "$ref": "#/components/schemas/Movie" } } } } } } } } }
            """,
            Movie));

        Compiled.From(generated.Code);
        Assert.Contains("""new ApiRequest("QUERY", "/search")""", generated.Code, StringComparison.Ordinal);
    }
}
