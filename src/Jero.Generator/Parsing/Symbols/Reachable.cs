using Jero.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>
/// Checks every symbol that generated code names. It says why generated code cannot name a symbol, and collects the ids of the warnings
/// that the compiler would report for one that it can.
/// </summary>
internal sealed class Reachable(Compilation compilation, ISymbol endpoint)
{
    // https://learn.microsoft.com/dotnet/csharp/misc/cs0436
    private const string HidesId = "CS0436";

    private readonly SortedSet<string> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<IAssemblySymbol, bool> _behindAlias = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<string>> _idsOfWhole = new(SymbolEqualityComparer.Default);
    private readonly bool _hidesFramework = DeclaresInNamespaceOfFramework(compilation.Assembly.GlobalNamespace);
    private SortedSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The ids of the file that is being parsed.</summary>
    public EquatableArray<string> Ids => Named(_ids);

    /// <summary>The ids of every file of this endpoint.</summary>
    public EquatableArray<string> AllIds => Named(_all);

    // Generated code names types of .NET and Jero without asking for each of them.
    private EquatableArray<string> Named(SortedSet<string> ids) => _hidesFramework && !ids.Contains(HidesId)
        ? ids.Append(HidesId).OrderBy(static id => id, StringComparer.Ordinal).ToEquatableArray()
        : ids.ToEquatableArray();

    // Microsoft.CodeAnalysis belongs to every project, because generators declare their EmbeddedAttribute there.
    private static bool DeclaresInNamespaceOfFramework(INamespaceSymbol root) => root.GetNamespaceMembers().Any(static part =>
        part.Name is "System" or "Jero" || (part.Name == "Microsoft" && part.GetNamespaceMembers().Any(static inner => inner.Name != "CodeAnalysis")));

    /// <summary>Returns whether the compiler already reports an error for the type, because it is half-typed or misspelt.</summary>
    public static bool IsUnfinished(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsUnfinished(array.ElementType),
        IPointerTypeSymbol pointer => IsUnfinished(pointer.PointedAtType),
        INamedTypeSymbol named => IsUnnamed(named) || named.IsUnboundGenericType || named.TypeArguments.Any(IsUnfinished) || (named.ContainingType is { } outer && IsUnfinished(outer)),
        _ => false,
    };

