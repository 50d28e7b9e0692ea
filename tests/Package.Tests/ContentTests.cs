using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Package.Tests;

/// <summary>What is in the package.</summary>
public sealed class ContentTests(Feed feed)
{
    private static readonly Guid SourceLink = new("cc110556-a091-4d38-9fec-25ab9a351a6a");

    [Fact]
    public void The_package_is_the_library_its_documentation_and_the_generator()
    {
        using var package = ZipFile.OpenRead(feed.Package);

        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/Jero.Generator.dll",
                "build/net10.0/Jero.targets",
                "icon.png",
                "lib/net10.0/Jero.Runtime.dll",
                "lib/net10.0/Jero.Runtime.xml",
            ],
            package.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name is not ("Jero.nuspec" or "[Content_Types].xml"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_needs_ASPNET_Core_and_no_other_package()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        using var stream = package.GetEntry("Jero.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("Jero", Value("id"));
        Assert.Equal(feed.Version, Value("version"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("Microsoft.AspNetCore.App", metadata.Descendants().Single(element => element.Name.LocalName == "frameworkReference").Attribute("name")!.Value);
    }

    [Fact]
    public void The_test_package_is_a_library_and_needs_Jero_of_the_same_version()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"Jero.Testing.{feed.Version}.nupkg"));
        using var stream = package.GetEntry("Jero.Testing.nuspec")!.Open();
        var dependencies = XDocument.Load(stream).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("LICENSE"));
        Assert.NotNull(package.GetEntry("lib/net10.0/Jero.Testing.dll"));
        Assert.NotNull(package.GetEntry("lib/net10.0/Jero.Testing.xml"));
        Assert.Equal(feed.Version, dependencies["Jero"]);
        Assert.Equal(
            ["Jero", "JsonSchema.Net", "Microsoft.AspNetCore.Mvc.Testing", "Microsoft.Extensions.TimeProvider.Testing"],
            dependencies.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Jero", "Jero.Runtime", "M:Jero.ProblemException.#ctor", "P:Jero.JeroOptions.SendTimeout")]
    [InlineData("Jero.Inspector", "Jero.Inspector", "M:Jero.JeroInspectorEndpointRouteBuilderExtensions.MapJeroInspector(", "P:Jero.JeroInspectorOptions.ShowsValues")]
    public void The_documentation_is_that_of_the_public_API(string id, string assembly, string method, string property)
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Folder, $"{id}.{feed.Version}.nupkg"));
        using var stream = package.GetEntry($"lib/net10.0/{assembly}.xml")!.Open();
        var documented = XDocument.Load(stream).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        using var library = new MemoryStream();
        using (var entry = package.GetEntry($"lib/net10.0/{assembly}.dll")!.Open()) entry.CopyTo(library);
        library.Position = 0;
        using var file = new PEReader(library);
        var reader = file.GetMetadataReader();
        var types = reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(type => !type.IsNested).ToLookup(
            type => type.Attributes.HasFlag(TypeAttributes.Public), type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}");

        Assert.Subset(documented, types[true].Where(type => type.StartsWith("Jero.", StringComparison.Ordinal)).Select(type => $"T:{type}").ToHashSet());
        Assert.NotEmpty(types[false]);
        Assert.All(types[false], type => Assert.DoesNotContain(documented, id => id[2..] == type || id.StartsWith($"M:{type}.", StringComparison.Ordinal)
            || id.StartsWith($"P:{type}.", StringComparison.Ordinal) || id.StartsWith($"F:{type}.", StringComparison.Ordinal)));
        Assert.Contains(documented, id => id.StartsWith(method, StringComparison.Ordinal));
        Assert.Contains(property, documented);
    }

    [Fact]
    public void The_symbols_are_beside_it()
    {
        using var symbols = ZipFile.OpenRead(Path.ChangeExtension(feed.Package, ".snupkg"));
        using var stream = new MemoryStream();
        using (var entry = symbols.GetEntry("lib/net10.0/Jero.Runtime.pdb")!.Open())
        {
            entry.CopyTo(stream);
        }

        stream.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        var reader = provider.GetMetadataReader();
        Assert.NotEmpty(reader.Documents);
        // Where there is no remote there is nothing to link to; generated sources are inside.
        Assert.Contains(reader.CustomDebugInformation, handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) != SourceLink);
    }
}
