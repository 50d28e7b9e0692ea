using System.Text;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission;

/// <summary>Prints types and identifiers.</summary>
internal static class TypeCode
{
    /// <summary>Prints the type with its root: <c>global::Shop.Movie?</c>.</summary>
    public static string Code(this TypeName type) => Print(type, "global::");

    /// <summary>Prints the type as one that may be null.</summary>
    public static string CodeOrNull(this TypeName type) => Print(type, "global::") + "?";

    /// <summary>Prints the type without the root, for comments and the names of components.</summary>
    public static string Title(this TypeName type) => Print(type, "");

    /// <summary>A name as an identifier: <c>@class</c>.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A namespace as its declaration has it.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(static part =>
        SyntaxFacts.GetKeywordKind(part) != SyntaxKind.None ? "@" + part : part));

    /// <summary>Prints the initializer that C# requires after <c>new</c>; empty if it requires none.</summary>
    public static string Initializer(EquatableArray<string> requiredMembers)
    {
        var members = GeneratedCode.Join(requiredMembers.Select(static name => $"{Identifier(name)} = default!"));
        return requiredMembers.Count == 0 ? "" : $" {{ {members} }}";
    }

    private static string Print(TypeName type, string root)
    {
        var code = new StringBuilder();
        Append(code, type, root);
        return code.ToString();
    }

    private static void Append(StringBuilder code, TypeName type, string root)
    {
        switch (type)
        {
            case { Form: TypeForm.Array }:
                AppendArray(code, type, root);
                break;
            case { Form: TypeForm.Tuple }:
                AppendArguments(code, type, root, '(', ')');
                break;
            case { Keyword: { } keyword }:
                code.Append(keyword);
                break;
            default:
                AppendNamed(code, type, root);
                break;
        }

        code.Append(type.IsNullable ? "?" : "");
    }

    // https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/arrays#1721-general
    private static void AppendArray(StringBuilder code, TypeName type, string root)
    {
        var (element, ranks) = (type, new StringBuilder());
        do
        {
            ranks.Append('[').Append(',', element.Rank - 1).Append(']');
            element = element.Arguments[0];
        }
        while (element is { Form: TypeForm.Array, IsNullable: false });
        Append(code, element, root);
        code.Append(ranks);
    }

    private static void AppendNamed(StringBuilder code, TypeName type, string root)
    {
        if (type.Outer is { } outer)
        {
            Append(code, outer, root);
            code.Append('.');
        }
        else if (type.Form == TypeForm.Named)
        {
            code.Append(root);
            foreach (var part in type.Namespace?.Split('.') ?? [])
            {
                code.Append(Escaped(part)).Append('.');
            }
        }

        code.Append(Escaped(type.Name));
        if (type.OpenArity > 0)
        {
            code.Append('<').Append(',', type.OpenArity - 1).Append('>');
        }
        else if (type.Arguments.Count > 0)
        {
            AppendArguments(code, type, root, '<', '>');
        }
    }

    private static void AppendArguments(StringBuilder code, TypeName type, string root, char open, char close)
    {
        code.Append(open);
        for (var i = 0; i < type.Arguments.Count; i++)
        {
            code.Append(i == 0 ? "" : ", ");
            Append(code, type.Arguments[i], root);
            if (i < type.ElementNames.Count && type.ElementNames[i].Length > 0)
            {
                code.Append(' ').Append(Escaped(type.ElementNames[i]));
            }
        }

        code.Append(close);
    }

    // 'await' is a keyword where generated code is asynchronous (CS4003).
    private static string Escaped(string name) => name == "await" || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
