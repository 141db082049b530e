using System.ComponentModel;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>Modules and functions of the user's within a model. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OwnCode
{
    /// <summary>Moves and converts a module whose constructor could not be told where and of which type its weights are to be.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">Where to; null to leave it where it is.</param>
    /// <param name="dtype">The floating type; null to leave it as it is.</param>
    /// <returns>The module.</returns>
    public static torch.nn.Module Place(torch.nn.Module module, torch.Device? device, torch.ScalarType? dtype)
    {
        if (dtype is { } type) module.to(type);
        if (device is not null) module.to(device);
        return module;
    }

    /// <summary>The number of a module's trainable numbers.</summary>
    /// <param name="module">The module.</param>
    public static long Parameters(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.parameters().Sum(parameter => parameter.numel());
    }

    /// <summary>The number of a module's numbers that are saved and not trained.</summary>
    /// <param name="module">The module.</param>
    public static long Buffers(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.buffers().Sum(buffer => buffer.numel());
    }

    /// <summary>What a module or function made, once it is seen to be what it was declared to make: a tensor of its own.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="shape">The shape that was declared, as <c>(N, T, 64)</c>.</param>
    /// <param name="dtype">The element type that was declared.</param>
    /// <param name="sizes">The size of each axis after the batch.</param>
    /// <param name="result">What was made.</param>
    /// <param name="inputs">What it was made of.</param>
    /// <exception cref="InvalidOperationException">It has another shape or element type.</exception>
    public static torch.Tensor Result(string layer, string shape, torch.ScalarType dtype, long[] sizes, torch.Tensor result, params torch.Tensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(inputs);
        if (result is null) throw new InvalidOperationException($"'{layer}' made null, and is declared to make {shape} {dtype}.");

        // The model disposes of what it was handed and of what it makes, each by itself.
        torch.Tensor own = IsAmong(inputs, result) ? result.alias() : result;
        if (Fits(own, dtype, sizes, inputs[0])) return own;
        string made = $"({string.Join(", ", own.shape)}) {own.dtype}";
        own.Dispose();
        throw new InvalidOperationException($"'{layer}' made {made}, and is declared to make {shape} {dtype}: correct its [Shape], or its code.");
    }

    private static bool IsAmong(torch.Tensor[] inputs, torch.Tensor result)
    {
        foreach (torch.Tensor input in inputs)
        {
            if (ReferenceEquals(input, result)) return true;
        }

        return false;
    }

    private static bool Fits(torch.Tensor result, torch.ScalarType dtype, long[] sizes, torch.Tensor input)
    {
        if (result.dtype != dtype || result.Dimensions != sizes.Length + 1 || result.size(0) != input.size(0)) return false;
        for (int axis = 1; axis <= sizes.Length; axis++)
        {
            if (result.size(axis) != sizes[axis - 1]) return false;
        }

        return true;
    }
}
