using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class Embedded
{
    static readonly Input  tokens = Input(DType.Int64, 4);
    static readonly Input  words = Input(DType.Int32, 4);
    static readonly Output plain = Embedding(7, 3)(tokens);
    static readonly Output padded = Embedding(7, 3, paddingIndex: 2)(words);
}

public class EmbeddingTests
{
    [Fact]
    public void Each_integer_gets_its_row()
    {
        using var model = new Embedded();
        long[] tokens = [0, 6, 2, 6];

        double[] actual = Values.Of(model.call(torch.tensor(tokens, [1, 4]), torch.tensor([0, 1, 2, 3], [1, 4])).plain);

        double[] weight = Values.Of(model.Plain.weight!);
        Values.AssertClose([.. tokens.SelectMany(token => weight[(3 * (int)token)..(3 * (int)token + 3)])], actual);
    }

    [Fact]
    public void The_row_of_the_padding_is_zero_and_has_no_gradient()
    {
        using var model = new Embedded();

        torch.Tensor actual = model.call(torch.zeros(1, 4, dtype: torch.int64), torch.tensor([0, 2, 2, 1], [1, 4])).padded;
        actual.sum().backward();

        Values.AssertClose(new double[6], Values.Of(actual)[3..9]);
        Values.AssertClose([1, 1, 1, 1, 1, 1, 0, 0, 0], Values.Of(model.Padded.weight!.grad!)[..9]);
    }
}
