using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Jero.Client.Tool.Commands;

/// <summary>Prints the items of a stream as they come.</summary>
internal static class TailCommand
{
    private static readonly string[] Types = ["application/x-ndjson", "application/jsonl", "application/json-seq", "text/event-stream", "application/json"];

    /// <returns>0 for a complete stream or enough items; 1 if it was cut or refused; 2 if the arguments are invalid.</returns>
    public static async Task<int> RunAsync(string[] words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (Parse(words) is not var (address, most))
        {
            errors.WriteLine("jero-client : error JEROCLIENT003: 'tail' needs an address of http or https, and '--max' a number from 1. 'jero-client --help' lists the options.");
            return 2;
        }

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Array.ForEach(Types, type => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type)));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await foreach (var line in LinesAsync(response, cancellationToken).WithCancellation(cancellationToken))
            {
                await output.WriteLineAsync(line);
                await output.FlushAsync(cancellationToken);
                if (--most <= 0)
                {
                    break;
                }
            }

            return 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or JsonException or NotSupportedException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static (Uri Address, long Most)? Parse(string[] words)
    {
        var most = long.MaxValue;
        return words is [var text, .. var rest]
            && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && (rest is [] || (rest is ["--max", var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most > 0))
            ? (address, most)
            : null;
    }

    // The answer has already come, and the readers get it for their request. The command shows this one response, so it does not reconnect.
    private static async IAsyncEnumerable<string> LinesAsync(HttpResponseMessage response, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new FirstAnswer(response));
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            var events = client.GetTextEvents(response.RequestMessage!.RequestUri!.AbsoluteUri, new EventStreamOptions { Reconnects = false });
            await foreach (var one in events.WithCancellation(cancellationToken))
            {
                yield return $"{one.Event}\t{one.Id}\t{one.Data.Replace('\n', ' ')}";
            }

            yield break;
        }

        var address = response.RequestMessage!.RequestUri!.AbsoluteUri;
        await foreach (var item in client.GetJsonLinesAsync(address, TailJson.Default.JsonElement, cancellationToken))
        {
            yield return Compact(item);
        }
    }

    private static string Compact(JsonElement item)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            item.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    // Answers the one request with the response that has already come.
    private sealed class FirstAnswer(HttpResponseMessage first) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(first);
    }
}
