using System.Reflection;
using GraphGen.Inspection;
using Tutorial;

namespace GraphGen.Tests.Plotting;

/// <summary>The pictures of the guide are what plots look like now. GRAPHGEN_ACCEPT_SNAPSHOTS=1 draws them anew.</summary>
public class DocumentationTests
{
    private static readonly string s_folder = Path.Combine(
        typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!, "docs", "plots");

    private static readonly Dictionary<string, Func<IModel>> s_models = new()
    {
        [nameof(Mlp)] = () => new Mlp(),
        [nameof(ConvNet)] = () => new ConvNet(),
        [nameof(RecurrentNet)] = () => new RecurrentNet(),
        [nameof(SharedInput)] = () => new SharedInput(),
        [nameof(SharedFeatures)] = () => new SharedFeatures(),
        [nameof(SeveralInputs)] = () => new SeveralInputs(),
        [nameof(SeveralOutputs)] = () => new SeveralOutputs(),
        [nameof(SharedLayers)] = () => new SharedLayers(),
    };

    public static TheoryData<string> Names => [.. s_models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pictures_are_up_to_date(string name)
    {
        IModel model = s_models[name]();
        using IDisposable disposable = (IDisposable)model;
        string kept = Path.Combine(s_folder, $"{name}.svg");
        if (Environment.GetEnvironmentVariable("GRAPHGEN_ACCEPT_SNAPSHOTS") == "1") ModelPlot.Save(model, kept);
        Assert.Equal(SvgPicture.Of(model.Graph).Text, File.ReadAllText(kept).ReplaceLineEndings("\n"));
    }
}
