using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>Prints a handler as an OpenAPI 3.2 Operation Object.</summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html#operation-object</remarks>
internal static class OpenApiOperationPrinter
{
    public static string Print(Handler handler)
    {
        var json = new JsonTextWriter().StartObject();
        json.String("operationId", handler.Operation.Id);
        if (handler.Operation.Summary is { } summary)
        {
            json.String("summary", summary);
        }

        if (handler.Operation.Description is { } description)
        {
            json.String("description", description);
        }

        OpenApiRequestPrinter.Print(json, handler);
        OpenApiResponsesPrinter.Print(json, handler);
        return json.EndObject().ToString();
    }
}
