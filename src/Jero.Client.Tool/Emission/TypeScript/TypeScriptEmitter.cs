using Jero.Client.Tool.Model;

namespace Jero.Client.Tool.Emission.TypeScript;

/// <summary>Prints a client as one file of TypeScript, or as one of JavaScript with one of its types.</summary>
internal static class TypeScriptEmitter
{
    private const string Made = "Makes a client; it connects when something is called.";

    /// <summary>
    /// Lists the names that the types of a client may not have: those of the runtime, and those of the platform that it uses.
    /// </summary>
    public static IEnumerable<string> Reserved(string name) =>
        [name, "ClientOptions", "CallOptions", "StreamOptions", "StreamState", "EventOptions", "StreamEvent", "OtherName", "UnknownEvent", "Problem", "ApiError", "StreamTruncatedError", "Value", "Values",
            "Call", "RawEvent", "Message", "Broken", "ArrayScanner", "EventParser", "Error", "TypeError", "RangeError", "SyntaxError", "Promise", "Array", "Record", "String",
            "Number", "Math", "Date", "JSON", "Object", "Response", "Request", "RequestInit", "Headers", "Blob", "BlobPart", "BodyInit", "FormData", "URLSearchParams",
            "AbortSignal", "AbortController", "ReadableStream", "TextEncoder", "TextDecoder", "Uint8Array", "BroadcastChannel", "AsyncGenerator", "AsyncIterable", "Generator",
            "Iterable", "ReadonlyArray", "ReadableStreamReadResult", "ReturnType", "Infinity", "Opening", "Output", "News", "MessageEvent"];

    public static string PrintTypeScript(Api api, TypeScriptOptions options)
    {
        var (declarations, code) = Print(api, options);
        return Head(options) + TypeScriptRuntime.Types + "\n" + declarations + "\n" + TypeScriptRuntime.ToTypeScript(code);
    }

    public static string PrintJavaScript(Api api, TypeScriptOptions options) => Head(options) + TypeScriptRuntime.ToJavaScript(Print(api, options).Code);

    public static string PrintTypes(Api api, TypeScriptOptions options) =>
        Head(options) + TypeScriptRuntime.Types + "\n" + TypeScriptRuntime.Errors + "\n" + Print(api, options).Declarations
            + $"\n/** {Made} */\nexport declare function create{options.Name}(client?: ClientOptions): {options.Name};\n";

    private static string Head(TypeScriptOptions options) =>
        $"// Made from {options.Source} by Jero.Client. It is written anew when the document changes: change the document.\n/* eslint-disable */\n\n";

    private static (string Declarations, string Code) Print(Api api, TypeScriptOptions options)
    {
        var declarations = new SourceWriter(2);
        var comments = new DeclarationPrinter(declarations, api.Types);
        var server = api.Server is null ? null : $"The document names {api.Server} as its server.";
        var about = new[] { $"{api.Title.TrimEnd('.')}.", api.Description, server };
        comments.PrintComment(string.Join("\n", about.OfType<string>()), isDeprecated: false);
        declarations.Open($"export interface {options.Name}");
        var signatures = new MethodPrinter(declarations, api.Types);
        foreach (var operation in api.Operations)
        {
            declarations.Blank();
            signatures.PrintSignature(operation);
        }

        declarations.Close();
        foreach (var type in api.Types)
        {
            declarations.Blank();
            comments.Print(type);
        }

        var calls = new SourceWriter(2);
        var methods = new MethodPrinter(calls, api.Types);
        calls.Write($"/** {Made} */").Open($"export function create{options.Name}(client/*ts : ClientOptions*/ = {{}})/*ts : {options.Name}*/").Open("return");
        foreach (var operation in api.Operations)
        {
            methods.PrintCall(operation);
        }

        calls.Close("};").Close();
        return (declarations.ToString(), calls + "\n" + TypeScriptRuntime.With(["core", .. methods.Sections]));
    }
}
