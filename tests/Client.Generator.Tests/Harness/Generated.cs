using Jero.Client.Tool.Commands;
using Jero.Client.Tool.Model;
using Jero.Client.Tool.Parsing;

namespace Client.Generator.Tests.Harness;

/// <summary>A client that was made of a document, and what was said of it.</summary>
internal sealed record Generated(string Code, IReadOnlyList<Finding> Findings)
{
    /// <summary>Makes a client; the test fails where the document has an error.</summary>
    public static Generated From(string document, params string[] options)
    {
        var findings = new Findings();
        var files = GenerateCommand.Generate(GenerateArguments.Parse(["openapi.json", .. options]), document, findings);
        Assert.True(files is not null, string.Join('\n', findings.All));
        return new Generated(files.Values.First(), findings.All);
    }

    /// <summary>What is wrong with a document of which no client can be made.</summary>
    public static IReadOnlyList<Finding> Refuse(string document, params string[] options)
    {
        var findings = new Findings();
        Assert.Null(GenerateCommand.Generate(GenerateArguments.Parse(["openapi.json", .. options]), document, findings));
        Assert.Contains(findings.All, static finding => finding.IsError);
        return findings.All;
    }
}
