using System.Text;

namespace Jero.Generator.Model;

/// <summary>The name of a type, of which a printer makes what its language has for it.</summary>
internal sealed record TypeName
{
    private string? _identity;

    private TypeName(TypeName other)
    {
        Form = other.Form;
        Namespace = other.Namespace;
        Name = other.Name;
        Outer = other.Outer;
        Arguments = other.Arguments;
        OpenArity = other.OpenArity;
        Rank = other.Rank;
        ElementNames = other.ElementNames;
        IsNullable = other.IsNullable;
    }

    public TypeName()
    {
    }

    /// <summary>The name of nothing, where there is no type.</summary>
    public static TypeName None { get; } = new() { Name = "" };

    /// <summary>Text.</summary>
    public static TypeName Text { get; } = new() { Form = TypeForm.BuiltIn, Namespace = "System", Name = "String" };

    /// <summary>A stream of bytes.</summary>
    public static TypeName Stream { get; } = new() { Namespace = "System.IO", Name = "Stream" };

    public TypeForm Form { get; init; }

    /// <summary>The namespace; null in the global one, of a nested type, and of what has no name of its own.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name alone: <c>Movie</c>, <c>Int32</c>; empty for an array or a tuple.</summary>
    public required string Name { get; init; }

    /// <summary>The type that it is nested in; null if it is in none.</summary>
    public TypeName? Outer { get; init; }

    /// <summary>Its own type arguments, the element of an array, or the elements of a tuple.</summary>
    public EquatableArray<TypeName> Arguments { get; init; }

    /// <summary>How many type arguments are left open, as in <c>typeof(List&lt;&gt;)</c>.</summary>
    public int OpenArity { get; init; }

    /// <summary>How many dimensions an array has.</summary>
    public int Rank { get; init; }

    /// <summary>What the elements of a tuple are called; empty if one has no name.</summary>
    public EquatableArray<string> ElementNames { get; init; }

    /// <summary>Whether it is annotated so, or is <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it is the type of every value.</summary>
    public bool IsObject => this is { Form: TypeForm.BuiltIn, Name: "Object", IsNullable: false };

    /// <summary>The short name that messages and C# have for a built-in type; else null.</summary>
    public string? Keyword => Form != TypeForm.BuiltIn ? null : Name switch
    {
        "Object" => "object",
        "Void" => "void",
        "Boolean" => "bool",
        "Char" => "char",
        "SByte" => "sbyte",
        "Byte" => "byte",
        "Int16" => "short",
        "UInt16" => "ushort",
        "Int32" => "int",
        "UInt32" => "uint",
        "Int64" => "long",
        "UInt64" => "ulong",
        "Decimal" => "decimal",
        "Single" => "float",
        "Double" => "double",
        "String" => "string",
        "IntPtr" => "nint",
        "UIntPtr" => "nuint",
        _ => "dynamic",
    };

    /// <summary>
    /// The key that files sort types by. It is the order of the names in C#, where a name in a namespace begins with a <c>g</c> and a
    /// built-in type with its keyword.
    /// </summary>
    public string SortKey => Describe("g");

    /// <summary>The type of its arrays.</summary>
    public TypeName ToArray() => new() { Form = TypeForm.Array, Name = "", Rank = 1, Arguments = new[] { this }.ToEquatableArray() };

    /// <summary>Whether it is the type of that name, whatever its arguments.</summary>
    public bool Is(string containingNamespace, string name) => Form == TypeForm.Named && Outer is null && Namespace == containingNamespace && Name == name;

    // A message says 'string' for a class of that name as well. The root tells it from the built-in type.
    private string Identity => _identity ??= Describe("/");

    public bool Equals(TypeName? other) => other is not null && (ReferenceEquals(this, other) || Identity == other.Identity);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Identity);

    /// <summary>The name as a message says it: <c>Shop.Page&lt;int&gt;</c>.</summary>
    public override string ToString() => Describe("");

    private string Describe(string root)
    {
        var text = new StringBuilder();
        Append(text, root);
        return text.ToString();
    }

    private void Append(StringBuilder text, string root)
    {
        if (Form == TypeForm.Array)
        {
            AppendArray(text, root);
        }
        else if (Form == TypeForm.Tuple)
        {
            text.Append('(');
            AppendArguments(text, root);
            text.Append(')');
        }
        else if (Keyword is { } keyword)
        {
            text.Append(keyword);
        }
        else
        {
            AppendNamed(text, root);
        }

        text.Append(IsNullable ? "?" : "");
    }

    // The outermost dimensions come first, and a nullable array inside another one ends them.
    private void AppendArray(StringBuilder text, string root)
    {
        var (element, ranks) = (this, new StringBuilder());
        do
        {
            ranks.Append('[').Append(',', element.Rank - 1).Append(']');
            element = element.Arguments[0];
        }
        while (element is { Form: TypeForm.Array, IsNullable: false });
        element.Append(text, root);
        text.Append(ranks);
    }

    private void AppendNamed(StringBuilder text, string root)
    {
        if (Outer is not null)
        {
            Outer.Append(text, root);
            text.Append('.');
        }
        else if (Form == TypeForm.Named)
        {
            text.Append(root).Append(Namespace).Append(Namespace is null ? "" : ".");
        }

        text.Append(Name);
        if (OpenArity > 0)
        {
            text.Append('<').Append(',', OpenArity - 1).Append('>');
        }
        else if (Arguments.Count > 0)
        {
            text.Append('<');
            AppendArguments(text, root);
            text.Append('>');
        }
    }

    private void AppendArguments(StringBuilder text, string root)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Arguments[i].Append(text, root);
            if (i < ElementNames.Count && ElementNames[i].Length > 0)
            {
                text.Append(' ').Append(ElementNames[i]);
            }
        }
    }
}

/// <summary>What a name is made of.</summary>
internal enum TypeForm
{
    /// <summary>A namespace or an outer type, a name and arguments.</summary>
    Named,

    /// <summary>One of those that C# has a keyword for.</summary>
    BuiltIn,

    /// <summary>A type parameter.</summary>
    Parameter,
    Array,
    Tuple,
}
