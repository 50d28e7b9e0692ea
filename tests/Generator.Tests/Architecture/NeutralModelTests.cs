using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shared;

namespace Generator.Tests.Architecture;

/// <summary>C# is written in Emission and nowhere else, and Emission neither asks a symbol nor reads a meaning out of text.</summary>
public sealed partial class NeutralModelTests
{
    private static readonly string[] SymbolApi =
        ["Compilation", "SemanticModel", "AttributeData", "TypedConstant", "SpecialType", "NullableAnnotation", "SymbolEqualityComparer", "SymbolDisplayFormat"];

    [Theory]
    [InlineData("Parsing")]
    [InlineData("Model")]
    [InlineData("Composition")]
    public void No_csharp_is_written_outside_of_Emission(string folder) => Assert.Empty(FilesOf(folder).SelectMany(CSharpIn));

    [Fact]
    public void Emission_asks_no_symbol() => Assert.Empty(FilesOf("Emission").SelectMany(SymbolsIn));

    [Fact]
    public void Emission_reads_no_meaning_out_of_text() => Assert.Empty(FilesOf("Emission").SelectMany(TextTestsIn));

    [Theory]
    [InlineData("\"global::Shop.Movie\"")]
    [InlineData("$\"JeroGen::EndpointServices.Required<{1}>(http)\"")]
    [InlineData("$\"typeof({1})\"")]
    [InlineData("$\"new {1}()\"")]
    [InlineData("\"new Movie()\"")]
    [InlineData("$\"static () => {1}\"")]
    [InlineData("$\"static ({1}) => 2\"")]
    [InlineData("$\"await {1}\"")]
    [InlineData("\"default!\"")]
    [InlineData("$\"partial {1} Shop\"")]
    [InlineData("$\"<see cref=\\\"{1}\\\"/>\"")]
    [InlineData("\"http.Request.Body\"")]
    [InlineData("$\"request.FilesOf({1})\"")]
    [InlineData("$\"{1}?.Count\"")]
    public void What_is_csharp_is_found(string expression) => Assert.NotEmpty(CSharpIn(Parse("Offence.cs", $"class C {{ object O = {expression}; }}")));

    [Theory]
    [InlineData("if (name.StartsWith(\"System.Collections.Generic.List<\", StringComparison.Ordinal)) { }")]
    [InlineData("var isNullable = shape.TypeName.Code().EndsWith(\"?\", StringComparison.Ordinal);")]
    [InlineData("var isList = code.Contains(\"List\");")]
    [InlineData("var isList = code.IndexOf(\"List\") >= 0;")]
    public void A_test_of_text_is_found(string statement) => Assert.NotEmpty(TextTestsIn(Parse("Offence.cs", $"class C {{ void M() {{ {statement} }} }}")));

    [Theory]
    [InlineData("using Jero.Generator.Parsing.Symbols;")]
    [InlineData("class C { INamedTypeSymbol? Type; }")]
    [InlineData("class C { Microsoft.CodeAnalysis.ITypeSymbol? Type; }")]
    [InlineData("class C { void M(object attribute) { _ = attribute is AttributeData; } }")]
    public void A_use_of_a_symbol_is_found(string code) => Assert.NotEmpty(SymbolsIn(Parse("Offence.cs", code)));

    private static IEnumerable<string> CSharpIn(SyntaxTree file) => TokensOf(file)
        .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
        .Where(static token => CSharp().IsMatch(token.ValueText))
        .Select(token => Describe(file, token, token.ValueText));

    private static IEnumerable<string> SymbolsIn(SyntaxTree file) => TokensOf(file)
        .Where(static token => token.IsKind(SyntaxKind.IdentifierToken) && (SymbolInterface().IsMatch(token.ValueText) || SymbolApi.Contains(token.ValueText)))
        .Select(token => Describe(file, token, token.ValueText))
        .Concat(file.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive.Name?.ToString().StartsWith("Jero.Generator.Parsing", StringComparison.Ordinal) == true)
            .Select(directive => Describe(file, directive.GetFirstToken(), directive.ToString())));

    private static IEnumerable<string> TextTestsIn(SyntaxTree file) => file.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
        .OfType<MemberAccessExpressionSyntax>()
        .Where(static access => access.Name.Identifier.ValueText is "StartsWith" or "EndsWith" or "Contains" or "IndexOf" && access.Parent is InvocationExpressionSyntax)
        .Select(access => Describe(file, access.Name.Identifier, access.ToString()));

    private static IEnumerable<SyntaxToken> TokensOf(SyntaxTree file) => file.GetRoot(TestContext.Current.CancellationToken).DescendantTokens();

    private static string Describe(SyntaxTree file, SyntaxToken token, string text) =>
        $"{Path.GetFileName(file.FilePath)}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {text}";

    private static IEnumerable<SyntaxTree> FilesOf(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Jero.Generator", folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files.Select(static path => Parse(path, File.ReadAllText(path)));
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, path: path, cancellationToken: TestContext.Current.CancellationToken);

    // Roots and aliases, lambdas, keywords before what is made or awaited, members of the locals of generated code, and tags of its comments.
    [GeneratedRegex(@"global::|JeroGen|=> |=>$|\btypeof\(|\bnameof\(|\bdefault[!(]|\bstatic \(|\bnew \w+[<(]|\bnew [A-Z{]|^new $|\bnew\(|\bawait $|^(partial|private|internal|public|static|var) |<see |\bhttp\.|\brequest\.\w|\?\.\w|[)}]!|\);$")]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^I[A-Z]\w*Symbol$")]
    private static partial Regex SymbolInterface();
}
