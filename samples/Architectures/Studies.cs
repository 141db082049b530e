using Tutorial.Data;
using static TorchSharp.torch;

namespace Architectures;

/// <summary>The architectures with their data.</summary>
internal static class Studies
{
    private const double Noise = 0.3;
    private const int Past = 60;

    public static IReadOnlyDictionary<string, Func<Study>> All { get; } = new Dictionary<string, Func<Study>>
    {
        [nameof(ResidualNet)] = OfResidualNet,
        [nameof(UNet)] = OfUNet,
        [nameof(TransformerClassifier)] = OfTransformerClassifier,
        [nameof(Autoencoder)] = OfAutoencoder,
        [nameof(SequenceToSequence)] = OfSequenceToSequence,
    };

    private static Study OfResidualNet()
    {
        var (training, heldBack) = Photographs.Load();
        var model = new ResidualNet();
        Tensor Loss(Examples examples) => nn.functional.binary_cross_entropy(model.call(examples.Inputs[1]), examples.Labels);
        return new("ResidualNet: which photograph is a colour patch from?", model, model.Summary(), training.Count, at => Loss(training.At(at)), () => Loss(heldBack)) { Steps = 120 };
    }

    /// <summary>Learns from patches of 32 by 32, and is asked of patches of 64 by 64.</summary>
    private static Study OfUNet()
    {
        var (training, heldBack) = Photographs.Load();
        var model = new UNet();
        Tensor Loss(Tensor grey)
        {
            var noisy = grey + Noise * randn_like(grey);
            return nn.functional.mse_loss(model.call(noisy), grey);
        }

        return new(
            "UNet: what was a picture before noise came over it?",
            model,
            model.Summary(),
            training.Count,
            at => Loss(training.At(at).Inputs[0][.., .., 16..48, 16..48]),
            () => Loss(heldBack.Inputs[0][..32]));
    }

    /// <summary>Learns from the upper five rows of some digits and from whole ones, and is asked of whole ones.</summary>
    private static Study OfTransformerClassifier()
    {
        var (images, digits) = Digits.LoadImages();
        var model = new TransformerClassifier(width: 32, heads: 4);
        Tensor Loss(Tensor pictures, Tensor labels, long rows) =>
            nn.functional.cross_entropy(model.call(pictures.reshape(-1, 8, 8)[.., ..(int)rows], arange(rows).expand(pictures.size(0), rows)), labels);
        var count = Digits.TrainingImages;
        return new(
            "TransformerClassifier: which digit is it?",
            model,
            model.Summary(),
            count,
            at => Loss(images[at], digits[at], 8) + Loss(images[at], digits[at], 5),
            () => Loss(images[count..], digits[count..], 8));
    }

    private static Study OfAutoencoder()
    {
        var (images, _) = Digits.LoadImages();
        var model = new Autoencoder(size: 6);
        Tensor Loss(Tensor pictures) => nn.functional.mse_loss(model.call(pictures), pictures);
        var count = Digits.TrainingImages;
        return new("Autoencoder: what of a digit survives in six numbers?", model, model.Summary(), count, at => Loss(images[at]), () => Loss(images[count..]));
    }

    /// <summary>The first sixty years of a window are read; the others are told one year after the other, each with the one before at hand.</summary>
    private static Study OfSequenceToSequence()
    {
        var (training, heldBack) = Sunspots.Load();
        var model = new SequenceToSequence();
        Tensor Loss(Examples examples)
        {
            var (series, shifted) = (examples.Inputs[0], examples.Targets[1]);
            return nn.functional.mse_loss(model.call(series[.., ..Past], series[.., Past..]), shifted[.., Past..]);
        }

        return new("SequenceToSequence: how does the series of sunspots go on?", model, model.Summary(), training.Count, at => Loss(training.At(at)), () => Loss(heldBack));
    }
}
