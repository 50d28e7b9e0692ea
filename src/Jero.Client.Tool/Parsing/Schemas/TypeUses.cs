using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>Finds which types the client sends, and which are parameters.</summary>
internal static class TypeUses
{
    /// <summary>The types that the operations reach, in the order of their names.</summary>
    public static IReadOnlyList<TypeDefinition> Mark(IReadOnlyList<Operation> operations, TypeRegistry types)
    {
        var sent = Reach(operations.Select(static operation => operation.Body?.Shape), types);
        var texts = Reach(operations.SelectMany(static operation => operation.Parameters.Concat(operation.Body?.Fields ?? [])).Select(static parameter => parameter.Shape), types);
        var read = Reach(operations.Select(static operation => operation.Answer.Shape), types);
        return [.. types.All.Where(type => sent.Contains(type.Name) || texts.Contains(type.Name) || read.Contains(type.Name))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(type => type switch
            {
                ObjectType entity => entity with { IsSent = sent.Contains(type.Name) },
                EnumType names => names with { IsParameter = texts.Contains(type.Name) },
                _ => type,
            })];
    }

    /// <summary>The names of the types that shapes have, and of those that these have.</summary>
    public static HashSet<string> Reach(IEnumerable<Shape?> shapes, TypeRegistry types)
    {
        var reached = new HashSet<string>();
        var open = new Stack<Shape?>(shapes);
        while (open.TryPop(out var shape))
        {
            if (shape is NamedShape { Name: var name })
            {
                if (reached.Add(name))
                {
                    Parts(types.Find(name)).ForEach(open.Push);
                }
            }
            else
            {
                Parts(shape).ForEach(open.Push);
            }
        }

        return reached;
    }

    private static List<Shape?> Parts(Shape? shape) => shape switch
    {
        NullableShape nullable => [nullable.Inner],
        ListShape list => [list.Item],
        MapShape map => [map.Item],
        ChoiceShape choice => [.. choice.Choices],
        _ => [],
    };

    private static List<Shape?> Parts(TypeDefinition? type) => type switch
    {
        ObjectType entity => [.. entity.Properties.Select(static property => property.Shape), entity.Rest, entity.Union is { } union ? new NamedShape(union) : null],
        UnionType union => [.. union.Variants.Select(static variant => new NamedShape(variant.Type))],
        EventUnion events => [.. events.Events.Select(static one => one.Data)],
        _ => [],
    };
}
