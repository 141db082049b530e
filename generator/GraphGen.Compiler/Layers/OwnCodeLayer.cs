using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Layers;

/// <summary>Code of the user's as a layer: the build knows of it what its <c>[Shape]</c> says, and compares that with what it makes.</summary>
internal abstract class OwnCodeLayer : LayerKind
{
    private const string Result = "global::GraphGen.Runtime.OwnCode.Result";

    public sealed override bool RunsOwnCode => true;

    /// <summary>The number of tensors that the code takes.</summary>
    public sealed override (int Fewest, int Most) InputsOf(Layer layer) => ((int)layer.Arguments.Integer("inputs"), (int)layer.Arguments.Integer("inputs"));

    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Text("name")];

    public sealed override TensorType? Infer(Application application)
    {
        if (!Accepts(application)) return null;
        if (application.Arguments.OptionalText("signature") is not { } text) return WithoutSignature(application);
        ShapeSignature signature = ShapeSignature.Parse(text).Signature!;
        for (int i = 0; i < signature.Inputs.Count; i++)
        {
            if (signature.Inputs[i].Element is { } element && element != application.Inputs[i].Element) return RefuseElement(application, i, element);
        }

        string given = string.Join(", ", application.Inputs.Select((_, i) => application.DescribeInput(i)));
        var match = new SignatureMatch(Sizes(application.Layer), condition => application.Holds(condition, $"{Subject(application)} takes '{signature}' of {given}"));
        SignatureTensor output = signature.Outputs[0];
        bool fits = Enumerable.Range(0, signature.Inputs.Count).All(i => match.Take(signature.Inputs[i], application.Inputs[i].Shape, application.InputName(i)));
        Shape? shape = fits ? match.Make(output) : null;
        return shape is null
            ? application.Refuse(
                Rules.Signature,
                $"{Subject(application)} has the shape '{signature}', and is given {given}",
                match.Fault!,
                "inputs of other sizes, or correct the [Shape]")
            : new TensorType(shape, output.Element ?? ElementOf(signature, application.Inputs));
    }

    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => null;

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        string dtype = code.Type.Element == ElementType.Float32 ? code.ModelType : $"global::TorchSharp.torch.ScalarType.{code.Type.Element}";
        FormattableString inputs = Code.List(code.Inputs);
        return $"{Result}({Code.Write(code.Layer.Name)}, {Code.Write(code.Type.Shape.ToString())}, {dtype}, {Code.Array(code.Type.Shape.Axes.Skip(1))}, {Callee(code)}({inputs}), {inputs})";
    }

    /// <summary>Refuses what is wrong whatever the signature says.</summary>
    protected virtual bool Accepts(Application application) => true;

    /// <summary>What the inputs are handed to.</summary>
    protected abstract string Callee(TorchCode code);

    /// <summary>The sizes that the names of the signature stand for before any input is seen.</summary>
    protected virtual IReadOnlyDictionary<string, Dim> Sizes(Layer layer) => new Dictionary<string, Dim>();

    protected static string Subject(Application application) => $"'{application.Name}' ({application.Layer.Kind.Describe(application.Layer)})";

    private static TensorType? WithoutSignature(Application application)
    {
        if (application.Inputs.Count == 1) return application.Input;
        string count = application.Inputs.Count.ToString(CultureInfo.InvariantCulture);
        return application.Refuse(
            Rules.Signature,
            $"{Subject(application)} has {count} inputs and no [Shape]",
            "which of them its result is like is not known",
            "a signature such as '[Shape(\"N T F, N S F -> N T F\")]'");
    }

    private static TensorType? RefuseElement(Application application, int input, ElementType element) => application.Refuse(
        Rules.ElementType,
        $"{Subject(application)} takes {element}",
        $"{application.DescribeInput(input)} has {application.Inputs[input].Element}",
        $"an input of type {element}, 'Cast', or another [Shape]");

    /// <summary>That of the first input for which the signature leaves it open; else the model's.</summary>
    private static ElementType ElementOf(ShapeSignature signature, IReadOnlyList<TensorType> inputs) =>
        inputs.Where((_, i) => signature.Inputs[i].Element is null).Select(input => (ElementType?)input.Element).FirstOrDefault() ?? ElementType.Float32;
}
