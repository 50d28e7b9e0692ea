using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>
/// Decides types as a file without nullable annotations names them. One constructed type can be seen from such a file and from another, and
/// what is generated for it must not depend on which comes first. An item of a collection may be null there, because code without
/// annotations makes no promise about null. Any other argument is only a part of a name and counts as not null.
/// </summary>
internal static class ObliviousTypes
{
    /// <summary>Returns the type with every undecided argument decided. Its own annotation stays.</summary>
    public static ITypeSymbol Decide(ITypeSymbol type, Compilation compilation)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                var element = DecideArgument(array.ElementType, NullableAnnotation.Annotated, compilation);
                return IsSame(element, array.ElementType)
                    ? type
                    : compilation.CreateArrayTypeSymbol(element, array.Rank, element.NullableAnnotation).WithNullableAnnotation(type.NullableAnnotation);
            case INamedTypeSymbol { TypeArguments.Length: > 0, IsUnboundGenericType: false, IsTupleType: false } named:
                var undecided = named.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable)
                    ? NullableAnnotation.Annotated
                    : NullableAnnotation.NotAnnotated;
                var arguments = named.TypeArguments.Select(argument => DecideArgument(argument, undecided, compilation)).ToImmutableArray();
                return arguments.Zip(named.TypeArguments, IsSame).All(static isSame => isSame)
                    ? type
                    : named.ConstructedFrom
                        .Construct(arguments, [.. arguments.Select(static argument => argument.NullableAnnotation)])
                        .WithNullableAnnotation(type.NullableAnnotation);
            default:
                return type;
        }
    }

    private static ITypeSymbol DecideArgument(ITypeSymbol type, NullableAnnotation undecided, Compilation compilation)
    {
        var decided = Decide(type, compilation);
        return decided is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None }
            ? decided.WithNullableAnnotation(undecided)
            : decided;
    }

    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.IncludeNullability.Equals(left, right);
}
