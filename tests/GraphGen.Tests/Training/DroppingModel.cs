using static GraphGen.Layers;

namespace GraphGen.Tests.Training;

/// <summary>A model that does something else in training.</summary>
[Model]
public partial class DroppingModel
{
    static readonly Input  x = Input(10);
    static readonly Output y = Dense(4)(Dropout(0.5)(Dense(20)(x)));
}
