using System.Text;
using Jero.Client.Tool.Emission.CSharp;
using Jero.Client.Tool.Emission.TypeScript;
using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing;

namespace Jero.Client.Tool.Commands;

/// <summary>Generates a client from a document.</summary>
internal static class GenerateCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>0; 1 if the document cannot be read or the output differs; 2 if the arguments are invalid.</returns>
    public static int Run(IReadOnlyList<string> words, TextWriter output, TextWriter errors)
    {
        if (words.Count == 0 || words.Any(static word => word is "-h" or "--help" or "-?"))
        {
            output.WriteLine(GenerateArguments.Usage);
            return words.Count == 0 ? 2 : 0;
        }

        try
        {
            var arguments = GenerateArguments.Parse(words);
            var findings = new Findings();
            var files = Generate(arguments, File.ReadAllText(arguments.Document), findings);
            foreach (var finding in findings.All)
            {
                errors.WriteLine(Text(arguments.Document, finding));
            }

            return files is null ? 1 : arguments.IsCheck ? Check(files, errors) : Write(files, output);
        }
        catch (ArgumentException exception)
        {
            errors.WriteLine($"jero-client : error JEROCLIENT003: {exception.Message} 'jero-client --help' lists the options.");
            return 2;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"jero-client : error JEROCLIENT003: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Returns the files, by path; "" is standard output. Returns null if the findings have an error.</summary>
    public static IReadOnlyDictionary<string, string>? Generate(GenerateArguments arguments, string document, Findings findings)
    {
        var title = ApiTitle.Of(document);
        var name = arguments.ClassFor(title);
        var bare = name.Length > 6 && name.EndsWith("Client", StringComparison.Ordinal) ? name[..^6] : name;
        var isCSharp = arguments.Language == "csharp";
        if (ApiParser.Parse(document, arguments.Types, isCSharp ? CSharpEmitter.Reserved(name) : TypeScriptEmitter.Reserved(bare), findings) is not { } api)
        {
            return null;
        }

        var source = Path.GetFileName(arguments.Document);
        var output = arguments.Output ?? "";
        if (isCSharp)
        {
            return new Dictionary<string, string> { [output] = CSharpEmitter.Print(api, new CSharpOptions(arguments.Namespace ?? (bare == name ? $"{name}s" : bare), name, source)) };
        }

        var options = new TypeScriptOptions(bare, source);
        return arguments.Language == "typescript"
            ? new Dictionary<string, string> { [output] = TypeScriptEmitter.PrintTypeScript(api, options) }
            : new Dictionary<string, string> { [output] = TypeScriptEmitter.PrintJavaScript(api, options), [Path.ChangeExtension(output, ".d.ts")] = TypeScriptEmitter.PrintTypes(api, options) };
    }

    // The format that MSBuild and editors understand.
    private static string Text(string document, Finding finding) => finding.IsError
        ? $"{document} : error JEROCLIENT001: {finding.Pointer}: {finding.Message}"
        : $"{document} : warning JEROCLIENT002: {finding.Pointer}: {finding.Message}";

    private static int Check(IReadOnlyDictionary<string, string> files, TextWriter errors)
    {
        var others = files.Where(static file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).Select(static file => file.Key).ToList();
        others.ForEach(file => errors.WriteLine($"{file} : error JEROCLIENT004: The file is not what the document gives; make it anew without '--check'."));
        return others.Count == 0 ? 0 : 1;
    }

    private static int Write(IReadOnlyDictionary<string, string> files, TextWriter output)
    {
        foreach (var (path, text) in files)
        {
            if (path.Length == 0)
            {
                output.Write(text);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text, Utf8);
        }

        return 0;
    }
}
