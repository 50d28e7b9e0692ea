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
            parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(static parameter => parameter.Name))}>",
            parameters.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(static argument => argument.Code()))}>",
            string.Concat(parameters.Select(Constraints)),
            definition.BareCode(),
            type.Code(),
            taken.Select(static parameter => parameter.Type.Code()).ToEquatableArray());
    }

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(static type => type.Code()));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }
}
