using System.IO.Compression;

namespace GraphGen.EndToEnd.Tests;

/// <summary>The package as a user meets it: installed into a project of their own, built, run, and telling what is wrong.</summary>
public sealed class PackageTests(InstalledPackage package) : IClassFixture<InstalledPackage>
{
    private const string Program = """
        using TorchSharp;
        using Tutorial;

        torch.random.manual_seed(1);
        using var model = new Mlp();
        Console.WriteLine(model.Summary());
        using var x = torch.rand(64, 10);
        using var y = (x.sum(1, keepdim: true) > 5).to(torch.ScalarType.Float32);
        using var optimizer = torch.optim.Adam(model.parameters(), lr: 0.01);
        var loss = torch.nn.BCELoss();
        float first = 0, last = 0;
        for (int step = 0; step < 300; step++)
        {
            optimizer.zero_grad();
            using var error = loss.call(model.call(x), y);
            error.backward();
            optimizer.step();
            last = error.item<float>();
            if (step == 0) first = last;
        }

        Console.WriteLine(last < first / 2 ? "learned" : $"did not learn: {first} -> {last}");
        try
        {
            model.call(torch.rand(64, 11));
        }
        catch (GraphGen.ShapeException e)
        {
            Console.WriteLine(e.Message);
        }
        """;

    [Fact]
    public void A_tutorial_model_builds_and_trains_in_a_project_that_has_only_the_package_and_libtorch()
    {
        string model = File.ReadAllText(Path.Combine(Surroundings.Repository, "samples", "Tutorial", "Models", "Mlp.cs"));
        string project = package.CreateProject("right", ("Mlp.cs", model), ("Program.cs", Program));

        (int built, string output) = InstalledPackage.Build(project);
        Assert.True(built == 0, output);
        Assert.DoesNotContain(": warning ", output, StringComparison.Ordinal);

        (int ran, string printed) = InstalledPackage.Start(project);
        Assert.True(ran == 0, printed);
        Assert.Contains("Mlp: 551 parameters", printed, StringComparison.Ordinal);
        Assert.Contains("learned", printed, StringComparison.Ordinal);
        Assert.Contains("'visible' takes (N, 10) Float32, and got (64, 11) Float32.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_errors_of_the_build_and_nothing_else_is()
    {
        const string model = """
            using GraphGen;
            using static GraphGen.Layers;

            namespace Broken;

            [Model]
            public partial class Net
            {
                static readonly Input picture = Input(1, 28, 28);
                static readonly Input unused = Input(3);
                static readonly Node a = Conv2D(8, kernel: 3, activation: ReLU)(picture);
                static readonly Node b = Conv2D(8, kernel: 5, activation: ReLU)(picture);
                static readonly Node merge = Concatenate(1, a, b);
                static readonly Node hidden = Dense(0)(Flatten()(merge));
                static readonly Output output = Dense(1, Sigmoid)(hidden);
            }
            """;
        const string use = """
            var net = new Broken.Net();
            Console.WriteLine(net.Summary());
            Console.WriteLine(net.Hidden.weight);
            """;
        string project = package.CreateProject("wrong", ("Net.cs", model), ("Program.cs", use));

        (int built, string output) = InstalledPackage.Build(project);

        Assert.NotEqual(0, built);
        string[] errors = [.. output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line[line.IndexOf("Net.cs", StringComparison.Ordinal)..]).Distinct()];
        Assert.Collection(
            errors.Order(StringComparer.Ordinal),
            error => Assert.StartsWith("Net.cs(10,27): error GG2001: The input 'unused' reaches no output", error, StringComparison.Ordinal),
            error => Assert.StartsWith("Net.cs(13,34): error GG3002: 'merge' (Concatenate) cannot join 'a' (N, 8, 26, 26) and 'b' (N, 8, 24, 24) along axis 1", error, StringComparison.Ordinal),
            error => Assert.StartsWith("Net.cs(14,41): error GG1006: 'units' is 0, and must be at least 1", error, StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_holds_runtime_compiler_build_step_readme_and_licence()
    {
        using ZipArchive archive = ZipFile.OpenRead(Directory.GetFiles(package.Source, "*.nupkg").Single());
        HashSet<string> files = [.. archive.Entries.Select(entry => entry.FullName)];
        string[] expected =
        [
            "README.md", "LICENSE", "lib/net10.0/GraphGen.dll", "lib/net10.0/GraphGen.xml", "buildTransitive/GraphGen.targets", "tasks/netstandard2.0/GraphGen.Build.dll",
            "analyzers/dotnet/cs/GraphGen.Compiler.dll", "analyzers/dotnet/cs/GraphGen.Generator.dll", "analyzers/dotnet/cs/GraphGen.Analyzers.dll", "analyzers/dotnet/cs/GraphGen.CodeFixes.dll",
        ];
        Assert.All(expected, file => Assert.Contains(file, files));
    }
}
