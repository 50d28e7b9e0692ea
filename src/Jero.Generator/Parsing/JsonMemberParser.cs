using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads one property or field of an object.</summary>
internal static class JsonMemberParser
{
    private const string Json = "System.Text.Json.Serialization";

    public static JsonProperty? Parse(
        ISymbol member, INamedTypeSymbol type, JsonConstructor? constructor, string path, ParseContext context, ShapeFault fault)
    {
        var memberType = JsonMembers.TypeOf(member);
        if (Reachable.IsUnfinished(memberType) || MemberAttributes.AreUnfinished(member))
        {
            fault.SetUnfinished();
            return null;
        }

        if ((ConverterExpressions.ReasonAgainst(member, context) ?? ReasonAgainst(member, context)) is { } reason)
        {
            fault.Set(path, memberType.Message(), reason, member.SourceLocation());
            return null;
        }

        var format = FormatOf(member, type, memberType);
        var shape = format?.Converter is null
            ? JsonShapeParser.Parse(memberType, path, context, fault)
            : new JsonForeign
            {
                TypeName = memberType.BareCode(),
                IsValueType = memberType.IsValueType,
                Converter = null,
                SchemaType = ConverterExpressions.IsForEnum(Underlying(memberType), format.Converter) && !CanBeNull(memberType) ? "string" : null,
            };
        if (shape is null)
        {
            return null;
        }

        if (format is { Converter: { } converter } && BuiltInTypes.Find(Underlying(memberType)) is null)
        {
            // System.Text.Json asks for the type's own metadata even where a member's converter stands in for it.
            context.Shapes.AddFallback(shape.TypeName, ((JsonForeign)shape) with { Converter = converter });
        }

        if (format is { Converter: null, NumberHandlingBits: { } bits })
        {
            format = format with { IsForeign = NumberFormats.IsForeign(shape, bits) };
        }

        var ownName = JsonMembers.OwnNameOf(member);
        var hasGetter = JsonMembers.HasGetter(member);
        var isHidden = hasGetter && !context.Reachable.CanUse(Getter(member));
        var setter = SetterOf(member, constructor, context.Reachable);
        var condition = ConditionOf(member, memberType, context.JsonOptions);
        var parameter = ParameterOf(member, constructor);
        var isPopulated = constructor is not null && parameter is null && setter == PropertySetter.None
            && CreationHandling.IsPopulated(member, type, constructor, context.JsonOptions)
            && CreationHandling.CanPopulate(member, type, shape, hasSetter: false);
        return new JsonProperty
        {
            MemberName = SymbolNames.Escaped(member.Name),
            ClrName = member.Name,
            SupportName = JsonMembers.IsShadowed(member, type) ? $"{member.Name}Of{JsonNames.Definition(member.ContainingType)}" : member.Name,
            JsonName = JsonMembers.NameOf(member, context.JsonOptions),
            HasOwnName = ownName is not null,
            DeclaringType = member.ContainingType.BareCode(),
            Shape = shape,
            IsField = member is IFieldSymbol,
            HasGetter = hasGetter,
            IsHidden = isHidden,
            IsIncluded = JsonMembers.IsIncluded(member),
            IsExtensionData = member.Attribute(Json, "JsonExtensionDataAttribute") is not null,
            Accessor = isHidden || setter == PropertySetter.Accessor ? AccessorOf(member) : null,
            Setter = setter,
            Condition = condition,
            HasOwnCondition = JsonMembers.IgnoreConditionOf(member) is not null,
            IsShadowed = type.TypeKind == TypeKind.Class && JsonMembers.IsShadowed(member, type),
            IsOfStruct = member.ContainingType.IsValueType,
            IsRequired = member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                || member.Attribute(Json, "JsonRequiredAttribute") is not null,
            Nullability = Nullability.Of(member, parameter, context.JsonOptions),
            Populates = CreationHandling.Of(member),
            IsPopulated = isPopulated,
            Format = format,
            IsRead = condition != IgnoreCondition.WhenReading && (setter != PropertySetter.None || parameter is not null || isPopulated),
            IsExpected = IsExpected(member, parameter, context.JsonOptions),
            Annotations = AnnotationParser.OfMember(member, format is { Converter: null, IsForeign: true } ? Untyped(shape) : shape, context),
        };
    }

    // An accessor reaches the declared member itself, not what overrides it.
    private static string? ReasonAgainst(ISymbol member, ParseContext context) =>
        member is IPropertySymbol { RefKind: not RefKind.None } ? "it returns a reference, which System.Text.Json refuses, return a value or leave it out by [JsonIgnore]"
        : (member.ContainingType.TypeKind == TypeKind.Interface || member.IsVirtual || member.IsAbstract || member.IsOverride)
        && !context.Reachable.CanUse(Getter(member)) && (Reachable.IsForbidden(member) || Reachable.IsForbidden(Getter(member)))
            ? $"'{member.Message()}' is obsolete as an error, so generated code cannot read it, leave it out by [JsonIgnore] or take 'true' out of [Obsolete]"
            : null;

    private static bool IsExpected(ISymbol member, JsonConstructorParameter? parameter, JsonOptions options) =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
        || member.Attribute(Json, "JsonRequiredAttribute") is not null
        || MemberAttributes.Of(member).Any(static attribute => attribute.AttributeClass.Is("System.ComponentModel.DataAnnotations", "RequiredAttribute"))
        || (options.RespectRequiredConstructorParameters && parameter is { Default: null });

    private static JsonConstructorParameter? ParameterOf(ISymbol member, JsonConstructor? constructor) =>
        constructor?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    // A number in another form has no limits that a schema could say.
    private static JsonForeign Untyped(JsonShape shape) =>
        new() { TypeName = shape.TypeName, IsValueType = false, Converter = null, SchemaType = null };

    private static JsonMemberFormat? FormatOf(ISymbol member, INamedTypeSymbol type, ITypeSymbol memberType)
    {
        if (ConverterExpressions.OfMember(member, memberType) is { } converter)
        {
            return new JsonMemberFormat(converter, NumberHandling: null, NumberHandlingBits: null, IsOwn: true, IsForeign: true);
        }

        var own = NumberFormats.Of(member);
        return (own ?? NumberFormats.Of(type)) is { } handling
            ? new JsonMemberFormat(Converter: null, NumberFormats.Expression(handling), handling, IsOwn: own is not null, IsForeign: false)
            : null;
    }

    private static IgnoreCondition ConditionOf(ISymbol member, ITypeSymbol type, JsonOptions options) => JsonMembers.IgnoreConditionOf(member) switch
    {
        0 => IgnoreCondition.Never,
        2 => IgnoreCondition.WhenWritingDefault,
        3 => IgnoreCondition.WhenWritingNull,
        4 => IgnoreCondition.WhenWriting,
        5 => IgnoreCondition.WhenReading,
        _ when options.DefaultIgnoreCondition == IgnoreCondition.WhenWritingNull && !CanBeNull(type) => IgnoreCondition.Never,
        _ => options.DefaultIgnoreCondition,
    };

    private static PropertySetter SetterOf(ISymbol member, JsonConstructor? constructor, Reachable reachable)
    {
        if (constructor is null || ParameterOf(member, constructor) is not null)
        {
            return PropertySetter.None;
        }

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

    private static JsonAccessor AccessorOf(ISymbol member)
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
            JsonMembers.TypeOf(member.OriginalDefinition).Code());
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

    private static ISymbol Getter(ISymbol member) => member is IPropertySymbol { GetMethod: { } getter } ? getter : member;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool CanBeNull(ITypeSymbol type) =>
        !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
