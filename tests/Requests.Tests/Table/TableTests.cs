using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Requests.Tests.Table;

/// <summary>Every row of <see cref="Rows"/> against Jero and against the equivalent minimal API, in one app on a real Kestrel.</summary>
public sealed class TableTests(TableApp app) : IClassFixture<TableApp>
{
    public static TheoryData<int, string> Table
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Rows.All.Length; i++)
            {
                var body = Rows.All[i].Body ?? "";
                data.Add(i, $"{Rows.All[i].Method} {Rows.All[i].Path} {string.Join(' ', Rows.All[i].Headers)} {(body.Length > 40 ? body[..40] : body)}");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_request_is_answered_as_the_table_says(int index, string title)
    {
        var row = Rows.All[index];
        var answer = await app.SendAsync(row, row.Path);

        Assert.True(row.Status == (int)answer.Status, $"{title}: {(int)answer.Status} {answer.Text} {app.Log.Errors.LastOrDefault()?.Exception?.Message}");
        Assert.Equal(row.Errors, string.Join(',', answer.Errors.Order(StringComparer.Ordinal)));
        Assert.Equal(row.Echo is not null, answer.HasRun || row.Echo == "" && answer.HasRun);
        if (!string.IsNullOrEmpty(row.Echo))
        {
            Assert.Equal(row.Echo, answer.Echo);
        }

        if (row.Errors.Length > 0)
        {
            Assert.Equal("application/problem+json", answer.ContentType);
            Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Requests.Tests", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task The_minimal_api_answers_the_same_or_the_table_says_why_not(int index, string title)
    {
        var row = Rows.All[index];
        if (row.Path.StartsWith("/nowhere", StringComparison.Ordinal))
        {
            return;
        }

        var answer = await app.SendAsync(row, "/minimal" + row.Path);

        Assert.True((row.Minimal ?? row.Status) == (int)answer.Status, $"{title}: {(int)answer.Status} {answer.Text} {app.Log.Errors.LastOrDefault()?.Exception?.Message}");
        Assert.Equal((row.Minimal ?? (object?)row.MinimalEcho) is not null, row.Because is not null);
        if (answer.Status == HttpStatusCode.OK)
        {
            Assert.Equal(row.MinimalEcho ?? row.Echo, answer.Echo);
        }
    }

    [Fact]
    public void The_table_is_long_enough() => Assert.InRange(Rows.All.Length, 80, 250);
}

/// <summary>The app that both sides live in.</summary>
public sealed class TableApp : IAsyncLifetime
{
    private App _app = null!;
    private HttpClient _client = null!;

    internal LogLines Log => _app.Log;

    internal Uri Address => _app.Address;

    internal HttpClient Client => _client;

    internal IEnumerable<RouteEndpoint> Endpoints => _app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(
            web =>
            {
                web.MapJero().DisableAntiforgery();
                MinimalTwin.Map(web.MapGroup("/minimal"));
            },
            static services => services
                .AddHttpContextAccessor()
                .AddSingleton(new Counter("plain"))
                .AddKeyedSingleton("a", new Counter("keyed")));
        _client = new HttpClient { BaseAddress = _app.Address };
    }

    internal async Task<Answer> SendAsync(Row row, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), path);
        if (row.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(row.Body));
            request.Content.Headers.ContentType = row.ContentType is null ? null : MediaTypeHeaderValue.Parse(row.ContentType);
        }

        foreach (var header in row.Headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}

internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Text, bool HasRun)
{
    public IEnumerable<string> Errors
    {
        get
        {
            if (ContentType != "application/problem+json")
            {
                return [];
            }

            using var problem = JsonDocument.Parse(Text);
            return problem.RootElement.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(static error => error.Name)] : [];
        }
    }

    public string? Echo => ContentType == "application/json" ? JsonSerializer.Deserialize<string>(Text) : Text;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Contains(Requests.Tests.Echo.Ran));
}
