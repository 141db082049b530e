using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Conditions on dimensions as C#.</summary>
internal static class ConditionCode
{
    /// <summary>What is true where the condition is not.</summary>
    public static string Negate(Condition condition) => condition.Kind switch
    {
        ConditionKind.Equal => $"{Code.Write(condition.Left)} != {Code.Write(condition.Right)}",
        ConditionKind.AtLeast => $"{Code.Write(condition.Left)} < {Code.Write(condition.Right)}",
        _ => $"{Code.WriteOperand(condition.Right)} % {Code.WriteOperand(condition.Left)} != 0",
    };
}
