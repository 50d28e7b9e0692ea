using System.ClientModel;
using System.Globalization;
using System.Net.Http.Headers;
using Jero;

namespace Assistant.Models.Upstream;

/// <summary>The server of the model has failed: 502, 503 or 504 to the client, whose own fault it never is.</summary>
public sealed class UpstreamException : ProblemException
{
    private UpstreamException(int status, string message, string? retryAfter = null)
        : base(status, message) => RetryAfter = retryAfter;

    /// <summary>When to come again, as a value of <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
    public string? RetryAfter { get; }

    /// <summary>The server kept us waiting for too long.</summary>
    internal static UpstreamException TimedOut(TimeSpan timeout) => new(
        StatusCodes.Status504GatewayTimeout,
        string.Create(CultureInfo.InvariantCulture, $"The model's server sent nothing for {timeout.TotalSeconds} s."));

    /// <summary>The answer ended before the model said why.</summary>
    internal static UpstreamException EndedEarly() =>
        new(StatusCodes.Status502BadGateway, "The model's server ended the answer too early.");

    /// <summary>What a failure of the client library means. Its own text may name the key or the address, and stays here.</summary>
    internal static UpstreamException From(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } refusal => FromStatus(refusal),
        ClientResultException or HttpRequestException or IOException =>
            new(StatusCodes.Status502BadGateway, "The connection to the model's server failed."),
        _ => new(StatusCodes.Status502BadGateway, "The model's server sent what cannot be read."),
    };

    private static UpstreamException FromStatus(ClientResultException refusal) => refusal.Status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden =>
            new(StatusCodes.Status502BadGateway, "The model's server refused the key of this server."),
        StatusCodes.Status429TooManyRequests =>
            new(StatusCodes.Status503ServiceUnavailable, "The model's server takes no more questions for now.", FindRetryAfter(refusal)),
        StatusCodes.Status503ServiceUnavailable =>
            new(StatusCodes.Status503ServiceUnavailable, "The model's server is not available.", FindRetryAfter(refusal)),
        StatusCodes.Status408RequestTimeout or StatusCodes.Status504GatewayTimeout =>
            new(StatusCodes.Status504GatewayTimeout, "The model did not answer in time."),
        var status => new(
            StatusCodes.Status502BadGateway,
            string.Create(CultureInfo.InvariantCulture, $"The model's server answered with status {status}.")),
    };

    private static string? FindRetryAfter(ClientResultException refusal) =>
        refusal.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true
        && RetryConditionHeaderValue.TryParse(value, out var condition)
            ? condition.ToString()
            : null;
}
