using System.Diagnostics;

namespace Topics.Load.Server;

/// <summary>What all sides send: some 150 bytes of JSON, or 4 KiB with an invoice in it.</summary>
/// <param name="Number">Counts up, so that a client can tell that none is missing.</param>
/// <param name="At">When it was published, by the clock that all processes share.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">What.</param>
/// <param name="Invoice">Only in large ones.</param>
public sealed record Notice(int Number, long At, string Author, string Text, Invoice? Invoice = null)
{
    private const string Words = "The lift on the third floor is out of order until noon.";

    private static readonly Invoice Large = new(
        "2026-11-0042",
        new("Lovelace and Sons", "12 St James's Square", "London"),
        [.. Enumerable.Range(1, 28).Select(static i => new InvoiceLine(i, $"Brass gear wheel of {i} teeth, polished", i * 3, 12.5 + i, new("A", i, i % 2 == 0)))]);

    public static Notice Make(int number, bool isLarge) => new(number, Stopwatch.GetTimestamp(), "ada", Words, isLarge ? Large : null);
}

public sealed record Invoice(string Number, Party Buyer, IReadOnlyList<InvoiceLine> Lines);

public sealed record Party(string Name, string Street, string City);

public sealed record InvoiceLine(int Position, string Text, int Count, double Price, Shelf Shelf);

public sealed record Shelf(string Hall, int Row, bool IsUpper);
