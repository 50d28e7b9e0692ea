using System.Globalization;

namespace Assistant.Models.Upstream;

/// <summary>Where the model is and how to ask it.</summary>
/// <param name="Key">What the server knows us by.</param>
/// <param name="BaseUrl">Where its API begins, such as <c>https://api.openai.com/v1</c>.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="Timeout">The longest to wait for the first piece of an answer, and for each next one.</param>
public sealed record UpstreamSettings(string Key, Uri BaseUrl, string Model, TimeSpan Timeout)
{
    /// <summary>The settings, or null where there is no key.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be read.</exception>
    public static UpstreamSettings? Find(IConfiguration configuration)
    {
        if (configuration["OPENAI_API_KEY"] is not { Length: > 0 } key) return null;
        return new(
            key,
            FindBaseUrl(Find(configuration, "OPENAI_BASE_URL", "https://api.openai.com/v1")),
            Find(configuration, "OPENAI_MODEL", "gpt-4o-mini"),
            FindTimeout(Find(configuration, "OPENAI_TIMEOUT", "00:00:30")));
    }

    private static string Find(IConfiguration configuration, string name, string otherwise) =>
        configuration[name] is { Length: > 0 } value ? value : otherwise;

    private static Uri FindBaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException($"OPENAI_BASE_URL is '{text}', which is no http or https address.");

    private static TimeSpan FindTimeout(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero && timeout < TimeSpan.FromDays(1)
            ? timeout
            : throw new InvalidOperationException($"OPENAI_TIMEOUT is '{text}', which is no time such as 00:00:30.");
}
