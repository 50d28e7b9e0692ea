using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Knows what the results of ASP.NET Core send.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.httpresults</remarks>
internal static class ResultTypes
{
    /// <summary>The status that a type always has; null if it depends.</summary>
    public static int? StatusOf(string name) => name switch
    {
        "Ok" => 200,
        "Created" or "CreatedAtRoute" => 201,
        "Accepted" or "AcceptedAtRoute" => 202,
        "NoContent" => 204,
        "BadRequest" or "ValidationProblem" => 400,
        "UnauthorizedHttpResult" => 401,
        "NotFound" => 404,
        "Conflict" => 409,
        "UnprocessableEntity" => 422,
        "InternalServerError" => 500,
        _ => null,
    };

    /// <summary>Whether the type argument is a value that is sent as JSON.</summary>
    public static bool HasJsonValue(string name) => StatusOf(name) is not null || name == "JsonHttpResult";

    /// <summary>Whether it is an RFC 9457 problem, or the result that sends one.</summary>
    public static bool IsProblem(ITypeSymbol type) =>
        type.Name is "ProblemDetails" or "HttpValidationProblemDetails" or "ValidationProblemDetails" or "ValidationProblem" or "ProblemHttpResult"
        && type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;
}
