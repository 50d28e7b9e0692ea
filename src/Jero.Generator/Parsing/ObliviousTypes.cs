using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>
/// Types as a file without nullable annotations names them. One constructed type can be seen from such a file and from another; what is
/// generated for it must not depend on which of them comes first. Code without annotations is not held to null.
/// </summary>
internal static class ObliviousTypes
{
    /// <summary>The type with every argument that says nothing taken as one that may be null; its own annotation stays.</summary>
    public static ITypeSymbol Decide(ITypeSymbol type, Compilation compilation)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                var element = DecideArgument(array.ElementType, compilation);
                return IsSame(element, array.ElementType)
                    ? type
                    : compilation.CreateArrayTypeSymbol(element, array.Rank, element.NullableAnnotation).WithNullableAnnotation(type.NullableAnnotation);
            case INamedTypeSymbol { TypeArguments.Length: > 0, IsUnboundGenericType: false, IsTupleType: false } named:
                var arguments = named.TypeArguments.Select(argument => DecideArgument(argument, compilation)).ToImmutableArray();
                return arguments.Zip(named.TypeArguments, IsSame).All(static isSame => isSame)
                    ? type
                    : named.ConstructedFrom
                        .Construct(arguments, [.. arguments.Select(static argument => argument.NullableAnnotation)])
                        .WithNullableAnnotation(type.NullableAnnotation);
            default:
                return type;
        }
    }

    private static ITypeSymbol DecideArgument(ITypeSymbol type, Compilation compilation)
    {
        var decided = Decide(type, compilation);
        return decided is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None }
            ? decided.WithNullableAnnotation(NullableAnnotation.Annotated)
            : decided;
    }

    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.IncludeNullability.Equals(left, right);
}
