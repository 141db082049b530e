using System.Reflection;
using System.Runtime.CompilerServices;
using GraphGen.Inspection;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>A generated model, constructed and called as its signature says.</summary>
internal sealed class BuiltModel
{
    private readonly Type _type;

    /// <exception cref="ArgumentException">The constructor refuses the parameters.</exception>
    public BuiltModel(Type type, World world)
    {
        _type = type;
        ConstructorInfo constructor = type.GetConstructors().Single();
        object?[] arguments = [.. constructor.GetParameters().Select(parameter =>
            parameter.Name == "dtype" ? world.ModelType : world.Parameters.TryGetValue(parameter.Name!, out long value) ? value : (object?)null)];
        Module = (nn.Module)Invoke(() => constructor.Invoke(arguments));
        Module.eval();
    }

    public nn.Module Module { get; }

    public ModelGraph Graph => ((IModel)Module).Graph;

    /// <summary>The outputs of a call, in the order of declaration.</summary>
    public Tensor[] Call(Tensor[] inputs)
    {
        MethodInfo? direct = _type.GetMethod("forward", [.. inputs.Select(_ => typeof(Tensor))]);
        object result = direct is not null ? Invoke(() => direct.Invoke(Module, inputs)!) : CallRecord(inputs);
        return result switch
        {
            Tensor tensor => [tensor],
            ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
            _ => [.. result.GetType().GetProperties().Where(property => property.PropertyType == typeof(Tensor)).Select(property => (Tensor)property.GetValue(result)!)],
        };
    }

    private object CallRecord(Tensor[] inputs)
    {
        Type record = _type.GetNestedType("Inputs")!;
        object argument = Activator.CreateInstance(record, inputs)!;
        MethodInfo forward = _type.GetMethod("forward", [record])!;
        return Invoke(() => forward.Invoke(Module, [argument])!);
    }

    private static object Invoke(Func<object> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }
}
