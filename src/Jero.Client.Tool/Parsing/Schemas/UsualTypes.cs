using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>
/// Finds the types in streams that a generated reader can read: objects with plain values, with lists, and with each other.
/// </summary>
internal static class UsualTypes
{
    // A reader remembers by one bit each which members it has read.
    private const int MostMembers = 64;

    public static IReadOnlyList<TypeDefinition> Mark(IReadOnlyList<Operation> operations, IReadOnlyList<TypeDefinition> types, TypeRegistry registry)
    {
        var streamed = TypeUses.Reach(
            operations.Where(static operation => operation.Answer.Kind is AnswerKind.Items or AnswerKind.Events or AnswerKind.NamedEvents)
                .Select(static operation => operation.Answer.Shape),
            registry);
        var names = types.Select(static type => type.Name).ToHashSet();
        var usual = types.Where(type => streamed.Contains(type.Name) && !names.Contains($"{type.Name}Reader") && MayBeUsual(type)).ToDictionary(static type => type.Name);
        // A type with a member that is not usual is not usual either.
        while (usual.Values.FirstOrDefault(type => type is ObjectType entity && !entity.Properties.All(property => IsUsual(property.Shape, usual))) is { } unusual)
        {
            usual.Remove(unusual.Name);
        }

        return [.. types.Select(type => usual.ContainsKey(type.Name) ? type with { IsReadDirectly = true } : type)];
    }

    // System.Text.Json may give a meaning to a member with a dollar sign.
    private static bool MayBeUsual(TypeDefinition type) => type is EnumType or ObjectType { Union: null, Rest: null, Properties.Count: > 0 and <= MostMembers }
        && (type is not ObjectType entity || !entity.Properties.Any(static property => property.Name.StartsWith('$')));

    private static bool IsUsual(Shape shape, Dictionary<string, TypeDefinition> usual) => shape switch
    {
        NullableShape nullable => IsUsual(nullable.Inner, usual),
        ListShape list => IsUsual(list.Item, usual),
        NamedShape named => usual.ContainsKey(named.Name),
        ScalarShape { Kind: <= Scalar.DateTime or Scalar.Uuid } or ConstantShape => true,
        _ => false,
    };
}
