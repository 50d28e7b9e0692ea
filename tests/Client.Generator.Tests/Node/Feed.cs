using Client.Generator.Tests.Harness;

namespace Client.Generator.Tests.Node;

/// <summary>The document whose client the scripts of this folder use.</summary>
internal static class Feed
{
    public static string Json { get; } = Document.Of(
        string.Join(
            ",",
            Document.Get("/text", "getText", "text/event-stream", """ "itemSchema": { "type": "object", "properties": { "data": { "type": "string" } } }"""),
            Document.Get(
                "/items",
                "getItems",
                "application/x-ndjson",
                """ "itemSchema": {}""",
                """ "parameters": [ { "name": "kind", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } } ],"""),
            """
            "/events": { "get": { "operationId": "getEvents", "responses": { "200": { "description": "OK", "content": { "text/event-stream": { "itemSchema": { "oneOf": [
              { "type": "object", "properties": { "event": { "const": "added" }, "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "$ref": "#/components/schemas/Movie" } } } },
              { "type": "object", "properties": { "event": { "const": "note" }, "data": { "type": "string" } } } ] } } } } } } },
            "/feed": { "get": { "operationId": "getFeed", "responses": { "200": { "description": "OK", "content": { "text/event-stream": { "itemSchema": { "oneOf": [
              { "type": "object", "properties": { "event": { "const": "welcome" }, "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "$ref": "#/components/schemas/Movie" } } } },
              { "type": "object", "properties": { "event": { "type": "string", "not": { "enum": ["welcome"] } }, "data": { "type": "string", "contentMediaType": "application/json", "contentSchema": { "type": "integer" } } } } ] } } } } } } },
            "/movies/{id}": { "get": { "operationId": "getMovie", "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } } ],
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } } } } } } },
            "/import": { "post": { "operationId": "postImport", "requestBody": { "required": true, "content": { "application/x-ndjson": { "itemSchema": { "$ref": "#/components/schemas/Movie" } } } },
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "type": "integer" } } } } } } },
            "/chat": { "post": { "operationId": "postChat", "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Movie" } } } },
              "responses": { "200": { "description": "OK", "content": { "text/event-stream": { "itemSchema": { "type": "object", "properties": { "data": { "type": "string" } } } } } } } } }
            """),
        """ "Movie": { "type": "object", "required": ["id", "title"], "properties": { "id": { "type": "integer" }, "title": { "type": "string" } } }""");
}
