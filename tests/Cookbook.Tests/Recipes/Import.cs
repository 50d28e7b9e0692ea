using System.Runtime.CompilerServices;
using Jero;

namespace Cookbook;

public sealed record Customer(int Id, string Name);

/// <summary>How far an import is.</summary>
/// <param name="Stored">How many customers are stored.</param>
/// <param name="Fault">Why it ends here; null while it goes on.</param>
public sealed record ImportProgress(int Stored, string? Fault = null);

public interface ICustomerStore
{
    Task StoreAsync(IReadOnlyList<Customer> customers, CancellationToken token);
}

[Endpoint("/customers/import")]
public sealed partial class ImportEndpoint(ICustomerStore store)
{
    private const int Batch = 100;

    /// <summary>Stores customers as they come and says after each hundred how many there are.</summary>
    /// <param name="customers">One a line.</param>
    public NDJSONStreamingResponse<ImportProgress> Post(IAsyncEnumerable<Customer> customers) => new(ImportAsync(customers));

    private async IAsyncEnumerable<ImportProgress> ImportAsync(
        IAsyncEnumerable<Customer> customers, [EnumeratorCancellation] CancellationToken token = default)
    {
        var stored = 0;
        string? fault = null;
        await using var batches = customers.Chunk(Batch).GetAsyncEnumerator(token);
        while (fault is null)
        {
            try
            {
                if (!await batches.MoveNextAsync()) break;
                await store.StoreAsync(batches.Current, token);
                stored += batches.Current.Length;
            }
            catch (BadItemException bad)
            {
                // The response has begun, so that the fault is the last item of the answer.
                fault = bad.Message;
            }

            yield return new ImportProgress(stored, fault);
        }
    }
}
