using Architectures;
using TorchSharp;

const int Seed = 1;

IEnumerable<string>? chosen = args switch
{
    [] => Studies.All.Keys,
    ["--model", var name] when Studies.All.ContainsKey(name) => [name],
    _ => null,
};
if (chosen is null)
{
    Console.Error.WriteLine($"Usage: Architectures [--model NAME], where NAME is one of {string.Join(", ", Studies.All.Keys)}");
    return 1;
}

var failed = chosen.Where(name => !Study(name)).ToArray();
if (failed.Length == 0)
    return 0;
Console.Error.WriteLine($"No better than before: {string.Join(", ", failed)}");
return 1;

static bool Study(string name)
{
    using var scope = torch.NewDisposeScope();
    torch.random.manual_seed(Seed);
    return Studies.All[name]().Run();
}
