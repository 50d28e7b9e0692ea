using Generator.Tests.Harness;
using Jero.Generator.Emission;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Architecture;

/// <summary>A name that is made of a symbol is printed as the compiler itself prints the symbol.</summary>
public sealed class TypeNameTests
{
    private static readonly SymbolDisplayFormat Display =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Theory]
    [InlineData("int")]
    [InlineData("string?")]
    [InlineData("object")]
    [InlineData("dynamic?")]
    [InlineData("nint")]
    [InlineData("System.IntPtr?")]
    [InlineData("System.Guid?")]
    [InlineData("int?[]")]
    [InlineData("string?[]?[,][]")]
    [InlineData("int[]?[]?[,,]?")]
    [InlineData("List<string?>?")]
    [InlineData("Dictionary<string, List<int?>?>")]
    [InlineData("(int, string?)")]
    [InlineData("(int Count, string? @class, (decimal, int[]) Others)?")]
    [InlineData("(int, int, int, int, int, int, int, int, int)")]
    [InlineData("@class.@event.Outer<string?>.Inner<int>.Last?")]
    [InlineData("@class.@event.Outer<T[]>.Plain")]
    [InlineData("Alone")]
    [InlineData("T?")]
    public void A_type_is_printed_as_the_compiler_does(string declared)
    {
        var type = Field(declared);

        Assert.Equal(type.ToDisplayString(Display), type.ToName().Code());
        Assert.Equal(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Display), type.ToBareName().Code());
        Assert.Equal(type.ToDisplayString(Display).Replace("global::", "").Replace("@", ""), type.ToName().ToString());
    }

    [Theory]
    [InlineData("List<string?>", "List<string>", false)]
    [InlineData("List<string>", "List<string>", true)]
    [InlineData("(int A, int B)", "(int, int)", false)]
    [InlineData("int?", "int", false)]
    [InlineData("@string", "string", false)]
    [InlineData("List<@string>", "List<string>", false)]
    public void Two_names_are_equal_where_they_are_printed_alike(string one, string other, bool areEqual)
    {
        var (first, second) = (Field(one).ToName(), Field(other).ToName());

        Assert.Equal(areEqual, first == second);
        Assert.Equal(areEqual, (first with { }).GetHashCode() == second.GetHashCode());
    }

    [Fact]
    public void A_name_that_is_changed_has_another_text()
    {
        var name = Field("List<int>").ToName();
        _ = name.ToString();

        Assert.Equal("System.Collections.Generic.List<int>?", (name with { IsNullable = true }).ToString());
    }

    private static ITypeSymbol Field(string type)
    {
        var compilation = Compilations.Create(
            $$"""
            class Alone;
            class @string;
            class Holder<T> where T : class { {{type}} Field = default!; }
            namespace @class.@event { class Outer<TOuter> { public class Plain; public class Inner<TInner> { public class Last; } } }
            """);
        var symbol = compilation.GetTypeByMetadataName("Holder`1")!.GetMembers("Field").OfType<IFieldSymbol>().Single().Type;
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return symbol;
    }
}
