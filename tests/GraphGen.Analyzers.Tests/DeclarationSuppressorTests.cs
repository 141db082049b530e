using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests;

public sealed class DeclarationSuppressorTests
{
    [Fact]
    public Task Fields_may_stand_in_any_order() => Build.ExpectModelAsync(
        """
        static readonly Output y = h, z = d(g) + ReLU(Dense(1, a)(g)), w = r(s);
        static readonly Node h = g;
        static readonly Node g = x;
        static readonly Layer e = d, d = Dense(1), a = ReLU;
        static readonly Recurrent r = LSTM(2);
        static readonly Output v = e(h);
        static readonly Input x = Input(1), s = Input(3, 1);
        """);

    [Fact]
    public Task Other_fields_and_other_classes_keep_their_warnings() => Build.ExpectAsync(
        """
        [Model] public partial class M
        {
            static readonly Input x = Input(1);
            static readonly Output y = Dense(1)(x);
            static readonly string? {|CS0649:s_text|};
            static readonly int s_length = s_text!.Length, {|CS0108:train|} = 3;
            public static int Length => s_length + train;
        }

        public class Plain
        {
            static readonly Node y = {|CS8601:x|};
            static readonly Node x = Input(1);
            public static Node Y => y;
        }
        """);
}
