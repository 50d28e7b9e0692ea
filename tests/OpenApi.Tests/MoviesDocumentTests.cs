using System.Diagnostics;
using System.Text;
using Shared;

namespace OpenApi.Tests;

/// <summary>The sample's document, as it is served and as the build writes it.</summary>
public sealed class MoviesDocumentTests(MoviesServer movies, KitchenApp kitchen) : IClassFixture<MoviesServer>, IClassFixture<KitchenApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_valid_to_two_validators()
    {
        var document = await ServedAsync();

        await Validator.LintAsync(document);
        await Validator.ValidateAsync(document);
    }

    [Fact]
    public async Task The_document_of_every_row_is_valid_to_two_validators()
    {
        var document = await kitchen.Client.GetByteArrayAsync(new Uri("/openapi.json", UriKind.Relative), Cancellation);

        await Validator.LintAsync(document);
        await Validator.ValidateAsync(document);
    }

    [Fact]
    public async Task Version_3_1_is_valid_as_well()
    {
        // The linter wants no reference in an extension, and that is where the schema of an item is.
        foreach (var client in new[] { movies.CreateClient(), kitchen.Client })
        {
            await Validator.LintAsync(await client.GetByteArrayAsync(new Uri("/openapi.json?version=3.1", UriKind.Relative), Cancellation), "spec-strict-refs");
        }
    }

    [Theory]
    [InlineData("\"openapi\": \"3.2.0\"", "\"openapi\": \"3.2.0\", \"unknown\": 1")]
    [InlineData("\"required\": true,\n            \"schema\"", "\"schema\"")]
    [InlineData("\"#/components/schemas/Movie\"", "\"#/components/schemas/Nothing\"")]
    public async Task A_broken_document_is_refused_by_one_of_them(string right, string wrong)
    {
        var document = Encoding.UTF8.GetString(await ServedAsync());
        Assert.Contains(right, document, StringComparison.Ordinal);
        var broken = Encoding.UTF8.GetBytes(document.Replace(right, wrong, StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () =>
        {
            await Validator.LintAsync(broken);
            await Validator.ValidateAsync(broken);
        });
    }

    [Fact]
    public async Task The_build_has_written_the_bytes_that_are_served()
    {
        var folder = Path.Combine(Repository.Root, "samples", "Movies", "bin", Configuration, "net10.0");

        Assert.Equal(await ServedAsync(), await File.ReadAllBytesAsync(Path.Combine(folder, "Movies.json"), Cancellation));
    }

    [Fact]
    public async Task Another_build_writes_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("jero-").FullName;
        try
        {
            await BuildAsync(folder);

            Assert.Equal(await ServedAsync(), await File.ReadAllBytesAsync(Path.Combine(folder, "Movies.json"), Cancellation));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private Task<byte[]> ServedAsync() => movies.CreateClient().GetByteArrayAsync(new Uri("/openapi.json", UriKind.Relative), Cancellation);

    // Compiles anew, and lets the tool write the document into a folder of its own.
    private static async Task BuildAsync(string folder)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet",
        [
            "build", Path.Combine(Repository.Root, "samples", "Movies"), "--no-restore", "--no-dependencies", "--no-incremental", "--nologo",
            "-c", Configuration, $"-p:OpenApiDocumentsDirectory={folder}",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync(Cancellation);
        await build.WaitForExitAsync(Cancellation);
        Assert.True(build.ExitCode == 0, output);
    }
}
