using TorchSharp;

namespace GraphGen.Tests.Layers;

/// <summary>Attention position by position, on plain numbers.</summary>
internal static class NaiveAttention
{
    public delegate double Score(double[] query, double[] key);

    /// <summary>Each query's mean of the values, weighted by the softmax of its scores; zeros where it may attend to nothing.</summary>
    public static double[][] Attend(double[][] queries, double[][] keys, double[][] values, Score score, Func<int, int, bool> mayAttend) => [.. queries.Select((query, t) =>
    {
        double[] weights = [.. keys.Select((key, s) => mayAttend(t, s) ? Math.Exp(score(query, key)) : 0)];
        double total = weights.Sum();
        return Enumerable.Range(0, values[0].Length).Select(f => total == 0 ? 0 : values.Select((value, s) => weights[s] * value[f]).Sum() / total).ToArray();
    })];

    public static double ScaledDotProduct(double[] query, double[] key) => query.Zip(key, (a, b) => a * b).Sum() / Math.Sqrt(query.Length);

    public static Score Additive(double[] scale) => (query, key) => scale.Select((weight, f) => weight * Math.Tanh(query[f] + key[f])).Sum();

    /// <summary>Attention of several heads with the weights of a state dict.</summary>
    public static double[][] AttendInHeads(
        Dictionary<string, torch.Tensor> state, string layer, int heads, double[][] queries, double[][] keys, double[][] values, Func<int, int, bool> mayAttend)
    {
        double[] bias = Values.Of(state[$"{layer}.in_proj_bias"]);
        int width = bias.Length / 3;
        double[][] Project(int which, string name, double[][] rows)
        {
            double[] weight = state.TryGetValue($"{layer}.in_proj_weight", out torch.Tensor? packed)
                ? Values.Of(packed)[(which * width * rows[0].Length)..((which + 1) * width * rows[0].Length)]
                : Values.Of(state[$"{layer}.{name}_proj_weight"]);
            return Affine(weight, bias[(which * width)..((which + 1) * width)], rows);
        }

        (double[][] q, double[][] k, double[][] v) = (Project(0, "q", queries), Project(1, "k", keys), Project(2, "v", values));
        int size = width / heads;
        double[][][] each = [.. Enumerable.Range(0, heads).Select(head =>
        {
            double[][] Part(double[][] rows) => [.. rows.Select(row => row[(head * size)..((head + 1) * size)])];
            return Attend(Part(q), Part(k), Part(v), ScaledDotProduct, mayAttend);
        })];
        double[][] joined = [.. queries.Select((_, t) => each.SelectMany(head => head[t]).ToArray())];
        return Affine(Values.Of(state[$"{layer}.out_proj.weight"]), Values.Of(state[$"{layer}.out_proj.bias"]), joined);
    }

    private static double[][] Affine(double[] weight, double[] bias, double[][] rows) =>
        [.. rows.Select(row => bias.Select((offset, i) => offset + row.Select((value, j) => value * weight[(i * row.Length) + j]).Sum()).ToArray())];
}
