using TorchSharp;

namespace GraphGen.Tests.Layers;

/// <summary>Recurrent layers step by step, from the equations in their papers in torch's form, on plain numbers.</summary>
internal sealed class NaiveRecurrence(Dictionary<string, torch.Tensor> weights, string key, int units)
{
    public delegate double[] Step(double[] fromInput, double[] fromState, double[] hidden, double[] cell);

    /// <summary>The result of each step of one layer, for one example.</summary>
    public double[][] Run(double[][] sequence, int layer, Step step) => Run(sequence, $"l{layer}", step, begin: null).Steps;

    /// <summary>The result of each step of one layer in one direction, and the state at the end, for one example.</summary>
    /// <param name="sequence">What it reads, in the order in which it does.</param>
    /// <param name="layer">The end of its weights' keys: <c>l0</c>, <c>l1_reverse</c>.</param>
    /// <param name="step">What kind it is.</param>
    /// <param name="begin">The state to begin with; zeros where it is null.</param>
    public (double[][] Steps, NaiveState End) Run(double[][] sequence, string layer, Step step, NaiveState? begin)
    {
        double[] hidden = begin?.Hidden ?? new double[units];
        double[] cell = [.. begin?.Cell ?? new double[units]];
        double[][] steps = [.. sequence.Select(input =>
        {
            double[] fromInput = Affine("ih", layer, input);
            double[] fromState = Affine("hh", layer, hidden);
            return hidden = step(fromInput, fromState, hidden, cell);
        })];
        return (steps, new NaiveState(hidden, cell));
    }

    public double[] Lstm(double[] x, double[] h, double[] hidden, double[] cell) => [.. Enumerable.Range(0, units).Select(i =>
    {
        double Gate(int gate) => x[(gate * units) + i] + h[(gate * units) + i];
        cell[i] = (Sigmoid(Gate(1)) * cell[i]) + (Sigmoid(Gate(0)) * Math.Tanh(Gate(2)));
        return Sigmoid(Gate(3)) * Math.Tanh(cell[i]);
    })];

    public double[] Gru(double[] x, double[] h, double[] hidden, double[] cell) => [.. Enumerable.Range(0, units).Select(i =>
    {
        double reset = Sigmoid(x[i] + h[i]);
        double update = Sigmoid(x[units + i] + h[units + i]);
        double candidate = Math.Tanh(x[(2 * units) + i] + (reset * h[(2 * units) + i]));
        return ((1 - update) * candidate) + (update * hidden[i]);
    })];

    public static double[] Tanh(double[] x, double[] h, double[] hidden, double[] cell) => [.. x.Zip(h, (a, b) => Math.Tanh(a + b))];

    public static double[] Relu(double[] x, double[] h, double[] hidden, double[] cell) => [.. x.Zip(h, (a, b) => Math.Max(a + b, 0))];

    private double[] Affine(string side, string layer, double[] vector)
    {
        double[] matrix = Values.Of(weights[$"{key}.weight_{side}_{layer}"]);
        double[] bias = Values.Of(weights[$"{key}.bias_{side}_{layer}"]);
        return [.. bias.Select((offset, row) => offset + vector.Select((value, column) => value * matrix[(row * vector.Length) + column]).Sum())];
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>A hidden state, and a cell state, which only a step of an LSTM changes.</summary>
internal sealed record NaiveState(double[] Hidden, double[] Cell);
