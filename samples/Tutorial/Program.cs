using TorchSharp;
using Tutorial;
using Tutorial.Lessons;

const int Seed = 1;

var lessons = new Dictionary<string, Func<Lesson>>
{
    [nameof(Mlp)] = () => new MlpLesson(),
    [nameof(ConvNet)] = () => new ConvNetLesson(),
    [nameof(RecurrentNet)] = () => new RecurrentNetLesson(),
    [nameof(SharedInput)] = () => new SharedInputLesson(),
    [nameof(SharedFeatures)] = () => new SharedFeaturesLesson(),
    [nameof(SeveralInputs)] = () => new SeveralInputsLesson(),
    [nameof(SeveralOutputs)] = () => new SeveralOutputsLesson(),
    [nameof(SharedLayers)] = () => new SharedLayersLesson(),
};

IEnumerable<string>? chosen = args switch
{
    [] => lessons.Keys,
    ["--model", var name] when lessons.ContainsKey(name) => [name],
    _ => null,
};
if (chosen is null)
{
    Console.Error.WriteLine($"Usage: Tutorial [--model NAME], where NAME is one of {string.Join(", ", lessons.Keys)}");
    return 1;
}

var failed = chosen.Where(name => !Teach(name)).ToArray();
if (failed.Length == 0)
    return 0;
Console.Error.WriteLine($"Not clearly better than the majority class: {string.Join(", ", failed)}");
return 1;

bool Teach(string name)
{
    using var scope = torch.NewDisposeScope();
    torch.random.manual_seed(Seed);
    var lesson = lessons[name]();
    Console.WriteLine($"{name}: {lesson.Question}");
    var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "results", name)).FullName;
    var score = lesson.Teach(folder);
    Console.WriteLine($"{score}\nPlots and weights are in {folder}\n");
    return score.IsClear;
}
