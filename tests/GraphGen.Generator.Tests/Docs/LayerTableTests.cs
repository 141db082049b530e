using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GraphGen.Compiler.Layers;

namespace GraphGen.Generator.Tests.Docs;

/// <summary>The tables of layers in docs/language.md: a row names each member of <see cref="Layers"/> as it is declared, and nothing else.</summary>
public class LayerTableTests
{
    /// <summary>What the first cells name: <c>`A` `B` `(x)`</c> are <c>A(x)</c> and <c>B(x)</c>.</summary>
    private static readonly string[] s_written =
    [
        .. from cell in new DocPage("language.md").FirstColumn("layer", "function")
           let spans = Regex.Matches(cell, "`([^`]+)`").Select(match => match.Groups[1].Value).ToArray()
           let arguments = spans.FirstOrDefault(span => span[0] == '(') ?? ""
           from span in spans
           where span[0] != '('
           select span + arguments,
    ];

    private static readonly string[] s_declared = [.. typeof(Layers)
        .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
        .Select(Signature)
        .Distinct()];

    [Fact]
    public void Every_member_has_a_row_with_its_signature() => Assert.Equal(s_declared.Order(StringComparer.Ordinal), s_written.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_member_is_a_kind_of_layer_that_the_compiler_knows()
    {
        string[] names = [.. s_declared.Select(signature => signature.Split('(')[0]).Distinct()];
        IEnumerable<string> known = LayerCatalogue.All.Select(kind => kind.Name).Where(names.Contains).Append(nameof(Layers.Input)).Append(nameof(Layers.StateOf)).Append(nameof(Layers.Use));
        Assert.Equal(names.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static string Signature(MemberInfo member) => member is MethodInfo method
        ? $"{method.Name}({string.Join(", ", method.GetParameters().Select(Describe))})"
        : member.Name;

    private static string Describe(ParameterInfo parameter)
    {
        string modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return modifier + parameter.Name + (parameter.HasDefaultValue ? $" = {Describe(parameter.ParameterType, parameter.DefaultValue)}" : "");
    }

    private static string Describe(Type type, object? value) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        bool truth => truth ? "true" : "false",
        1.0 => "1.0",
        double and < 1e-4 and not 0 => ((double)value).ToString("0e-0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
