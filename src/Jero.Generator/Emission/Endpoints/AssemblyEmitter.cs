using System.Globalization;
using Jero.Generator.Emission.Json;
using Jero.Generator.Model;

namespace Jero.Generator.Emission.Endpoints;

/// <summary>Prints what each assembly has once: the map method and the resolver.</summary>
internal static class AssemblyEmitter
{
    // Suppressed even without an endpoint, when nothing was parsed that could have asked for it.
    private static readonly string[] HidesAnother = ["CS0436"];

    private const string NotClsCompliant = "\n#pragma warning disable CS3001, CS3002 // ASP.NET Core's own types are not CLS-compliant.";

    public static IEnumerable<GeneratedFile> Print(AssemblyModel assembly) =>
        [new GeneratedFile("MapJero.g.cs", PrintMapMethod(assembly)), new GeneratedFile("JeroJson.g.cs", PrintResolver(assembly))];

    private static EquatableArray<string> Suppressed(AssemblyModel assembly) => HidesAnother.Union(assembly.Suppressed).ToEquatableArray();

    private static string PrintMapMethod(AssemblyModel assembly)
    {
        var source = new SourceWriter();
        var method = assembly.MapMethod;
        source.Write(
            $"""
            {GeneratedCode.Header("every endpoint of this assembly", Suppressed(assembly))}{(method.IsPublic ? NotClsCompliant : "")}

            namespace Jero;

            using Builder = global::Microsoft.AspNetCore.Builder;
            using Routing = global::Microsoft.AspNetCore.Routing;

            /// <summary>Maps the endpoints of this assembly.</summary>
            {GeneratedCode.Attribute}
            """);
        if (!method.IsPublic)
        {
            // Otherwise two assemblies that are joined by InternalsVisibleTo would both offer the method (CS0121).
            source.Write("[global::Microsoft.CodeAnalysis.Embedded]");
        }

        source.Open($"{(method.IsPublic ? "public" : "internal")} static class {method.ClassName}");
        source.Write(
            $"""
            /// <summary>
            /// Maps every class with <see cref="EndpointAttribute"/>, except those that the app maps by hand, and returns what they have in
            /// common, for conventions.
            /// </summary>
            {(method.IsPublic ? "public" : "internal")} static Builder::IEndpointConventionBuilder {TypeCode.Identifier(method.Name)}(this Routing::IEndpointRouteBuilder routes) =>
            """);
        source.Indent().Write("Generated.EndpointMapper.MapAll(").Indent();
        source.Write("routes,");
        if (assembly.Endpoints.Count == 0)
        {
            source.Write("[]);");
        }
        else
        {
            source.Write("[").Indent();
            foreach (var endpoint in assembly.Endpoints)
            {
                source.Write($"Generated.EndpointMapper.MapClass<{endpoint.Code()}>,");
            }

            source.Outdent().Write("]);");
        }

        return source.Outdent().Outdent().Close().ToString();
    }

    private static string PrintResolver(AssemblyModel assembly)
    {
        var source = new SourceWriter();
        source.Write(
            $"""
            {GeneratedCode.Header("the JSON of every type that the endpoints of this assembly stream", Suppressed(assembly))}

            namespace Jero.Generated;

            using Json = global::System.Text.Json;
            using Metadata = global::System.Text.Json.Serialization.Metadata;

            /// <summary>A writer, a schema and metadata for each type.</summary>
            {GeneratedCode.Attribute}
            [global::Microsoft.CodeAnalysis.Embedded]
            """);
        source.Open("internal static partial class JeroJson");
        source.Write(
            """
            /// <summary>The metadata of each type, for reading and for System.Text.Json itself.</summary>
            internal static Metadata::IJsonTypeInfoResolver Resolver { get; } = new TypeInfoResolver();

            """);
        source.Write(
            $$"""
            /// <summary>The wire rules of this assembly, for values that have no direct writer.</summary>
            internal static Json::JsonSerializerOptions Options { get; } = {{Asking(assembly, $"JsonTypeInfos.Options({Options(assembly.JsonOptions)})")}};

            /// <summary>Lets a writer find <see cref="Options"/>.</summary>
            internal readonly struct JeroMetadata : IJsonMetadata
            {
                static Json::JsonSerializerOptions IJsonMetadata.Options => Options;
            }

            """);
        source.Open("private sealed class TypeInfoResolver : Metadata::IJsonTypeInfoResolver");
        source.Open("public Metadata::JsonTypeInfo? GetTypeInfo(global::System.Type type, Json::JsonSerializerOptions options)");
        foreach (var definition in assembly.Definitions)
        {
            PrintCase(source, definition.TypeName, $"{definition.Name}.CreateTypeInfo(options)");
        }

        foreach (var constructed in assembly.Constructed)
        {
            PrintCase(source, constructed.TypeName, JsonTypeInfoPrinter.Constructed(constructed.Shape));
        }

        source.Write(assembly.HasUnknown ? "return BuiltInTypeInfo.Get(type, options);" : "return null;");
        return source.Close().Close().Close().ToString();
    }

    private static string Asking(AssemblyModel assembly, string options) => assembly.Asked.Count == 0 ? options
        : $"JsonTypeInfos.AskConverters({options}, {string.Join(", ", assembly.Asked.Select(static type => $"typeof({type.Code()})"))})";

    private static void PrintCase(SourceWriter source, TypeName type, string create) => source.Write(
        $$"""
        if (type == typeof({{type.Code()}}))
        {
            return {{create}};
        }

        """);

    private static string Options(JsonOptions options)
    {
        const string Serialization = "global::System.Text.Json.Serialization";
        List<string> arguments = ["Resolver", Policy(options.PropertyNamingPolicy)];
        if (options.DictionaryKeyPolicy != NamingPolicy.Unspecified)
        {
            arguments.Add($"dictionaryKeyPolicy: {Policy(options.DictionaryKeyPolicy)}");
        }

        if (options.DefaultIgnoreCondition != IgnoreCondition.Never)
        {
            arguments.Add($"defaultIgnoreCondition: {Serialization}.JsonIgnoreCondition.{options.DefaultIgnoreCondition}");
        }

        if (options.NumberHandling != new JsonOptions().NumberHandling)
        {
            arguments.Add($"numberHandling: ({Serialization}.JsonNumberHandling){options.NumberHandling.ToString(CultureInfo.InvariantCulture)}");
        }

        if (options.IncludeFields)
        {
            arguments.Add("includeFields: true");
        }

        if (options.DisallowsUnmapped)
        {
            arguments.Add($"unmappedMemberHandling: {Serialization}.JsonUnmappedMemberHandling.Disallow");
        }

        if (options.Populates)
        {
            arguments.Add($"preferredObjectCreationHandling: {Serialization}.JsonObjectCreationHandling.Populate");
        }

        if (!options.RespectNullableAnnotations)
        {
            arguments.Add("respectNullableAnnotations: false");
        }

        if (!options.RespectRequiredConstructorParameters)
        {
            arguments.Add("respectRequiredConstructorParameters: false");
        }

        return string.Join(", ", arguments);
    }

    private static string Policy(NamingPolicy policy) => policy == NamingPolicy.Unspecified ? "null" : $"Json::JsonNamingPolicy.{policy}";
}
