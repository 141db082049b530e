using static TorchSharp.torch;

namespace GraphGen.Tests.Persistence;

/// <summary>What modules hold, to be compared.</summary>
internal static class States
{
    /// <summary>The weights and buffers as they are now, by key.</summary>
    public static Dictionary<string, Tensor> Copy(nn.Module module)
    {
        using var noGradient = no_grad();
        return module.state_dict().ToDictionary(item => item.Key, item => item.Value.detach().clone());
    }

    public static void AssertEqual(Dictionary<string, Tensor> expected, nn.Module module)
    {
        Dictionary<string, Tensor> actual = module.state_dict();
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach ((string key, Tensor tensor) in expected)
        {
            Assert.Equal(tensor.dtype, actual[key].dtype);
            Assert.True(tensor.Equals(actual[key]), key);
        }
    }

    /// <summary>Sets all numbers to another value than any that a test saves.</summary>
    public static void Overwrite(nn.Module module)
    {
        using var noGradient = no_grad();
        foreach (Tensor tensor in module.state_dict().Values) tensor.fill_(tensor.dtype == ScalarType.Bool ? 0 : 101);
    }
}
