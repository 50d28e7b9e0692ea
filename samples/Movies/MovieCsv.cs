using System.Runtime.CompilerServices;
using CsvHelper;

namespace Movies;

/// <summary>The films as CSV: the file that comes with the program, and any films in the same format.</summary>
public static class MovieCsv
{
    private const int BatchSize = 16 * 1024;

    /// <summary>Opens the file of films that is part of the program.</summary>
    public static Stream OpenFile() =>
        typeof(MovieCsv).Assembly.GetManifestResourceStream("movies.csv")
            ?? throw new InvalidOperationException("movies.csv is not embedded.");

    /// <summary>Reads films one by one; the stream is closed at the end.</summary>
    /// <exception cref="CsvFormatException">A row does not fit; the message names the row and the column.</exception>
    public static IEnumerable<Movie> Read(Stream csv)
    {
        // A lenient reader would import a damaged file as films with holes in them.
        using var reader = CsvReader.Create(csv, CsvReaderOptions.For<Movie>() with
        {
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        foreach (var movie in reader.GetRecords<Movie>()) yield return movie;
    }

    /// <summary>Writes a header and the films, in batches of about 16 KiB. Each batch has memory of its own.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> WriteAsync(
        IAsyncEnumerable<Movie> movies, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var batch = new MemoryStream();
        using var writer = CsvWriter.Create(batch, CsvWriterOptions.For<Movie>() with { BufferSize = BatchSize }, leaveOpen: true);
        writer.WriteHeader<Movie>();
        await foreach (var movie in movies.WithCancellation(cancellationToken))
        {
            // The writer empties its own buffer into the stream when that is nearly full.
            writer.WriteRecord(movie);
            if (batch.Length > 0) yield return Take(batch);
        }

        writer.Flush();
        if (batch.Length > 0) yield return Take(batch);
    }

    private static ReadOnlyMemory<byte> Take(MemoryStream batch)
    {
        var bytes = batch.ToArray();
        batch.SetLength(0);
        return bytes;
    }
}
