using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shared;

/// <summary>Validators of others, run by Node.js over tests/Tools; a test is skipped where they are not installed.</summary>
internal static class Validator
{
    /// <summary>Values and the schema in a document that they are held against.</summary>
    public sealed record Check(string Pointer, IReadOnlyList<JsonNode?> Values);

    /// <summary>Holds the document against the schema of OpenAPI 3.2, and then each value against its schema in the document.</summary>
    public static async Task<bool[][]> ValidateAsync(byte[] document, params IReadOnlyList<Check> checks)
    {
        var input = new JsonObject
        {
            ["document"] = JsonNode.Parse(document),
            ["checks"] = new JsonArray([.. checks.Select(check => new JsonObject
            {
                ["pointer"] = check.Pointer,
                ["values"] = new JsonArray([.. check.Values.Select(value => value?.DeepClone())]),
            })]),
        };
        var (exitCode, output) = await RunAsync(["validate.mjs"], input.ToJsonString());
        Assert.True(exitCode == 0, output);
        var result = JsonDocument.Parse(output).RootElement;
        Assert.Empty(result.GetProperty("errors").EnumerateArray().Select(error => error.GetString()));
        return [.. result.GetProperty("results").EnumerateArray().Select(values => values.EnumerateArray().Select(value => value.GetBoolean()).ToArray())];
    }

    /// <summary>Runs Redocly's linter by the rules of the specification.</summary>
    /// <param name="document">The document.</param>
    /// <param name="without">Rules that are left out.</param>
    public static async Task LintAsync(byte[] document, params IEnumerable<string> without)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllBytesAsync(file, document, TestContext.Current.CancellationToken);
        try
        {
            var (exitCode, output) = await RunAsync(["node_modules/@redocly/cli/bin/cli.js", "lint", "--extends=spec", .. without.Select(rule => $"--skip-rule={rule}"), file]);
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A pointer into the document as a URI fragment.</summary>
    public static string Pointer(params IEnumerable<string> names) => "#" + string.Concat(names.Select(name =>
        "/" + Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)).Replace("%24", "$", StringComparison.Ordinal)));

    private static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, string input = "")
    {
        var folder = Path.Combine(Repository.Root, "tests", "Tools");
        var node = Tool.Require("node");
        Tool.RequireFolder(Path.Combine(folder, "node_modules"), "'npm ci' was not run in tests/Tools.");
        using var process = Process.Start(new ProcessStartInfo(node, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["NO_COLOR"] = "1" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? (0, await output) : (process.ExitCode, await output + await error);
    }
}
