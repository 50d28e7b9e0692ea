using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads one property or field of an object.</summary>
internal static class JsonMemberParser
{
    public static JsonProperty? Parse(
        ISymbol member, INamedTypeSymbol type, JsonConstructor? constructor, string path, ParseContext context, ShapeFault fault)
    {
        var memberType = JsonMembers.TypeOf(member);
        if (Reachable.IsUnfinished(memberType) || MemberAttributes.AreUnfinished(member))
        {
            fault.SetUnfinished();
            return null;
        }

        if ((ConverterParser.ReasonAgainst(member, context) ?? ReasonAgainst(member, context)) is { } reason)
        {
            fault.Set(path, memberType.Message(), reason, member.SourceLocation());
            return null;
        }

        var format = FormatOf(member, type, memberType);
        var shape = format?.Converter is null
            ? JsonShapeParser.Parse(memberType, path, context, fault)
            : new JsonForeign
            {
                TypeName = memberType.ToBareName(),
                IsValueType = memberType.IsValueType,
                Converter = null,
                SchemaType = ConverterParser.IsForEnum(memberType.Underlying(), format.Converter) && !memberType.CanBeNull() ? "string" : null,
            };
        if (shape is null)
        {
            return null;
        }

        if (format is { Converter: { } converter })
        {
            // System.Text.Json asks for the type's own metadata even if a member's converter replaces it.
            if (BuiltInTypes.Find(memberType.Underlying()) is null && !JsonMembers.IsExtensionData(member))
            {
                context.Shapes.AddFallback(shape.TypeName, ((JsonForeign)shape) with { Converter = converter, IsAsked = format.IsAsked });
            }
            else
            {
                _ = JsonShapeParser.Parse(memberType, path, context, fault);
            }
        }

        if (format is { Converter: null, NumberHandling: { } bits })
        {
            format = format with { IsForeign = NumberFormats.IsForeign(shape, bits) };
        }

        var ownName = JsonMembers.OwnNameOf(member);
        var hasGetter = JsonMembers.HasGetter(member);
        var isHidden = hasGetter && !context.Reachable.CanUse(Getter(member));
        var parameter = ParameterOf(member, constructor);
        // System.Text.Json wants a setter for every required member, even if the type is abstract or a constructor parameter sets the member.
        var isRequired = JsonMembers.IsRequired(member, type);
        var setter = isRequired || (constructor is not null && parameter is null) ? SetterOf(member, context.Reachable) : PropertySetter.None;
        var condition = ConditionOf(member, memberType, context.JsonOptions);
        var isPopulated = constructor is not null && parameter is null && setter == PropertySetter.None
            && CreationHandling.IsPopulated(member, type, constructor, context.JsonOptions)
            && CreationHandling.CanPopulate(member, type, shape, hasSetter: false);
        return new JsonProperty
        {
            ClrName = member.Name,
            SupportName = JsonMembers.SupportNameOf(member, type),
            JsonName = JsonMembers.NameOf(member, context.JsonOptions),
            HasOwnName = ownName is not null,
            DeclaringType = member.ContainingType.ToBareName(),
            Shape = shape,
            IsField = member is IFieldSymbol,
            HasGetter = hasGetter,
            IsHidden = isHidden,
            IsIncluded = JsonMembers.IsIncluded(member),
            IsExtensionData = JsonMembers.IsExtensionData(member),
            Accessor = isHidden || setter == PropertySetter.Accessor ? MemberAccessors.Of(member) : null,
            Setter = setter,
            Condition = condition,
            HasOwnCondition = JsonMembers.IgnoreConditionOf(member) is not null,
            IsShadowed = JsonMembers.IsShadowed(member, type),
            IsOfStruct = member.ContainingType.IsValueType,
            IsRequired = isRequired,
            Nullability = Nullability.Of(member, parameter, context.JsonOptions),
            Populates = CreationHandling.Of(member),
            IsPopulated = isPopulated,
            Format = format,
            IsRead = condition != IgnoreCondition.WhenReading && (setter != PropertySetter.None || parameter is not null || isPopulated),
            IsExpected = isRequired || IsExpected(member, parameter, context.JsonOptions),
            Annotations = AnnotationParser.OfMember(member, format is { Converter: null, IsForeign: true } ? NumberFormats.Untyped(shape) : shape, context),
        };
    }

    // An accessor reaches the declared member itself, and not one that overrides it.
    private static string? ReasonAgainst(ISymbol member, ParseContext context) =>
        member is IPropertySymbol { RefKind: not RefKind.None } ? "it returns a reference, which System.Text.Json rejects, so return a value or leave it out with [JsonIgnore]"
        : (member.ContainingType.TypeKind == TypeKind.Interface || member.IsVirtual || member.IsAbstract || member.IsOverride)
        && !context.Reachable.CanUse(Getter(member)) && (Reachable.IsForbidden(member) || Reachable.IsForbidden(Getter(member)))
            ? $"'{member.Message()}' is obsolete as an error and generated code cannot read it, so leave it out with [JsonIgnore] or remove 'true' from [Obsolete]"
            : null;

    private static bool IsExpected(ISymbol member, JsonConstructorParameter? parameter, JsonOptions options) =>
        MemberAttributes.Of(member).Any(static attribute => attribute.AttributeClass.Is(KnownTypes.RequiredAttribute))
        || (options.RespectRequiredConstructorParameters && parameter is { Default: null });

    private static JsonConstructorParameter? ParameterOf(ISymbol member, JsonConstructor? constructor) =>
        constructor?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    private static JsonMemberFormat? FormatOf(ISymbol member, INamedTypeSymbol type, ITypeSymbol memberType)
    {
        if (ConverterParser.OfMember(member, memberType) is { } converter)
        {
            return new JsonMemberFormat(converter, NumberHandling: null, IsOwn: true, IsForeign: true) { IsAsked = ConverterParser.IsAsked(member) };
        }

        var own = NumberFormats.Of(member);
        return (own ?? NumberFormats.Of(type)) is { } handling
            ? new JsonMemberFormat(Converter: null, handling, IsOwn: own is not null, IsForeign: false)
            : null;
    }

    private static IgnoreCondition ConditionOf(ISymbol member, ITypeSymbol type, JsonOptions options) => JsonMembers.IgnoreConditionOf(member) switch
    {
        0 => IgnoreCondition.Never,
        2 => IgnoreCondition.WhenWritingDefault,
        3 => IgnoreCondition.WhenWritingNull,
        4 => IgnoreCondition.WhenWriting,
        5 => IgnoreCondition.WhenReading,
        _ when options.DefaultIgnoreCondition == IgnoreCondition.WhenWritingNull && !type.CanBeNull() => IgnoreCondition.Never,
        _ => options.DefaultIgnoreCondition,
    };

    private static PropertySetter SetterOf(ISymbol member, Reachable reachable)
    {
        if (member is IFieldSymbol field)
        {
            return field.IsReadOnly ? PropertySetter.None
                : reachable.CanUse(field) ? PropertySetter.Assignable
                : PropertySetter.Accessor;
        }

        var setter = ((IPropertySymbol)member).SetMethod;
        return setter is null || (setter.DeclaredAccessibility != Accessibility.Public && !JsonMembers.IsIncluded(member)) ? PropertySetter.None
            : setter.IsInitOnly || !reachable.CanUse(setter) ? PropertySetter.Accessor
            : PropertySetter.Assignable;
    }

    private static ISymbol Getter(ISymbol member) => member is IPropertySymbol { GetMethod: { } getter } ? getter : member;
}
