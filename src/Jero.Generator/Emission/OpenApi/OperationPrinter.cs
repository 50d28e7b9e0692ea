using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>Prints a handler as an OpenAPI 3.2 Operation Object.</summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html#operation-object</remarks>
internal static class OperationPrinter
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

        RequestPrinter.Print(json, handler);
        ResponsesPrinter.Print(json, handler);
        return json.EndObject().ToString();
    }
}
