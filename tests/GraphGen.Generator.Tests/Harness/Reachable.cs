using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>Walks all objects that a value of the pipeline reaches.</summary>
internal static class Reachable
{
    /// <summary>Fails where a value would keep a compilation alive, or would never equal the same value of the next one.</summary>
    public static void AssertFreeOfCompilation(object? value) =>
        Walk(value, found => Assert.False(
            found is ISymbol or Compilation or SemanticModel or SyntaxNode or SyntaxTree or SyntaxToken or SyntaxTrivia or SyntaxReference or Location or IOperation,
            $"The pipeline holds a {found.GetType()}."));

    private static void Walk(object? root, Action<object> visit)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>([root]);
        while (open.TryPop(out object? value))
        {
            if (value is null || !seen.Add(value)) continue;
            visit(value);
            if (value is string or Type or Delegate || value.GetType().IsPrimitive) continue;
            if (value is IEnumerable items)
            {
                foreach (object? item in items) open.Push(item);
            }

            for (Type? type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer) open.Push(field.GetValue(value));
                }
            }
        }
    }
}
