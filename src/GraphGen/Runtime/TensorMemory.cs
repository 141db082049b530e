using System.Runtime.CompilerServices;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>Where the elements of a tensor lie, which TorchSharp tells only of contiguous ones.</summary>
internal static class TensorMemory
{
    /// <summary>The address of the first element, on the tensor's device.</summary>
    /// <param name="tensor">A dense tensor.</param>
    /// <exception cref="MissingMethodException">This version of TorchSharp asks in another way.</exception>
    /// <exception cref="TypeLoadException">This version of TorchSharp asks in another way.</exception>
    public static nint Address(torch.Tensor tensor) => Data(null, tensor.Handle);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "THSTensor_data")]
    private static extern nint Data([UnsafeAccessorType("TorchSharp.PInvoke.NativeMethods, TorchSharp")] object? declaringType, nint handle);
}
