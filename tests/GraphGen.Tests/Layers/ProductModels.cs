using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class AllProducts
{
    static readonly Input  a = Input(3, 4);
    static readonly Input  b = Input(3, 5);
    static readonly Input  images = Input(2, 3, 4);
    static readonly Input  row = Input(1, 4, 2);
    static readonly Input  u = Input(6);
    static readonly Input  v = Input(6);
    static readonly Output dot = Dot(u, v);
    static readonly Output cosine = Dot(u, v, normalize: true);
    static readonly Output between = Dot(a, b, 1);
    static readonly Output behind = Dot(images, a, axis: -1);
    static readonly Output unit = Dot(a, b, axis: 1, normalize: true);
    static readonly Output matrix = ReLU(MatMul(a, Permute(2, 1)(a)));
    static readonly Output matrices = MatMul(images, row);
    static readonly Output stacked = Stack(1, u, v);
    static readonly Output paired = Stack(-1, u, v, u);
}

/// <summary>Equations beside the layers and formulas that they are.</summary>
[Model]
public partial class AllEquations
{
    static readonly Input  x = Input(3, 4);
    static readonly Input  heads = Input(3, 2, 5);
    static readonly Input  image = Input(3, 2, 2);
    static readonly Output rows = EinsumDense("abc,cd->abd", (-1, 6), Tanh, biasAxes: "d")(x);
    static readonly Output open = EinsumDense("...x,xy->...y", 6, biasAxes: "y")(x);
    static readonly Output joined = EinsumDense("bthd,hdf->btf", [3, 7])(heads);
    static readonly Output split = EinsumDense("bte,ehd->bthd", (-1, 2, 3), biasAxes: "hd")(x);
    static readonly Output across = EinsumDense("abc,bd->adc", (2, -1), ReLU, "d")(x);
    static readonly Output pictures = EinsumDense("nc...,cf->nf...", 4, biasAxes: "f")(image);
}
