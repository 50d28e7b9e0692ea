using System.Data.Common;
using System.Runtime.CompilerServices;
using Jero;

namespace Cookbook;

public sealed record Order(long Id, string Customer, double Total);

[Endpoint("/orders")]
public sealed partial class OrdersEndpoint(DbDataSource database)
{
    /// <summary>Every order, one JSON object a line.</summary>
    public NDJSONStreamingResponse<Order> Get(double least = 0) => new(Cursor(least));

    // A failure up to the `yield return` is still an error response. What was opened is closed when the client has every row, when it
    // leaves, and when a row cannot be read.
    private async IAsyncEnumerable<IAsyncEnumerable<Order>> Cursor(
        double least, [EnumeratorCancellation] CancellationToken token = default)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, customer, total FROM orders WHERE total >= $least ORDER BY id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$least", least);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(token);
        yield return ReadAsync(rows, token);
    }

    private static async IAsyncEnumerable<Order> ReadAsync(
        DbDataReader rows, [EnumeratorCancellation] CancellationToken token = default)
    {
        while (await rows.ReadAsync(token))
        {
            yield return new Order(rows.GetInt64(0), rows.GetString(1), rows.GetDouble(2));
        }
    }
}
