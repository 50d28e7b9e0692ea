using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Describes the accessors through which generated code reaches what is not visible.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/api/system.runtime.compilerservices.unsafeaccessorattribute</remarks>
internal static class MemberAccessors
{
    /// <summary>Of a property or field.</summary>
    public static JsonAccessor Of(ISymbol member) => Of(member, JsonMembers.TypeOf(member.OriginalDefinition), []);

    /// <summary>Of a constructor.</summary>
    public static JsonAccessor Of(IMethodSymbol constructor) =>
        Of(constructor, constructor.OriginalDefinition.ContainingType, constructor.OriginalDefinition.Parameters);

    private static JsonAccessor Of(ISymbol member, ITypeSymbol type, IReadOnlyList<IParameterSymbol> taken)
    {
        var definition = member.OriginalDefinition.ContainingType;
        var parameters = new List<ITypeParameterSymbol>();
        var arguments = new List<ITypeSymbol>();
        for (var (open, closed) = (definition, member.ContainingType); open is not null; (open, closed) = (open.ContainingType, closed.ContainingType))
        {
            parameters.InsertRange(0, open.TypeParameters);
            arguments.InsertRange(0, closed.TypeArguments);
        }

        return new JsonAccessor(
            parameters.Select(ParameterOf).ToEquatableArray(),
            arguments.Select(TypeNames.ToName).ToEquatableArray(),
            definition.ToBareName(),
            type.ToName(),
            taken.Select(static parameter => parameter.Type.ToName()).ToEquatableArray());
    }

    private static TypeParameter ParameterOf(ITypeParameterSymbol parameter) => new(
        parameter.Name,
        parameter switch
        {
            { HasUnmanagedTypeConstraint: true } => ArgumentConstraint.Unmanaged,
            { HasValueTypeConstraint: true } => ArgumentConstraint.Struct,
            { HasReferenceTypeConstraint: true, ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.Annotated } => ArgumentConstraint.NullableClass,
            { HasReferenceTypeConstraint: true } => ArgumentConstraint.Class,
            { HasNotNullConstraint: true } => ArgumentConstraint.NotNull,
            _ => ArgumentConstraint.Any,
        },
        parameter.ConstraintTypes.Select(TypeNames.ToName).ToEquatableArray(),
        parameter.HasConstructorConstraint);
}
