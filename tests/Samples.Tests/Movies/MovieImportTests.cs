using Movies;

namespace Samples.Tests.Movies;

public sealed class MovieImportTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_first_start_imports_every_film_of_the_file()
    {
        await _database.Import.StartAsync(Cancellation);

        var films = await _database.Store.ReadAsync(cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(3200, films.Count);
        Assert.Equal(TemporaryDatabase.ReadFile(), films);
    }

    [Fact]
    public async Task The_second_start_imports_nothing()
    {
        Assert.True(await _database.Import.RunAsync(TemporaryDatabase.ReadFile(), Cancellation));
        Assert.False(await _database.Import.RunAsync(NeverRead(), Cancellation));

        Assert.Equal(3200, await _database.Store.ReadAsync(cancellationToken: Cancellation).CountAsync(Cancellation));

        static IEnumerable<Movie> NeverRead()
        {
            Assert.Fail("The films were read again.");
            yield break;
        }
    }

    [Fact]
    public async Task A_start_with_another_file_imports_anew()
    {
        await _database.Import.StartAsync(Cancellation);
        await _database.ExecuteAsync("PRAGMA user_version = 12; DELETE FROM movie WHERE id > 7; ALTER TABLE movie DROP COLUMN director");

        Assert.True(await _database.Import.RunAsync(TemporaryDatabase.ReadFile(), Cancellation));
        Assert.Equal(3200, await _database.Store.ReadAsync(cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task An_import_that_fails_leaves_nothing_behind_and_the_next_start_makes_up_for_it()
    {
        await Assert.ThrowsAsync<IOException>(() => _database.Import.RunAsync(FailAfter(1000), Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => _database.Store.FindAsync(1, Cancellation));

        await _database.Import.StartAsync(Cancellation);
        Assert.Equal(3200, await _database.Store.ReadAsync(cancellationToken: Cancellation).CountAsync(Cancellation));

        static IEnumerable<Movie> FailAfter(int count)
        {
            foreach (var movie in TemporaryDatabase.ReadFile().Take(count)) yield return movie;
            throw new IOException("The disk has gone.");
        }
    }

    [Fact]
    public async Task A_database_as_a_killed_import_leaves_it_is_imported_anew()
    {
        using var killed = new TemporaryDatabase();

        // More than SQLite keeps in memory, so that unfinished work is on the disk when it is copied in the middle of the transaction.
        await _database.Import.RunAsync(CopyAtTheEnd(40), Cancellation);
        Assert.True(new FileInfo(killed.File + "-wal").Length > 1_000_000);

        Assert.True(await killed.Import.RunAsync(TemporaryDatabase.ReadFile(), Cancellation));
        Assert.Equal(3200, await killed.Store.ReadAsync(cancellationToken: Cancellation).CountAsync(Cancellation));

        IEnumerable<Movie> CopyAtTheEnd(int repeats)
        {
            var films = TemporaryDatabase.ReadFile();
            for (var i = 0; i < repeats; i++)
                foreach (var movie in films) yield return movie with { Id = movie.Id + i * films.Count };
            _database.CopyTo(killed);
        }
    }

    [Fact]
    public async Task Of_several_starts_at_once_one_imports_and_the_others_wait_for_it()
    {
        var starts = Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => _database.Import.RunAsync(TemporaryDatabase.ReadFile(), Cancellation)));

        var imported = await Task.WhenAll(starts);

        Assert.Single(imported, true);
        Assert.Equal(3200, await _database.Store.ReadAsync(cancellationToken: Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_start_in_the_middle_of_another_import_waits_and_finds_the_work_done()
    {
        var second = Task.FromResult(true);

        Assert.True(await _database.Import.RunAsync(WithAnotherStartInTheMiddle(), Cancellation));

        Assert.False(await second);
        Assert.Equal(3200, await _database.Store.ReadAsync(cancellationToken: Cancellation).CountAsync(Cancellation));

        IEnumerable<Movie> WithAnotherStartInTheMiddle()
        {
            foreach (var movie in TemporaryDatabase.ReadFile())
            {
                if (movie.Id == 100)
                {
                    second = Task.Run(() => _database.Import.RunAsync(TemporaryDatabase.ReadFile(), Cancellation));
                    // Time for the other to look at the database too early; were it too short, only a mistake would go unseen.
                    SpinWait.SpinUntil(() => second.IsCompleted, TimeSpan.FromSeconds(0.5));
                }

                yield return movie;
            }
        }
    }
}
