using System.Collections.Immutable;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>What is to be bound: a parameter of a handler, or a member of an <c>[AsParameters]</c> type.</summary>
/// <param name="Name">The parameter's or member's name.</param>
/// <param name="Local">The local that takes the value.</param>
/// <param name="Type">The declared type.</param>
/// <param name="Attributes">Those of the parameter or member; of a record's member both.</param>
/// <param name="Default">Its default; null if it has none.</param>
/// <param name="Position">The position of the handler's parameter, from 0.</param>
/// <param name="Location">Where a mistake is shown.</param>
internal sealed record BindingTarget(
    string Name, string Local, ITypeSymbol Type, ImmutableArray<AttributeData> Attributes, Constant? Default, int Position, Location? Location)
{
    /// <summary>The parameter that gives its default; null for a settable member.</summary>
    public IParameterSymbol? Parameter { get; init; }

    /// <summary>The member that documents it; null for a parameter of the handler.</summary>
    public ISymbol? Member { get; init; }

    /// <summary>Whether a member is assigned, and not passed to the constructor.</summary>
    public bool IsAssigned { get; init; }

    /// <summary>Whether C# demands that a member is assigned.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>Whether it is a member of a type that the fields of a form are read to.</summary>
    public bool IsField { get; init; }

    /// <summary>Whether a member that is missing from the request keeps the value that it has by itself.</summary>
    public bool HasInitial { get; init; }

    /// <summary>The type without <c>Nullable</c>.</summary>
    public ITypeSymbol ValueType => WithoutNullable(Type);

    public bool IsNullableValue => Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public bool IsOptional => IsNullableValue || Default is not null
        || (Type.IsReferenceType && Type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The attribute that implements this interface of the framework: <c>IFromQueryMetadata</c>.</summary>
    public AttributeData? Says(KnownType metadata) =>
        Attributes.FirstOrDefault(attribute => attribute.AttributeClass?.AllInterfaces.Any(part => part.Is(metadata)) == true);

    /// <summary>The attribute of that class.</summary>
    public AttributeData? Has(KnownType type) =>
        Attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(type));

    /// <summary>For a member of an <c>[AsParameters]</c> type: the declaration that descriptions look at; else null.</summary>
    public DescribedMember? Described { get; init; }

    /// <summary>The name on the wire that the attribute gives, or the parameter's own.</summary>
    public string WireName(AttributeData attribute) => attribute.NamedString("Name") ?? Name;

    /// <summary>A binding that cannot fail and is not described, unless said otherwise.</summary>
    public Binding Bind(BindingSource source, string wireName, ValueSource value) => new()
    {
        Local = Local,
        Position = Position,
        Described = Described,
        Source = source,
        WireName = wireName,
        Value = value,
        CanFail = false,
        IsParsed = false,
        IsOptional = IsOptional,
        Shape = null,
    };
}
