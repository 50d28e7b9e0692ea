using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
await foreach (var row in http.GetFromJsonAsAsyncEnumerable(new Uri("/rows", UriKind.Relative), RowJson.Default.Row))
{
    Console.WriteLine(row!.Name);
}

internal sealed record Row(long Id, string Name, string? Note, int Year, int Votes, bool IsNew);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Row))]
internal sealed partial class RowJson : JsonSerializerContext;
