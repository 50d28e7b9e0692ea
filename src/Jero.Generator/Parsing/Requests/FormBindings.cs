using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>What is read from a form: files, fields, and the form as a whole.</summary>
internal static class FormBindings
{
    private const string Http = "Microsoft.AspNetCore.Http";
    private const string Generic = "System.Collections.Generic";

    /// <summary>What a field of a form says of the body.</summary>
    public static RequestBody Body { get; } = new(RequestBodyKind.Form, TypeName: null, Shape: null, IsInferred: false, IsOptional: false);

    /// <summary>A file, all files or the form; null where the type is none of these.</summary>
    public static BoundValue? ParseFile(BindingTarget target, string wireName) =>
        target.Type.Is(Http, "IFormFile")
            ? Create(target, wireName, $"request.{(target.IsOptional ? "FileOrNull" : "RequiredFile")}({SymbolNames.Literal(wireName)})", !target.IsOptional)
        : target.Type.Is(Http, "IFormFileCollection") ? Create(target, "", "request.Files", canFail: false)
        : target.Type.Is(Http, "IFormCollection") ? Create(target, "", "request.Fields", canFail: false)
        : null;

    /// <summary>What <c>[FromForm]</c> asks for: a file, the files of one name, a value or several.</summary>
    public static BoundValue? Parse(BindingTarget target, string wireName, HandlerScope scope) =>
        ParseFile(target, wireName) ?? ParseFiles(target, wireName) ?? ValueBindings.Parse(target, BindingSource.Form, wireName, scope);

    /// <summary>The name of the field that a member is read from.</summary>
    public static string NameOf(BindingTarget member) =>
        member.Says("IFromFormMetadata")?.NamedString("Name")
        ?? member.Has("System.Runtime.Serialization", "DataMemberAttribute")?.NamedString("Name")
        ?? member.Name;

    /// <summary>Whether the type is put together of several fields.</summary>
    public static bool IsComplex(BindingTarget target) => target.Says("IFromFormMetadata") is not null && IsComplexType(target.ValueType);

    /// <summary>Whether a type is put together of members, each a field or more.</summary>
    public static bool IsComplexType(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } named
        && TextForm.Of(named) is null && !ValueBindings.IsTexts(named) && ListOf(named) is null && DictionaryTypes.Find(named) is null
        && !IsFile(named) && !named.Is(Http, "IFormFileCollection") && !named.Is(Http, "IFormCollection");

    /// <summary>Whether it is a file, or several.</summary>
    public static bool IsFiles(ITypeSymbol type) => IsFile(type) || (ListOf(type) is var (item, _) && IsFile(item));

    /// <summary>The items of a collection, and the class that takes an array of them; null for what an array is already.</summary>
    public static (ITypeSymbol Item, string? Collection)? ListOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => (array.ElementType, null),
        INamedTypeSymbol { TypeArguments: [var item] } named when named.ContainingNamespace?.ToDisplayString() == Generic => named.MetadataName switch
        {
            "IEnumerable`1" or "IReadOnlyCollection`1" or "IReadOnlyList`1" => (item, null),
            "List`1" or "IList`1" or "ICollection`1" => (item, $"global::{Generic}.List<{item.Code()}>"),
            "HashSet`1" or "ISet`1" or "IReadOnlySet`1" => (item, $"global::{Generic}.HashSet<{item.Code()}>"),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The expression of a member's value, or of what the member has on its own where its field is missing.</summary>
    public static string Or(BindingTarget member, string initial) => ListOf(member.Type) is var (_, collection)
        ? $"{member.Local}.{(collection is null && !IsReadOnlyFiles(member.Type) ? "Length" : "Count")} > 0 ? {member.Local} : {initial}"
        : ValueBindings.IsTexts(member.ValueType) || member.Type.Is(Http, "IFormFileCollection") || member.Type.Is(Http, "IFormCollection") ? member.Local
        : $"{member.Local} ?? {initial}";

    // The files of one name, or of no name in particular for the framework's own collection.
    private static BoundValue? ParseFiles(BindingTarget target, string wireName)
    {
        if (ListOf(target.Type) is not var (item, collection) || !IsFile(item))
        {
            return null;
        }

        var files = $"request.FilesOf({SymbolNames.Literal(wireName)})";
        return Create(
            target,
            wireName,
            collection is not null ? $"new {collection}({files})" : target.Type is IArrayTypeSymbol ? $"global::System.Linq.Enumerable.ToArray({files})" : files,
            canFail: false);
    }

    private static bool IsReadOnlyFiles(ITypeSymbol type) => type is INamedTypeSymbol && ListOf(type) is var (item, _) && IsFile(item);

    private static bool IsFile(ITypeSymbol type) => type.Is(Http, "IFormFile");

    private static BoundValue Create(BindingTarget target, string wireName, string expression, bool canFail) => new(target, target.Bind(BindingSource.Form, wireName, expression) with { CanFail = canFail })
    {
        Body = Body,
        IsAwaited = true,
    };
}
