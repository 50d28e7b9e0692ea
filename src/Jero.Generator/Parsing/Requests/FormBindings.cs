using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Files of a form, and the form as a whole.</summary>
internal static class FormBindings
{
    private const string Http = "Microsoft.AspNetCore.Http";

    /// <summary>What a field of a form says of the body.</summary>
    public static RequestBody Body { get; } = new(RequestBodyKind.Form, TypeName: null, Shape: null, IsInferred: false, IsOptional: false);

    /// <summary>A file, all files or the form; null where the type is none of these.</summary>
    public static BoundValue? ParseFile(BindingTarget target, string wireName) =>
        target.Type.Is(Http, "IFormFile")
            ? Create(target, wireName, $"request.{(target.IsOptional ? "FileOrNull" : "RequiredFile")}({SymbolNames.Literal(wireName)})", !target.IsOptional)
        : target.Type.Is(Http, "IFormFileCollection") ? Create(target, "", "request.Files", canFail: false)
        : target.Type.Is(Http, "IFormCollection") ? Create(target, "", "request.Fields", canFail: false)
        : null;

    private static BoundValue Create(BindingTarget target, string wireName, string expression, bool canFail) => new(target, target.Bind(BindingSource.Form, wireName, expression) with { CanFail = canFail })
    {
        Body = Body,
        IsAwaited = true,
    };
}
