using System.Text.Json.Nodes;

namespace Jero.OpenApi;

/// <summary>Adds responses that depend on how the app is configured.</summary>
internal static class OperationResponses
{
    /// <summary>Adds a response in the order of its status, unless the operation describes that status itself.</summary>
    public static void Add(JsonObject operation, string status, JsonObject response)
    {
        var responses = operation["responses"]!.AsObject();
        if (responses.ContainsKey(status))
        {
            return;
        }

        var index = responses.TakeWhile(known => string.CompareOrdinal(known.Key, status) < 0).Count();
        responses.Insert(index, status, response);
    }

    /// <summary>
    /// Adds how any handler may fail: without a body, or with a problem if the app has ASP.NET Core's service for problems.
    /// </summary>
    public static void AddServerError(JsonObject operation, bool isProblem) => Add(operation, "500", isProblem
        ? new JsonObject { ["$ref"] = ProblemComponents.Reference, ["description"] = "The server failed." }
        : new JsonObject { ["description"] = "The server failed." });
}
