using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.TypeScript;

/// <summary>Prints the types of a client.</summary>
internal sealed class DeclarationPrinter(SourceWriter source, IReadOnlyList<TypeDefinition> types)
{
    public void Print(TypeDefinition type)
    {
        PrintComment(type.Description, type.IsDeprecated);
        switch (type)
        {
            case ObjectType entity:
                PrintObject(entity);
                break;
            case EnumType names:
                source.Write($"export type {names.Name} = {string.Join(" | ", names.Members.Select(static member => TypeScriptTypes.Literal(member.Name)))};");
                break;
            case UnionType union:
                source.Write($"export type {union.Name} = {string.Join(" | ", union.Variants.Select(static variant => variant.Type))};");
                break;
            case EventUnion events:
                PrintEvents(events);
                break;
        }
    }

    /// <summary>A comment before what is declared next.</summary>
    public void PrintComment(string? text, bool isDeprecated)
    {
        var lines = (text ?? "").Replace("*/", "*\\/", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim().Split('\n')
            .Where(static line => line.Length > 0)
            .Select(static line => line.TrimEnd())
            .ToList();
        if (isDeprecated)
        {
            lines.Add("@deprecated");
        }

        if (lines.Count == 1)
        {
            source.Write($"/** {lines[0]} */");
        }
        else if (lines.Count > 1)
        {
            source.Write("/**").Write(string.Join('\n', lines.Select(static line => $" * {line}"))).Write(" */");
        }
    }

    private void PrintObject(ObjectType entity)
    {
        source.Open($"export interface {entity.Name}");
        if (entity.Union is { } name && types.FirstOrDefault(type => type.Name == name) is UnionType union)
        {
            var tag = union.Variants.First(variant => variant.Type == entity.Name).Tag;
            source.Write($"{TypeScriptTypes.Member(union.Discriminator)}: {(union.HasNumbers ? tag : TypeScriptTypes.Literal(tag))};");
        }

        foreach (var property in entity.Properties)
        {
            PrintComment(property.Description, property.IsDeprecated);
            source.Write($"{TypeScriptTypes.Member(property.Name)}{(property.IsRequired ? "" : "?")}: {TypeScriptTypes.Of(property.Shape)};");
        }

        if (entity.Rest is not null)
        {
            source.Write("[member: string]: unknown;");
        }

        source.Close();
    }

    private void PrintEvents(EventUnion events)
    {
        source.Write($"export type {events.Name} =").Indent();
        for (var i = 0; i < events.Events.Count; i++)
        {
            var one = events.Events[i];
            var data = one.Data is null ? "string" : TypeScriptTypes.Of(one.Data);
            source.Write($"| StreamEvent<{(one.Name is null ? "OtherName" : TypeScriptTypes.Literal(one.Name))}, {data}>{(i == events.Events.Count - 1 ? ";" : "")}");
        }

        source.Outdent();
    }
}
