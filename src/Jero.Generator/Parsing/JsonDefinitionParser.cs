using System.Globalization;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads objects and enums: the types that are defined once and referred to by name.</summary>
internal static class JsonDefinitionParser
{
    private const string Json = "System.Text.Json.Serialization";

    // These change nothing that is written.
    private static readonly string[] HarmlessAttributes =
        ["JsonConstructorAttribute", "JsonPropertyNameAttribute", "JsonPropertyOrderAttribute", "JsonIgnoreAttribute", "JsonIncludeAttribute",
         "JsonRequiredAttribute", "JsonUnmappedMemberHandlingAttribute", "JsonObjectCreationHandlingAttribute", "JsonSerializableAttribute"];

    /// <summary>Why the type can be neither object nor enum, and what to do; null where it can.</summary>
    public static string? ReasonAgainst(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol unseen when !IsAccessible(unseen) => "generated code cannot see it, make it internal or public",
        _ when type.SpecialType == SpecialType.System_Object => "an object's type is not known at compile time, name the type",
        INamedTypeSymbol { Arity: > 0 } or INamedTypeSymbol { ContainingType.Arity: > 0 } => "generic types are not supported, use a type of its own",
        _ when UnknownAttribute(type) is { } attribute => $"its [{attribute}] is not supported, take it away or use another type",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => null,
        _ when IsOfTheFramework(type) => "it has a JSON form that is not supported yet, or none, use another type",
        { TypeKind: TypeKind.Interface } => "an interface has no members of its own on the wire, use a class or a record",
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsRefLikeType: false, IsAnonymousType: false, IsTupleType: false } named
            => ReasonAgainstMembers(named),
        _ => "such a type has no JSON form, use a class, a record or one of the built-in types",
    };

    public static JsonReference? Parse(INamedTypeSymbol type, string path, ParseContext context, ShapeFault fault)
    {
        var name = DefinitionName(type);
        var reference = new JsonReference(name, type.Name) { TypeName = type.BareCode() };
        if (!context.Shapes.TryBegin(name))
        {
            return reference;
        }

        JsonDefinition? definition = type.TypeKind == TypeKind.Enum
            ? ParseEnum(type, reference, context)
            : ParseObject(type, reference, path, context, fault);
        if (definition is null)
        {
            return null;
        }

        context.Shapes.Complete(definition);
        return reference;
    }

    // A leading underscore keeps types of the global namespace apart from the runtime's own names.
    private static string DefinitionName(INamedTypeSymbol type) =>
        (type.ContainingNamespace.IsGlobalNamespace ? "_" : "") + type.FullName().Replace("_", "__").Replace('.', '_');

    private static JsonEnum ParseEnum(INamedTypeSymbol type, JsonReference reference, ParseContext context) => new()
    {
        Name = reference.Definition,
        Component = reference.Component,
        TypeName = reference.TypeName,
        Description = Documentation.Of(type, context.CancellationToken).Summary,
        UnderlyingType = BuiltInTypes.Find(type.EnumUnderlyingType!)!.Value,
        Values = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue)
            .Select(static field => field.ConstantValue!)
            .Distinct()
            .OrderBy(static value => Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            .Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)!)
            .ToEquatableArray(),
    };

    private static JsonObject? ParseObject(
        INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var constructor = ConstructorOf(type);
        var properties = new List<JsonProperty>();
        foreach (var property in JsonMembers.Of(type))
        {
            if (JsonShapeParser.Parse(property.Type, $"{path}.{property.Name}", context, fault) is not { } shape)
            {
                return null;
            }

            var ownName = property.Attribute(Json, "JsonPropertyNameAttribute")?.ConstructorArguments[0].Value as string;
            properties.Add(new JsonProperty
            {
                MemberName = SymbolNames.Escaped(property.Name),
                ClrName = property.Name,
                JsonName = ownName ?? CamelCase(property.Name),
                HasOwnName = ownName is not null,
                DeclaringType = property.ContainingType.BareCode(),
                Shape = shape,
                Setter = SetterOf(property, constructor),
                IsRequired = property.IsRequired || property.Attribute(Json, "JsonRequiredAttribute") is not null,
                Description = Documentation.Of(property, context.CancellationToken).Summary,
            });
        }

        return new JsonObject
        {
            Name = reference.Definition,
            Component = reference.Component,
            TypeName = reference.TypeName,
            Description = Documentation.Of(type, context.CancellationToken).Summary,
            IsValueType = type.IsValueType,
            IsRecursive = false,
            Properties = properties.ToEquatableArray(),
            Constructor = constructor,
        };
    }

    private static bool IsOfTheFramework(ITypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            root = outer;
        }

        return root?.Name == "System" && !type.Locations.Any(static location => location.IsInSource);
    }

    private static bool IsAccessible(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.IsFileLocal || part.DeclaredAccessibility
                is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private static string? ReasonAgainstMembers(INamedTypeSymbol type)
    {
        if (type.AllInterfaces.Any(static part => part.SpecialType == SpecialType.System_Collections_IEnumerable))
        {
            return "collections of that kind are not supported, use an array or a List<T>";
        }

        for (var part = type; part is not null && part.SpecialType != SpecialType.System_Object; part = part.BaseType)
        {
            foreach (var member in part.GetMembers().Where(static member => member is IPropertySymbol or IFieldSymbol))
            {
                if (UnknownAttribute(member) is { } attribute)
                {
                    return $"[{attribute}] on its member '{member.Name}' is not supported, take it away or use another type";
                }

                var isIncluded = member.Attribute(Json, "JsonIncludeAttribute") is not null;
                if (isIncluded && (member is IFieldSymbol || member.DeclaredAccessibility != Accessibility.Public))
                {
                    return $"[JsonInclude] on its member '{member.Name}' is not supported, make it a public property";
                }
            }
        }

        return null;
    }

    private static string? UnknownAttribute(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
            {
                continue;
            }

            var isJson = type.ContainingNamespace?.ToDisplayString() == Json;
            var hasCondition = type.Is(Json, "JsonIgnoreAttribute")
                && attribute.NamedArguments.Any(static argument => argument.Key == "Condition" && argument.Value.Value is not (0 or 1));
            if (hasCondition || (isJson && !HarmlessAttributes.Contains(type.Name)) || DerivesFromConverter(type))
            {
                return type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - 9) : type.Name;
            }
        }

        return null;
    }

    private static bool DerivesFromConverter(INamedTypeSymbol type) =>
        type.BaseType is { } parent && (parent.Is(Json, "JsonConverterAttribute") || DerivesFromConverter(parent));

    private static PropertySetter SetterOf(IPropertySymbol property, JsonConstructor? constructor) => property.SetMethod switch
    {
        null => PropertySetter.None,
        _ when constructor is null => PropertySetter.None,
        _ when constructor.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))
            => PropertySetter.None,
        { DeclaredAccessibility: not Accessibility.Public } => PropertySetter.None,
        { IsInitOnly: true } => PropertySetter.InitOnly,
        _ => PropertySetter.Assignable,
    };

    private static JsonConstructor? ConstructorOf(INamedTypeSymbol type)
    {
        var candidates = type.InstanceConstructors.Where(static part => part.DeclaredAccessibility == Accessibility.Public).ToList();
        var constructor = candidates.FirstOrDefault(static part => part.Attribute(Json, "JsonConstructorAttribute") is not null)
            ?? candidates.FirstOrDefault(static part => part.Parameters.Length == 0)
            ?? (candidates.Count == 1 ? candidates[0] : null);
        if (constructor is null || type.IsAbstract)
        {
            return null;
        }

        var setsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null;
        return new JsonConstructor(
            constructor.Parameters.Select(static parameter => new JsonConstructorParameter
            {
                Name = parameter.Name,
                TypeName = parameter.Type.BareCode(),
                IsNullable = parameter.Type.IsReferenceType
                    ? parameter.NullableAnnotation != NullableAnnotation.NotAnnotated
                    : parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
                Default = parameter.HasExplicitDefaultValue ? ConstantExpressions.Default(parameter) : null,
            }).ToEquatableArray(),
            setsRequired ? [] : RequiredMembers(type).ToEquatableArray());
    }

    private static IEnumerable<string> RequiredMembers(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers().Where(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                yield return SymbolNames.Escaped(member.Name);
            }
        }
    }

    // As JsonNamingPolicy.CamelCase: a leading run of capitals is lowered up to the one that begins the next word.
    private static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
            {
                break;
            }

            var hasNext = i + 1 < characters.Length;
            if (i > 0 && hasNext && !char.IsUpper(characters[i + 1]))
            {
                if (characters[i + 1] == ' ')
                {
                    characters[i] = char.ToLowerInvariant(characters[i]);
                }

                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }
}
