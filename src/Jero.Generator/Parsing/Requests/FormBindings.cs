using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>What is read from a form: files, fields, and the form as a whole.</summary>
internal static class FormBindings
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>What a field of a form says of the body.</summary>
    public static RequestBody Body { get; } = new(RequestBodyKind.Form, TypeName: null, Shape: null, IsInferred: false, IsOptional: false);

    /// <summary>A file, all files or the form; null if the type is none of these.</summary>
    public static BoundValue? ParseFile(BindingTarget target, string wireName) =>
        target.Type.Is(KnownTypes.IFormFile)
            ? Create(target, wireName, new FileSource(target.IsOptional), !target.IsOptional)
        : target.Type.Is(KnownTypes.IFormFileCollection) ? Create(target, "", new RequestPart(RequestPartKind.Files), canFail: false)
        : target.Type.Is(KnownTypes.IFormCollection) ? Create(target, "", new RequestPart(RequestPartKind.Fields), canFail: false)
        : null;

    /// <summary>What <c>[FromForm]</c> asks for: a file, the files of one name, a value or several.</summary>
    public static BoundValue? Parse(BindingTarget target, string wireName, HandlerScope scope) =>
        ParseFile(target, wireName) ?? ParseFiles(target, wireName) ?? ValueBindings.Parse(target, BindingSource.Form, wireName, scope);

    /// <summary>The name of the field that a member is read from.</summary>
    public static string NameOf(BindingTarget member) =>
        member.Says(KnownTypes.IFromFormMetadata)?.NamedString("Name")
        ?? member.Has(KnownTypes.DataMemberAttribute)?.NamedString("Name")
        ?? member.Name;

    /// <summary>Whether the type is put together of several fields.</summary>
    public static bool IsComplex(BindingTarget target) => target.Says(KnownTypes.IFromFormMetadata) is not null && IsComplexType(target.ValueType);

    /// <summary>Whether a type is put together of members, each a field or more.</summary>
    public static bool IsComplexType(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } named
        && TextFormParser.Of(named) is null && !ValueBindings.IsTexts(named) && ListOf(named) is null && DictionaryTypes.Find(named) is null
        && !IsFile(named) && !named.Is(KnownTypes.IFormFileCollection) && !named.Is(KnownTypes.IFormCollection);

    /// <summary>Whether it is a file, or several.</summary>
    public static bool IsFiles(ITypeSymbol type) => IsFile(type) || (ListOf(type) is var (item, _) && IsFile(item));

    /// <summary>The items of a collection, and the class that takes an array of them; null for what an array is already.</summary>
    public static (ITypeSymbol Item, TypeName? Collection)? ListOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => (array.ElementType, null),
        INamedTypeSymbol { TypeArguments: [var item] } named when named.ContainingNamespace?.ToDisplayString() == Generic => named.MetadataName switch
        {
            "IEnumerable`1" or "IReadOnlyCollection`1" or "IReadOnlyList`1" => (item, null),
            "List`1" or "IList`1" or "ICollection`1" => (item, CollectionOf("List", item)),
            "HashSet`1" or "ISet`1" or "IReadOnlySet`1" => (item, CollectionOf("HashSet", item)),
            _ => null,
        },
        _ => null,
    };

    /// <summary>Returns the value of a member, or its initial value if its field is missing.</summary>
    public static MemberValue Or(BindingTarget member, OwnValue own) => ListOf(member.Type) is var (_, collection)
        ? new BoundOrOwn(member.Local, collection is null && !IsReadOnlyFiles(member.Type) ? MissingForm.EmptyArray : MissingForm.EmptyCollection, own)
        : ValueBindings.IsTexts(member.ValueType) || member.Type.Is(KnownTypes.IFormFileCollection) || member.Type.Is(KnownTypes.IFormCollection) ? new BoundMember(member.Local)
        : new BoundOrOwn(member.Local, MissingForm.Null, own);

    private static TypeName CollectionOf(string name, ITypeSymbol item) =>
        new() { Namespace = Generic, Name = name, Arguments = new[] { item.ToName() }.ToEquatableArray() };

    // The files of one name, or all files for ASP.NET Core's own collection.
    private static BoundValue? ParseFiles(BindingTarget target, string wireName)
    {
        if (ListOf(target.Type) is not var (item, collection) || !IsFile(item))
        {
            return null;
        }

        return Create(target, wireName, new FilesSource(collection, target.Type is IArrayTypeSymbol), canFail: false);
    }

    private static bool IsReadOnlyFiles(ITypeSymbol type) => type is INamedTypeSymbol && ListOf(type) is var (item, _) && IsFile(item);

    private static bool IsFile(ITypeSymbol type) => type.Is(KnownTypes.IFormFile);

    private static BoundValue Create(BindingTarget target, string wireName, ValueSource value, bool canFail) => new(target, target.Bind(BindingSource.Form, wireName, value) with { CanFail = canFail })
    {
        Body = Body,
        IsAwaited = true,
    };
}
