using System.Net.Http.Headers;
using System.Text;

namespace Cookbook.Tests;

/// <summary>The recipe of an import that answers while it reads.</summary>
public sealed class ImportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_hundred_is_told()
    {
        var store = new Store();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<ICustomerStore>(store));

        var lines = await SendAsync(app.Client, string.Concat(Enumerable.Range(1, 250).Select(id => $"{{\"id\":{id},\"name\":\"c{id}\"}}\n")));

        Assert.Equal(["{\"stored\":100,\"fault\":null}", "{\"stored\":200,\"fault\":null}", "{\"stored\":250,\"fault\":null}"], lines);
        Assert.Equal(Enumerable.Range(1, 250), store.Stored.Select(customer => customer.Id));
    }

    [Fact]
    public async Task A_bad_customer_ends_the_import_with_its_number()
    {
        var store = new Store();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton<ICustomerStore>(store));

        var lines = await SendAsync(app.Client, string.Concat(Enumerable.Range(1, 120).Select(id => $"{{\"id\":{id},\"name\":\"c{id}\"}}\n")) + "{\"id\":\"x\"}\n");

        Assert.Equal(2, lines.Length);
        Assert.Contains("Item 121", lines[1], StringComparison.Ordinal);
    }

    private static async Task<string[]> SendAsync(HttpClient client, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using var response = await client.PostAsync("/customers/import", content, Cancellation);
        return (await response.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Store : ICustomerStore
    {
        public List<Customer> Stored { get; } = [];

        public Task StoreAsync(IReadOnlyList<Customer> customers, CancellationToken token)
        {
            Stored.AddRange(customers);
            return Task.CompletedTask;
        }
    }
}
