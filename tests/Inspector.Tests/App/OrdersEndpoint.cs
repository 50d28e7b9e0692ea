namespace Inspector.Tests.App;

[Endpoint("/orders")]
public sealed partial class OrdersEndpoint
{
    /// <summary>Takes an order.</summary>
    /// <param name="order">The order.</param>
    public JSONResponse<Row> Post(Order order) => new(new Row(order.Count, order.Product));

    /// <summary>Takes rows as they come.</summary>
    /// <param name="rows">The rows.</param>
    public async Task<JSONResponse<int>> PutAsync(IAsyncEnumerable<Row> rows) => new(await rows.CountAsync());
}
