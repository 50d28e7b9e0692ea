using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Jero.Generator.Parsing.Topics;

/// <summary>Finds what the running app would reject in a topic, as far as it is known at compile time.</summary>
internal static class TopicRules
{
    private const int LongestName = 100;

    public static void Check(InvocationExpressionSyntax invocation, ITypeSymbol item, Location location, SemanticModel model, ParseContext context)
    {
        if (item.SpecialType == SpecialType.System_String)
        {
            context.Fail(DiagnosticDescriptors.TopicOfStrings, location);
        }

        var name = (model.GetOperation(invocation, context.CancellationToken) as IInvocationOperation)?.Arguments
            .FirstOrDefault(static argument => argument.Parameter?.Name == "name")?.Value;
        if (name?.ConstantValue is { HasValue: true, Value: string text } && !IsName(text))
        {
            context.Warn(DiagnosticDescriptors.BadTopicName, name.Syntax.GetLocation(), SymbolNames.Literal(text));
        }
    }

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(static letter =>
        letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/' or ':');
}
