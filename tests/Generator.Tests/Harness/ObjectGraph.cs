using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Harness;

/// <summary>Walks everything that is reachable from an object, through fields and elements.</summary>
internal static class ObjectGraph
{
    /// <summary>A symbol, syntax or compilation in a cached model would keep a whole old compilation alive.</summary>
    public static void AssertNoCompilerObject(object root) => Walk(root, root.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? node, string path, HashSet<object> visited)
    {
        if (node is null)
        {
            return;
        }

        if (node is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or Diagnostic or AttributeData)
        {
            Assert.Fail($"{path} is a {node.GetType().Name}.");
        }

        var type = node.GetType();
        if (type.IsPrimitive || type.IsEnum || node is string or Delegate or Type || !(type.IsValueType || visited.Add(node)))
        {
            return;
        }

        if (node is IEnumerable elements)
        {
            foreach (var element in elements)
            {
                Walk(element, path + "[]", visited);
            }

            return;
        }

        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
        {
            foreach (var field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(node), $"{path}.{field.Name}", visited);
            }
        }
    }
}
