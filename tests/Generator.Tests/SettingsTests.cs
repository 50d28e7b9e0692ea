using Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Generator.Tests;

/// <summary>What a project may say to the compiler: generated code has neither a warning nor an error under it.</summary>
public sealed class SettingsTests
{
    private const string Source =
        """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        namespace Shop;
        [JsonDerivedType(typeof(Cat), "cat"), JsonDerivedType(typeof(Dog), 2)] public abstract record Animal(int Id);
        public record Cat(int Id, string Name) : Animal(Id);
        public record Dog(int Id, ulong Legs, sbyte S) : Animal(Id);
        public enum Level : ulong { Low, High = ulong.MaxValue }
        [JsonConverter(typeof(JsonStringEnumConverter<Mode>)), Flags] public enum Mode { A = 1, B = 2 }
        public struct Point { public double X { get; set; } public float? Y; public decimal Z { get; init; } }
        public class Item
        {
            public required string Name { get; init; }
            [JsonInclude] private int Secret { get; set; } = 1;
            public Level L { get; set; }
            public Mode M { get; set; }
            public List<Point?> Points { get; } = new();
            public Dictionary<string, Animal[]> D { get; set; } = new();
            public DateTimeOffset? When { get; set; }
            public object O { get; set; } = 1;
            public byte[] Bytes { get; set; } = Array.Empty<byte>();
            [JsonExtensionData] public Dictionary<string, object> Extra { get; set; } = new();
            public uint U { get; set; }
            [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public long Long { get; set; }
            [Obsolete("x")] public int Old { get; set; }
            public Guid[] Ids { get; init; } = Array.Empty<Guid>();
        }
        public record Head(string ETag, [property: FromHeader(Name = "X-U")] uint U, DateTime LastModified, List<int> L, Mode M);
        public class Form { [Range(1, 5)] public int A { get; set; } [Required] public string B { get; set; } = ""; public List<int> C { get; set; } = new(); public IFormFile File { get; set; } = null!; }
        public class Draft { [Range(1, 5)] public int A { get; set; } [Required] public string B { get; set; } = ""; public List<Draft> Sub { get; set; } = new(); }
        public record struct Paging(int Page = 1, [Range(1, 100)] int Size = 10);
        public class Names { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Endpoint("/items/{id}"), Tags("a", "b")] public sealed partial class Items(IServiceProvider services) : IAsyncDisposable
        {
            public async Task<NDJSONStreamingResponse<Item, Head>> GetAsync(int id, uint q = 5, Mode? mode = null, [FromHeader] string[] tags = null!, CancellationToken token = default) { await Task.Yield(); _ = services; return null!; }
            public Results<JSONResponse<Item>, NotFound, Conflict<string>> Put(int id, [FromBody] Draft draft) => throw new InvalidOperationException();
            public static NDJSONStreamingResponse<Animal> Delete(int id) => throw new InvalidOperationException();
            public BytesResponse Post(int id, [FromForm] Form form) => throw new InvalidOperationException();
            public ValueTask DisposeAsync() => default;
        }
        [Endpoint("/b")] internal partial class B { public JSONResponse<Item[]> Get([AsParameters] Paging p, [AsParameters] Names n, [Range(1, 3)] int z) => throw new InvalidOperationException(); }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Language(LanguageVersion version) => AssertSilent(Create(Source, version));

    [Theory]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    public void AnOldLanguage_IsSaidAtTheClass_AndNothingIsGenerated(LanguageVersion version)
    {
        var run = GeneratorRun.Start(Create("using Jero;\n[Endpoint(\"/a\")] public partial class A { public SSEResponse Get() => throw new System.InvalidOperationException(); }", version));

        Assert.Equal("JERO028", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
        GeneratorTest.AssertCompiles(run);
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Enable)]
    public void Nullable(NullableContextOptions nullable) =>
        AssertSilent(Change(Create(Source), options => options.WithNullableContextOptions(nullable)));

    [Fact]
    public void CheckedArithmetic_UnsafeCode_AndEveryWarning() =>
        AssertSilent(Change(Create(Source), static options => options.WithOverflowChecks(true).WithAllowUnsafe(true).WithWarningLevel(9999).WithGeneralDiagnosticOption(ReportDiagnostic.Error)));

    [Fact]
    public void DocumentationOfEveryMember() =>
        AssertSilent(Change(Create(Source), static options => options.WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Warn)])));

    [Theory]
    [InlineData("")]
    [InlineData("[assembly: JeroEndpoints(\"MapShop\")]")]
    public void AssembliesOfTheCommonLanguage(string attribute) => AssertSilent(Create(Source, attributes: $"{attribute} [assembly: CLSCompliant(true)]"));

    [Theory]
    [InlineData("My.Company.App-1 2")]
    [InlineData("1st")]
    [InlineData("Größe 映画")]
    [InlineData("class")]
    public void NameOfTheAssembly(string name) => AssertSilent(Create(Source).WithAssemblyName(name));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp14)]
    public void AnExtensionMethodCalledLikeAHandler(LanguageVersion version)
    {
        const string Extension = "using System; using Jero; public static class More { public static string Get(this object any, int id) => \"\"; } [Endpoint(\"/a\")] public partial class A { public SSEResponse Get() => throw new InvalidOperationException(); }";
        var run = GeneratorRun.Start(Create(Extension, version));
        Assert.Empty(run.Diagnostics);
        GeneratorTest.AssertCompiles(run);
    }

    private static CSharpCompilation Create(string source, LanguageVersion version = LanguageVersion.CSharp14, string attributes = "")
    {
        var compilation = Compilations.Create(source, attributes);
        var options = Compilations.ParseOptions.WithLanguageVersion(version).WithFeatures([new("strict", "")]);
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), options, tree.FilePath)));
    }

    private static CSharpCompilation Change(CSharpCompilation compilation, Func<CSharpCompilationOptions, CSharpCompilationOptions> change) =>
        compilation.WithOptions(change(compilation.Options));

    // The user's own file may have warnings under a setting.
    private static void AssertSilent(CSharpCompilation compilation)
    {
        var run = GeneratorRun.Start(compilation);
        Assert.Empty(run.Diagnostics);
        var generated = run.Result.GeneratedSources.Select(file => file.SyntaxTree).ToHashSet();
        Assert.True(generated.Count > 10);
        Assert.DoesNotContain(
            run.Output.GetDiagnostics(TestContext.Current.CancellationToken),
            fault => fault.Severity >= DiagnosticSeverity.Warning && !fault.IsSuppressed && fault.Location.SourceTree is { } tree && generated.Contains(tree));
    }
}
