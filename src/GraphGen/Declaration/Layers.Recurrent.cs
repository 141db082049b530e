namespace GraphGen;

public static partial class Layers
{
    /// <summary>LSTM</summary>
    public static Recurrent LSTM(Dim units, bool returnSequences = false, int layers = 1, double dropout = 0, bool reverse = false) => Inert.Recurrent;

    /// <summary>GRU</summary>
    public static Recurrent GRU(Dim units, bool returnSequences = false, int layers = 1, double dropout = 0, bool reverse = false) => Inert.Recurrent;

    /// <summary>Simple</summary>
    public static Recurrent SimpleRNN(
        Dim units, bool returnSequences = false, int layers = 1, double dropout = 0, bool reverse = false, Layer? activation = null) => Inert.Recurrent;

    /// <summary>Time distributed.</summary>
    public static Layer TimeDistributed(Layer? layer) => Inert.Layer;

    /// <summary>Time distributed.</summary>
    public static Layer TimeDistributed(Recurrent? layer) => Inert.Layer;

    /// <summary>Time distributed.</summary>
    public static Layer TimeDistributed(Attention? layer) => Inert.Layer;
}
