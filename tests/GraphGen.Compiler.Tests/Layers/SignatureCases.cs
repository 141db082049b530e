using CsCheck;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>A signature, the axes of its inputs behind the batch, and those of its result: null where the inputs do not fit.</summary>
internal sealed record SignatureCase(ShapeSignature Signature, long[][] Inputs, long[]? Result)
{
    public override string ToString() => $"{Signature} of {string.Join(", ", Inputs.Select(axes => $"({string.Join(", ", axes)})"))}";
}

/// <summary>Random signatures of which each axis of an input tells one name at most, with sizes that were put in for the names; in some, one size is another.</summary>
internal static class SignatureCases
{
    private static readonly string[] s_names = ["A", "B", "C", "D"];

    public static readonly Gen<SignatureCase> All = Gen.Select(Gen.Int[1, 6].Array[s_names.Length], Gen.Int[0, 1_000_000_000], Gen.Int[0, 3]).Select((sizes, seed, wrong) => Make(sizes, new Random(seed), wrong == 0));

    private static SignatureCase Make(int[] sizes, Random random, bool isWrong)
    {
        Dictionary<string, long> values = s_names.Zip(sizes).ToDictionary(pair => pair.First, pair => (long)pair.Second);
        var known = new List<string>();
        var unknown = new Queue<string>(s_names);
        var inputs = new List<SignatureTensor>();
        var axes = new List<long[]>();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            SignatureAxis[] own = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Axis(random, values, known, unknown))];
            inputs.Add(new SignatureTensor(own.Prepend(new SignatureAxis.Name("N")).ToEquatableArray(), null));
            axes.Add([.. own.Select(axis => Evaluate(axis, values)!.Value)]);
        }

        SignatureAxis[] result = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Known(random, known, 2))];
        var signature = new ShapeSignature(inputs.ToEquatableArray(), EquatableArray.Of(new SignatureTensor(result.Prepend(new SignatureAxis.Name("N")).ToEquatableArray(), null)));
        if (isWrong) axes[random.Next(axes.Count)][0] += random.Next(1, 3);
        return new SignatureCase(signature, [.. axes], Solve(signature, axes));
    }

    /// <summary>A new name, by itself or in a linear expression, or an expression of known ones.</summary>
    private static SignatureAxis Axis(Random random, Dictionary<string, long> values, List<string> known, Queue<string> unknown)
    {
        if (unknown.Count > 0 && random.Next(3) > 0)
        {
            SignatureAxis axis = new SignatureAxis.Name(unknown.Dequeue());
            SignatureAxis whole = random.Next(4) switch
            {
                0 => axis,
                1 => new SignatureAxis.Operation('+', Number(random, 0, 4), new SignatureAxis.Operation('*', axis, Number(random, 1, 4))),
                2 => new SignatureAxis.Operation('-', Number(random, 7, 12), axis),
                _ => new SignatureAxis.Operation('+', axis, axis),
            };
            known.AddRange(axis.Names);
            return whole;
        }

        SignatureAxis expression = Known(random, known, 2);
        return Evaluate(expression, values) >= 1 ? expression : Number(random, 1, 9);
    }

    private static SignatureAxis Known(Random random, List<string> known, int depth) => random.Next(depth > 0 ? 4 : 2) switch
    {
        0 => Number(random, 0, 9),
        1 => known.Count > 0 ? new SignatureAxis.Name(known[random.Next(known.Count)]) : Number(random, 1, 3),
        _ => new SignatureAxis.Operation("+-*/"[random.Next(4)], Known(random, known, depth - 1), Known(random, known, depth - 1)),
    };

    private static SignatureAxis.Number Number(Random random, int least, int end) => new(random.Next(least, end));

    /// <summary>Tries all sizes up to 40 for the names: the signature fits where one choice makes every axis right, and no more than one can.</summary>
    private static long[]? Solve(ShapeSignature signature, List<long[]> inputs)
    {
        var found = new Dictionary<string, long>();
        for (int i = 0; i < inputs.Count; i++)
        {
            for (int axis = 0; axis < inputs[i].Length; axis++)
            {
                SignatureAxis expression = signature.Inputs[i].Axes[axis + 1];
                string? name = expression.Names.FirstOrDefault(name => !found.ContainsKey(name));
                long[] candidates = name is null ? [0] : [.. Enumerable.Range(1, 40)];
                long[] fitting = [.. candidates.Where(size => Evaluate(expression, name is null ? found : new(found) { [name] = size }) == inputs[i][axis])];
                if (fitting.Length == 0) return null;
                if (name is not null) found[name] = fitting.Single();
            }
        }

        long?[] result = [.. signature.Outputs[0].Axes.Skip(1).Select(axis => Evaluate(axis, found))];
        return result.All(size => size >= 1) ? [.. result.Select(size => size!.Value)] : null;
    }

    /// <summary>The size of an axis; null where something is divided by less than 1.</summary>
    private static long? Evaluate(SignatureAxis axis, Dictionary<string, long> sizes)
    {
        if (axis is SignatureAxis.Name name) return sizes[name.Text];
        if (axis is SignatureAxis.Number number) return number.Value;
        var operation = (SignatureAxis.Operation)axis;
        return (Evaluate(operation.Left, sizes), Evaluate(operation.Right, sizes), operation.Sign) switch
        {
            ({ } left, { } right, '+') => left + right,
            ({ } left, { } right, '-') => left - right,
            ({ } left, { } right, '*') => left * right,
            ({ } left, >= 1 and var right, '/') => (long)Math.Floor((decimal)left / right),
            _ => null,
        };
    }
}
