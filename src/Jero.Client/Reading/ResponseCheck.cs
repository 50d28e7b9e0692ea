using System.Net.Http.Headers;
using System.Text;

namespace Jero.Client.Reading;

/// <summary>Tells a successful answer from a refusal, and keeps the body of a refusal because it says why.</summary>
internal static class ResponseCheck
{
    private const int MostOfBody = 64 * 1024;

    // HttpClient's own timeout only covers the headers.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <exception cref="ApiException">The status is not 2xx.</exception>
    public static async ValueTask EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await DescribeAsync(response, expected: null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="ApiException">The content type is another one.</exception>
    public static async ValueTask EnsureContentTypeAsync(HttpResponseMessage response, string expected, CancellationToken cancellationToken)
    {
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw await DescribeAsync(response, expected, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="ApiException">The content type is not one of items, as for a proxy's sign-in page.</exception>
    public static async ValueTask EnsureItemsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var name = response.Content.Headers.ContentType?.MediaType ?? "";
        if (!name.Contains("json", StringComparison.OrdinalIgnoreCase) && response.StatusCode != System.Net.HttpStatusCode.NoContent)
        {
            throw await DescribeAsync(response, "application/x-ndjson", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="ApiException">The content type is not JSON.</exception>
    public static async ValueTask EnsureJsonAsync(HttpResponseMessage response, string expected, CancellationToken cancellationToken)
    {
        if (!IsJson(response.Content.Headers.ContentType))
        {
            throw await DescribeAsync(response, expected, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="NotSupportedException">The body declares another encoding.</exception>
    public static void EnsureUtf8(HttpContent content)
    {
        if (content.Headers.ContentType?.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"The stream is encoded as '{charset}', but only UTF-8 can be read.");
        }
    }

    private static async Task<ApiException> DescribeAsync(HttpResponseMessage response, string? expected, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var problem = IsJson(response.Content.Headers.ContentType) ? ApiProblem.Parse(body) : null;
        var request = $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}";
        var said = problem?.Detail ?? problem?.Title ?? response.ReasonPhrase;
        var message = expected is null
            ? $"{request} was answered with {(int)response.StatusCode}{(string.IsNullOrEmpty(said) ? "" : $": {said}")}"
            : $"{request} was answered with '{response.Content.Headers.ContentType}' instead of '{expected}'.";
        return new ApiException(message, response.StatusCode, response.Headers, problem, Encoding.UTF8.GetString(body.Span));
    }

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } name && (name.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostOfBody];
        var length = 0;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWait);
        try
        {
            var stream = await content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int count;
                while ((count = await stream.ReadAsync(buffer.AsMemory(length), limit.Token).ConfigureAwait(false)) > 0)
                {
                    length += count;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The status matters. Its explanation was cut, or did not come.
        }

        return buffer.AsMemory(0, length);
    }
}
