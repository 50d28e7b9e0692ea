using Client.Generator.Tests.Harness;

namespace Client.Generator.Tests;

/// <summary>Whole documents: of Jero's own samples, and as other frameworks write them.</summary>
/// <remarks>
/// <c>golden-openapi32.json</c> is written by hand after the specification (MIT, as it says itself); <c>fastapi.json</c> after what FastAPI 0.135
/// and <c>aspnetcore.json</c> after what ASP.NET Core 11 describe: JSON in the data by <c>contentSchema</c> there, as <c>data</c> itself here.
/// </remarks>
public sealed class DocumentTests
{
    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Document.Folder, "*.json").Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Compiles_without_a_warning(string name) => Compiled.From(Generated.From(Document.Read(name)).Code);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Gives_the_same_bytes_each_time_with_plain_line_ends(string name)
    {
        var code = Generated.From(Document.Read(name)).Code;

        Assert.Equal(code, Generated.From(Document.Read(name)).Code);
        Assert.DoesNotContain('\r', code);
        Assert.EndsWith("\n", code, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Split('\n'), static line => line.EndsWith(' '));
    }

    [Fact]
    public void As_the_specification_has_streams() => Snapshot.Match(Generated.From(Document.Read("golden-openapi32.json")).Code, "cs");

    [Fact]
    public void As_FastAPI_has_streams() => Snapshot.Match(Generated.From(Document.Read("fastapi.json")).Code, "cs");

    [Fact]
    public void As_ASP_NET_Core_has_streams() => Snapshot.Match(Generated.From(Document.Read("aspnetcore.json")).Code, "cs");

    [Fact]
    public void As_the_notifications_have_them() => Snapshot.Match(Generated.From(Document.Read("notifications.json")).Code, "cs");
}
