using System.Globalization;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads enums that a request has as text: in its route, query, headers or form.</summary>
internal static class EnumNamesParser
{
    /// <summary>Returns a reference by type. The name of the component is known once those of the whole document are.</summary>
    public static JsonReference Parse(INamedTypeSymbol type, ParseContext context)
    {
        var typeName = type.ToBareName();
        var reference = new JsonReference(JsonNames.NamesOf(type), "names:" + typeName) { TypeName = typeName };
        if (context.Shapes.TryBegin(reference.Definition))
        {
            context.Shapes.Complete(new EnumNames
            {
                Name = reference.Definition,
                Component = JsonNames.Component(type),
                TypeName = typeName,
                Annotations = AnnotationParser.OfType(type, reference, context) with { Keywords = [] },
                IsFlags = type.Attribute(KnownTypes.FlagsAttribute) is not null,
                Members = type.GetMembers().OfType<IFieldSymbol>()
                    .Where(static field => field.HasConstantValue)
                    .OrderBy(static field => Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture))
                    .Select(static field => new EnumName(field.Name, Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)!))
                    .ToEquatableArray(),
            });
        }

        return reference;
    }
}
