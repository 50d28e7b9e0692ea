using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Parsing;

/// <summary>Reads what the assembly as a whole declares.</summary>
internal static class AssemblyParser
{
    /// <summary>What the assembly's attributes say.</summary>
    public static AssemblySettings Parse(Compilation compilation) => new(MapMethod(compilation), JsonOptions(compilation), HasLanguage(compilation));

    /// <summary>Returns whether the language version of the compilation can compile generated code.</summary>
    public static bool HasLanguage(Compilation compilation) => compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp12 };

    /// <summary>Checks the assembly's attributes, for mistakes that no class would report.</summary>
    public static IEnumerable<DiagnosticInfo> Check(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.Assembly.Attribute(KnownTypes.JeroEndpointsAttribute) is { ConstructorArguments: [{ Value: string name }] } attribute
            && !SyntaxFacts.IsValidIdentifier(name))
        {
            yield return DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidMapMethod, attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation(), name);
        }

        if (compilation.Assembly.Attribute(KnownTypes.JeroJsonOptionsAttribute) is { } options)
        {
            foreach (var argument in options.NamedArguments.Where(static argument => argument.Value.Value is int value && !IsKnown(argument.Key, value)))
            {
                yield return DiagnosticInfo.Create(
                    DiagnosticDescriptors.UnknownOption,
                    options.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation(),
                    argument.Key,
                    argument.Value.ToCSharpString());
            }
        }

        if (JsonContexts.FaultOf(compilation.Assembly, new Reachable(compilation, compilation.Assembly), location: null, cancellationToken) is { } fault)
        {
            yield return fault;
        }
    }

    /// <summary>The map method: <c>MapJero</c>, or the public one that <c>[assembly: JeroEndpoints("MapCatalog")]</c> names.</summary>
    private static MapMethod MapMethod(Compilation compilation) =>
        compilation.Assembly.Attribute(KnownTypes.JeroEndpointsAttribute) is { ConstructorArguments: [{ Value: string name }] }
        && SyntaxFacts.IsValidIdentifier(name)
            ? new MapMethod(name, FreeClass(name + "Extensions", compilation), IsPublic: true)
            : new MapMethod("MapJero", FreeClass("MapJeroExtensions", compilation), IsPublic: false);

    // Nobody writes the name of the class, so it can give way to a class of the user's.
    private static string FreeClass(string name, Compilation compilation)
    {
        while (compilation.GlobalNamespace.GetMembers("Jero").OfType<INamespaceSymbol>().Any(space => space.GetMembers(name).Any(member => member.SourceLocation() is not null)))
        {
            name = "Jero" + name;
        }

        return name;
    }

    /// <summary>The wire rules of the assembly, by <c>[assembly: JeroJsonOptions]</c>.</summary>
    public static JsonOptions JsonOptions(Compilation compilation)
    {
        var options = new JsonOptions();
        foreach (var argument in compilation.Assembly.Attribute(KnownTypes.JeroJsonOptionsAttribute)?.NamedArguments ?? [])
        {
            options = (argument.Key, argument.Value.Value) switch
            {
                (_, int value) when !IsKnown(argument.Key, value) => options,
                ("PropertyNamingPolicy", int policy) => options with { PropertyNamingPolicy = (NamingPolicy)policy },
                ("DictionaryKeyPolicy", int policy) => options with { DictionaryKeyPolicy = (NamingPolicy)policy },
                ("DefaultIgnoreCondition", int condition) => options with { DefaultIgnoreCondition = ConditionOf(condition) },
                ("NumberHandling", int handling) => options with { NumberHandling = handling },
                ("UseStringEnumConverter", bool isString) => options with { UseStringEnumConverter = isString },
                ("IncludeFields", bool include) => options with { IncludeFields = include },
                ("UnmappedMemberHandling", int handling) => options with { DisallowsUnmapped = handling == 1 },
                ("PreferredObjectCreationHandling", int handling) => options with { Populates = handling == 1 },
                ("RespectNullableAnnotations", bool respect) => options with { RespectNullableAnnotations = respect },
                ("RespectRequiredConstructorParameters", bool respect) => options with { RespectRequiredConstructorParameters = respect },
                _ => options,
            };
        }

        return options;
    }

    // The values that System.Text.Json's own options accept.
    private static bool IsKnown(string option, int value) => option switch
    {
        "PropertyNamingPolicy" or "DictionaryKeyPolicy" => value is >= 0 and <= (int)NamingPolicy.KebabCaseUpper,
        "DefaultIgnoreCondition" => value is 0 or 2 or 3,
        "NumberHandling" => value is >= 0 and <= 7,
        "UnmappedMemberHandling" or "PreferredObjectCreationHandling" => value is 0 or 1,
        _ => true,
    };

    // The values of JsonIgnoreCondition.
    private static IgnoreCondition ConditionOf(int condition) => condition switch
    {
        2 => IgnoreCondition.WhenWritingDefault,
        3 => IgnoreCondition.WhenWritingNull,
        _ => IgnoreCondition.Never,
    };
}
