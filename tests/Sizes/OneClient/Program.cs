using OneClient;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
await foreach (var row in new RowsClient(http).GetRowsAsync())
{
    Console.WriteLine(row.Name);
}
