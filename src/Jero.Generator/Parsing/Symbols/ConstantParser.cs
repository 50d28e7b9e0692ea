using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>Reads compile-time constants, and attributes, which are made of them.</summary>
internal static class ConstantParser
{
    /// <summary>The default of an optional parameter; null for one that C# has no constant of, by <c>[DateTimeConstant]</c>.</summary>
    public static Constant? Default(IParameterSymbol parameter)
    {
        var type = parameter.Type.Underlying();
        return parameter.ExplicitDefaultValue is DateTime ? null
            : parameter.ExplicitDefaultValue is { } value ? Of(type, value)
            : parameter.Type.IsValueType && SymbolEqualityComparer.Default.Equals(type, parameter.Type) ? Constant.Default
            : Constant.Null;
    }

    /// <summary>An argument of an attribute.</summary>
    public static Constant Of(TypedConstant constant) => constant.Kind switch
    {
        _ when constant.IsNull => Constant.Null,
        TypedConstantKind.Type => new Constant { Kind = ConstantKind.Type, Type = ((ITypeSymbol)constant.Value!).ToBareName() },
        TypedConstantKind.Array => new Constant
        {
            Kind = ConstantKind.Array,
            Type = constant.Type!.ToBareName(),
            Items = constant.Values.Select(Of).ToEquatableArray(),
        },
        TypedConstantKind.Enum => Of(constant.Type!, constant.Value!),
        _ => new Constant { Kind = ConstantKind.Primitive, Value = constant.Value },
    };

    /// <summary>An attribute with its arguments.</summary>
    public static AttributeUse Of(AttributeData attribute) => new(
        attribute.AttributeClass!.ToBareName(),
        attribute.ConstructorArguments.Select(Of).ToEquatableArray(),
        attribute.NamedArguments.Select(static argument => new NamedConstant(argument.Key, Of(argument.Value))).ToEquatableArray());

    private static Constant Of(ITypeSymbol type, object value) => type.TypeKind == TypeKind.Enum
        ? new Constant { Kind = ConstantKind.Enum, Type = type.ToBareName(), Value = value }
        : new Constant { Kind = ConstantKind.Primitive, Value = value };
}
