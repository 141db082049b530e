namespace GraphGen.Generator.Emission;

/// <summary>The foreign types that generated code names.</summary>
internal static class TorchNames
{
    public const string Torch = "global::TorchSharp.torch";
    public const string Tensor = Torch + ".Tensor";
    public const string Device = Torch + ".Device";
    public const string ScalarType = Torch + ".ScalarType";
    public const string Module = Torch + ".nn.Module";
    public const string Modules = "global::TorchSharp.Modules";
    public const string ComponentName = "global::TorchSharp.Utils.ComponentName";

    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";
    public const string IOException = "global::System.IO.IOException";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string ArgumentOutOfRangeException = "global::System.ArgumentOutOfRangeException";

    public const string IModel = "global::GraphGen.Inspection.IModel";
    public const string Inspection = "global::GraphGen.Inspection";
    public const string Persistence = "global::GraphGen.Persistence";
    public const string ShapeException = "global::GraphGen.ShapeException";
    public const string LinearCall = "global::GraphGen.Runtime.LinearCall";
    public const string MemoryLayout = "global::GraphGen.Runtime.MemoryLayout";
    public const string OwnCode = "global::GraphGen.Runtime.OwnCode";
    public const string DType = "global::GraphGen.DType";
}