    private static bool IsUnnamed(INamedTypeSymbol type)
    {
        for (ISymbol? part = type.IsTupleType ? null : type; part is not null and not INamespaceSymbol { IsGlobalNamespace: true } and not IModuleSymbol; part = part.ContainingSymbol)
        {
            if (part.Name.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether every use is a compile error that no pragma can suppress.</summary>
    public static bool IsForbidden(ISymbol symbol) =>
        symbol.Attribute(KnownTypes.ObsoleteAttribute) is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>Collects the ids of a file of its own, such as that of one definition, until it is closed.</summary>
    public SortedSet<string> Open()
    {
        var outer = _ids;
        _ids = new SortedSet<string>(StringComparer.Ordinal);
        return outer;
    }

    /// <summary>The ids since <see cref="Open"/>.</summary>
    public EquatableArray<string> Close(SortedSet<string> outer)
    {
        var ids = Ids;
        _ids = outer;
        return ids;
    }

    /// <summary>Why generated code cannot name the type, and what to do; null if it can.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isInClass">Whether only the generated half of the endpoint class names it.</param>
    public string? ReasonAgainst(ITypeSymbol type, bool isInClass = false) => IsNoArgument(type)
        ? $"'{type.Message()}' has static abstract members and cannot be a generic type argument, so use a class that implements it"
        : ReasonAgainstName(type, isInClass);

    private string? ReasonAgainstName(ITypeSymbol type, bool isInClass)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return ReasonAgainstName(array.ElementType, isInClass);
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                return "a pointer cannot be kept, so use a type that is not a pointer";
            case not INamedTypeSymbol:
                return null;
        }

        for (var part = (INamedTypeSymbol)type; part is not null; part = part.ContainingType)
        {
            if (part.SpecialType is not (SpecialType.None or SpecialType.System_Nullable_T) && part.Arity == 0)
            {
                continue;
            }

            if (ReasonAgainstDeclaration(part.OriginalDefinition, isInClass) is { } reason)
            {
                return reason;
            }

            foreach (var argument in part.TypeArguments)
            {
                if (ReasonAgainstName(argument, isInClass) is { } inner)
                {
                    return inner;
                }
            }
        }

        return null;
    }

    /// <summary>Why a service, a parameter or another value of the type cannot be handed on; null if it can.</summary>
    public string? ReasonAgainstValue(ITypeSymbol type) =>
        type.IsRefLikeType ? "a ref struct cannot be kept for a request, so use a class, an array or a string"
        : ReasonAgainst(type, isInClass: true);

    // CS8920: the interface has static abstract members that neither it nor another interface implements.
    private static bool IsNoArgument(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Interface)
        {
            return false;
        }

        var members = type.AllInterfaces.Add((INamedTypeSymbol)type).SelectMany(static part => part.GetMembers()).ToList();
        return members.Exists(member => member is { IsStatic: true, IsAbstract: true } and (IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: true })
            && !members.Exists(other => other is IMethodSymbol method && method.ExplicitInterfaceImplementations.Contains(member, SymbolEqualityComparer.Default)));
    }

    /// <summary>Returns whether generated code can use the member. If not, it must reach the member in another way.</summary>
    public bool CanUse(ISymbol member, bool isInClass = false)
    {
        var declaration = (member as IMethodSymbol)?.AssociatedSymbol;
        if (!IsAccessible(member, isInClass) || IsForbidden(member) || (declaration is not null && IsForbidden(declaration)))
        {
            return false;
        }

        return Collect(member) && (declaration is null || Collect(declaration));
    }

    /// <summary>Collects the ids of what <c>new</c> names beside the type: the constructor without parameters, and required members.</summary>
    public void CollectConstruction(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors.Where(static part => part.Parameters.IsEmpty))
        {
            Collect(constructor);
        }

        for (var part = type; part is not null; part = part.BaseType)
        {
            foreach (var member in part.OriginalDefinition.GetMembers().Where(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                Collect(member);
            }
        }
    }

    /// <summary>Whether generated code can create the attribute anew.</summary>
    public bool CanUse(AttributeData attribute, bool isInClass = false) =>
        attribute is { AttributeClass: { } type, AttributeConstructor: { } constructor }
        && ReasonAgainst(type, isInClass) is null
        && CanUse(constructor, isInClass)
        && attribute.ConstructorArguments.All(argument => CanUse(argument, isInClass))
        && attribute.NamedArguments.All(argument => CanUse(argument.Value, isInClass)
            && type.GetMembers(argument.Key).All(member => !IsForbidden(member) && Collect(member)));

    /// <summary>Whether generated code can repeat the constant.</summary>
    public bool CanUse(TypedConstant constant, bool isInClass = false) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(value => CanUse(value, isInClass)),
        TypedConstantKind.Type => constant.Value is not ITypeSymbol type || ReasonAgainstName(type, isInClass) is null,
        _ => constant.Type is null || ReasonAgainst(constant.Type, isInClass) is null,
    };

    private string? ReasonAgainstDeclaration(INamedTypeSymbol type, bool isInClass)
    {
        var name = type.Message();
        if (type.IsFileLocal || !IsAccessible(type, isInClass))
        {
            return !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
                ? $"generated code cannot see '{name}', which is not public in its assembly, so use another type"
                : $"generated code cannot see '{name}', so make it internal or public";
        }

        if (IsForbidden(type))
        {
            return $"'{name}' is obsolete as an error, so remove 'true' from its [Obsolete] or use another type";
        }

        if (IsBehindAlias(type))
        {
            return $"the assembly of '{name}' is referenced by an extern alias only, so reference it without one or use another type";
        }

        return Collect(type) ? null : $"the diagnostic id of '{name}' is not an identifier and no #pragma can name it, so use another id";
    }

    // The compiler's own check searches all references, a cost that most symbols can avoid.
    private bool IsAccessible(ISymbol symbol, bool isInClass) =>
        IsOpen(symbol) || compilation.IsSymbolAccessibleWithin(symbol, isInClass && endpoint is INamedTypeSymbol ? endpoint : compilation.Assembly);

    private bool IsOpen(ISymbol symbol)
    {
        var isOwn = IsOwn(symbol.ContainingAssembly);
        for (var part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility != Accessibility.Public && !(isOwn && part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsOwn(IAssemblySymbol? assembly) => SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);

    private bool IsBehindAlias(INamedTypeSymbol type)
    {
        if (type.ContainingAssembly is not { } assembly || IsOwn(assembly))
        {
            return false;
        }

        if (!_behindAlias.TryGetValue(assembly, out var isBehind))
        {
            isBehind = compilation.GetMetadataReference(assembly) is { Properties.Aliases: { IsDefaultOrEmpty: false } aliases }
                && !aliases.Contains(MetadataReferenceProperties.GlobalAlias);
            _behindAlias.Add(assembly, isBehind);
        }

        return isBehind;
    }

    // [Experimental] on an assembly or module applies to everything in it, except inside it.
    private bool Collect(ISymbol symbol)
    {
        var isNamed = Add(IdsOf(symbol));
        if (symbol is INamedTypeSymbol type && HidesAnother(type))
        {
            Add([HidesId]);
        }

        if (symbol.ContainingAssembly is { } assembly && !IsOwn(assembly))
        {
            isNamed &= AddWhole(assembly) && (symbol.ContainingModule is not { } module || AddWhole(module));
        }

        return isNamed;
    }

    // https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/cs0618
    private static string ObsoleteId(AttributeData attribute) =>
        attribute.NamedString("DiagnosticId") ?? (attribute.ConstructorArguments is [{ Value: string }, ..] ? "CS0618" : "CS0612");

    // Suppresses what the trimming analyzers would report for each use. Publishing does not read pragmas and reports it anyway.
    // https://learn.microsoft.com/dotnet/core/deploying/trimming/fixing-warnings
    private static string? WarningOf(INamedTypeSymbol? attribute) =>
        attribute.Is(KnownTypes.RequiresUnreferencedCodeAttribute) ? "IL2026"
        : attribute.Is(KnownTypes.RequiresDynamicCodeAttribute) ? "IL3050"
        : attribute.Is(KnownTypes.RequiresAssemblyFilesAttribute) ? "IL3002"
        : null;

    // A type of the project with the same name as one in a reference: the compiler uses the project's type and warns at each use.
    private bool HidesAnother(INamedTypeSymbol type) =>
        IsOwn(type.ContainingAssembly)
        && type.ContainingType is null
        && compilation.GetCompilationNamespace(type.ContainingNamespace)?.GetTypeMembers(type.Name, type.Arity).Length > 1;

    private bool AddWhole(ISymbol whole)
    {
        if (!_idsOfWhole.TryGetValue(whole, out var ids))
        {
            ids = [.. IdsOf(whole)];
            _idsOfWhole.Add(whole, ids);
        }

        return Add(ids);
    }

    private bool Add(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (!SyntaxFacts.IsValidIdentifier(id))
            {
                return false;
            }

            _ids.Add(id);
            _all.Add(id);
        }

        return true;
    }

    private static IEnumerable<string> IdsOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            var id = attribute.AttributeClass.Is(KnownTypes.ExperimentalAttribute)
                ? attribute.ConstructorArguments is [{ Value: string experimental }] ? experimental : null
                : attribute.AttributeClass.Is(KnownTypes.ObsoleteAttribute) ? ObsoleteId(attribute)
                : WarningOf(attribute.AttributeClass);
            if (!string.IsNullOrEmpty(id))
            {
                yield return id!;
            }
        }
    }
}
