using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>softmax(Q Kᵀ / √F) V</c>. Its gradient needs the result.</summary>
internal sealed class ScaledDotProductAttention : AttentionLayer
{
    public override void Check(ArgumentCheck check) => check.Rate("dropout");

    public override TorchModule TorchModule(Layer layer) => Torch.TorchModule.Own(
        Name, $"causal: {Code.Write(layer.Arguments.Truth("causal"))}, dropout: {Code.Write(layer.Arguments.Real("dropout"))}", takesDevice: false);

    protected override bool HaveRightElements(Application application)
    {
        if (!application.Takes(ElementSet.Floating)) return false;
        ElementType first = application.Input.Element;
        int unlike = Enumerable.Range(0, Math.Min(application.Inputs.Count, 3)).FirstOrDefault(i => application.Inputs[i].Element != first);
        if (unlike == 0) return true;
        application.Refuse(
            Rules.ElementType,
            $"'{application.Name}' ({Name}) takes queries, values and keys of one element type",
            $"{application.DescribeInput(0)} has {first}, and {application.DescribeInput(unlike)} {application.Inputs[unlike].Element}",
            "inputs of the model's floating type: 'Input(...)' without a DType");
        return false;
    }
}
