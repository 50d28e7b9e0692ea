using System.IO.Compression;

namespace Package.Tests;

/// <summary>The JeroClient item, as a project has it that refers to the package and to nothing else.</summary>
public sealed class ClientTests(ShopBuild shop, Feed feed) : IClassFixture<ShopBuild>
{
    [Fact]
    public void The_first_build_makes_a_client_that_works()
    {
        Assert.Equal(["A 1998", "B"], shop.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains("namespace Shop;", shop.Clients["obj/Debug/net10.0/JeroClient/filmsFilmsClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_language_has_its_files()
    {
        Assert.Contains("export function createFilms(", shop.Clients["web/films.ts"], StringComparison.Ordinal);
        Assert.Contains("export function createFilms(", shop.Clients["site/films.js"], StringComparison.Ordinal);
        Assert.Contains("createFilms(", shop.Clients["site/films.d.ts"], StringComparison.Ordinal);
        Assert.Contains("interface Film", shop.Clients["site/films.d.ts"], StringComparison.Ordinal);
        Assert.DoesNotContain("interface Film", shop.Clients["site/films.js"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_build_writes_nothing() => Assert.Equal(shop.Written.First, shop.Written.Second);

    [Fact]
    public void An_editor_that_builds_nothing_gets_the_client()
    {
        Assert.Contains("JeroClient/filmsFilmsClient.g.cs", shop.Asked, StringComparison.Ordinal);
        Assert.True(File.Exists(shop.PathOf("obj/Debug/net10.0/JeroClient/filmsFilmsClient.g.cs")));
    }

    [Fact]
    public void A_mistake_of_the_document_has_its_file_and_its_place()
    {
        Assert.NotEqual(0, shop.Mistaken.ExitCode);
        Assert.Contains(
            $"{shop.PathOf("films.json")} : error JEROCLIENT002: #/paths/~1films/get/responses/200/content/application~1x-ndjson/itemSchema: ",
            shop.Mistaken.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_makes_what_the_item_makes() => Assert.Equal((0, ""), (shop.Checked.ExitCode, shop.Checked.Output.Trim()));

    [Fact]
    public void The_package_brings_the_generator_and_no_reference_to_it()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"Jero.Client.{feed.Version}.nupkg"));
        string[] expected =
        [
            "LICENSE", "README.md", "build/net10.0/Jero.Client.targets", "lib/net10.0/Jero.Client.dll", "lib/net10.0/Jero.Client.xml", "tools/net10.0/Jero.Client.Tool.dll",
            "tools/net10.0/Jero.Client.Tool.runtimeconfig.json", "tools/net10.0/Microsoft.OpenApi.dll",
        ];

        Assert.All(expected, file => Assert.NotNull(package.GetEntry(file)));
        using var reader = new StreamReader(package.GetEntry("Jero.Client.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.Contains("<dependency id=\"Microsoft.Extensions.Http\"", nuspec, StringComparison.Ordinal);
        Assert.Equal(2, nuspec.Split("<dependency ").Length);
    }
}
