using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>
/// Draws a model node by node, each from what the nodes before it really are: it computes as it goes. In some models one node is drawn in the wild, and may be a
/// mistake.
/// </summary>
internal sealed class ModelDrawer
{
    private const int MostTries = 40;

    /// <summary>Elements of an example in one tensor.</summary>
    private const long MostElements = 600;

    private const long Batch = 11;

    /// <summary>The relative difference that noise may make, and so by far the greatest that another order of computing may.</summary>
    private const double MostDisturbance = 2e-3;

    private const double Greatest = 1e4;

    /// <summary>How deep models are nested.</summary>
    private const int MostDepth = 2;

    private readonly Chance _chance;
    private readonly List<DrawnSymbol> _symbols = [];
    private readonly List<World> _worlds = [];
    private readonly List<DrawnNode> _nodes = [];
    private readonly List<DrawnLayer> _layers = [];
    private readonly HashSet<DrawnNode> _unread = [];
    private readonly bool _isDouble;
    private readonly Drawing _drawing;

    private ModelDrawer(int seed)
        : this(new Chance(seed), depth: 0)
    {
        manual_seed(seed);
        _isDouble = _chance.OneIn(4);
        DrawWorlds();
    }

    private ModelDrawer(Chance chance, int depth)
    {
        _chance = chance;
        _drawing = new Drawing(_chance, _nodes, _unread, _layers, _worlds, _symbols) { Depth = depth };
    }

    private IEnumerable<Lane> Lanes => _worlds.SelectMany(world => world.Lanes);

    private Lane Base => _worlds[0].Lanes[0];

    /// <summary>The kind that every other node is tried to be of; null where all are alike.</summary>
    private Kind? Preferred { get; init; }

    /// <summary>The model of a seed.</summary>
    public static DrawnModel Draw(int seed) => Draw(seed, null);

    /// <summary>A model in which one kind is likely.</summary>
    public static DrawnModel Draw(int seed, Kind? preferred) => new ModelDrawer(seed) { Preferred = preferred }.Finish(seed);

    private DrawnModel Finish(int seed)
    {
        DrawInputs();
        int count = (int)(_chance.OneIn(3) ? _chance.Between(10, 60) : _chance.Between(10, 25));
        int wild = _chance.OneIn(3) ? (int)_chance.Between(count / 2, count - 1) : -1;
        for (int i = 0; _nodes.Count < count; i++)
        {
            _drawing.IsWild = i == wild;
            if (!(_chance.OneIn(5) ? ApplyAgain() : Apply())) continue;
            if (Base[_nodes[^1]].Tensor is not null) continue;
            if (_chance.OneIn(2)) Follow(_nodes[^1]);
            break;
        }

        JoinUnread();
        NestSome();

        DrawnNode[] outputs = [.. Rooted().Where(node => (_unread.Contains(node) || (!node.IsNested && !node.IsInput && _chance.OneIn(20))))];
        return new DrawnModel(seed, _isDouble, _chance.OneIn(6), _symbols, _nodes, outputs, _worlds).Only(outputs);
    }

    /// <summary>A model of a few nodes, to be nested in the one that is drawn.</summary>
    /// <param name="outer">The drawing of the model around it.</param>
    /// <param name="sources">What it is applied to.</param>
    /// <param name="given">Receives the parameters that it is given by name; null where there are none.</param>
    /// <returns>The model; null where none was found.</returns>
    public static DrawnModel? DrawPart(Drawing outer, IReadOnlyList<DrawnNode> sources, out Given? given)
    {
        given = null;
        if (outer.Depth >= MostDepth) return null;
        var drawer = new ModelDrawer(outer.Chance, outer.Depth + 1);
        return drawer.DeclarePart(outer, sources, out given) ? drawer.FinishPart() : null;
    }

    /// <summary>Inputs of the shapes and types of what the model is applied to, in which some sizes are dimensions.</summary>
    private bool DeclarePart(Drawing outer, IReadOnlyList<DrawnNode> sources, out Given? given)
    {
        given = null;
        Lane[] lanes = [.. outer.Worlds.SelectMany(world => world.Lanes)];
        if (lanes.Any(lane => sources.Any(source => lane[source].Tensor is null))) return false;
        var parameters = new Dictionary<string, Func<World, long>>();
        var dynamic = new Dictionary<string, Func<Lane, long>>();
        Quantity?[][] shapes = [.. sources.Select(source => Enumerable.Range(1, (int)outer.Tensor(source).dim() - 1).Select(axis => DeclareAxis(outer, source, axis, parameters, dynamic)).ToArray())];
        if (_chance.OneIn(4))
        {
            Quantity value = outer.Size(1, 5);
            _symbols.Add(new DrawnSymbol("q", _chance.OneIn(2) ? "Dim.Parameter(3)" : "Dim.Parameter()", IsParameter: true));
            parameters["q"] = world => value.In(world.Parameters);
            given = new Given([("q", value)]);
        }

        DrawnNode[] inputs = [.. sources.Select((source, i) => DrawnNode.Input($"x{i}", outer.HasModelType(outer.Tensor(source)) ? null : outer.Tensor(source).dtype, [.. shapes[i].OfType<Quantity>()]))];
        foreach (World around in outer.Worlds)
        {
            var world = new World(around.ModelType, parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value(around)));
            foreach (Lane lane in around.Lanes) world.Lanes.Add(lane.Within(world, dynamic.ToDictionary(size => size.Key, size => size.Value(lane)), input => lane[sources[Array.IndexOf(inputs, input)]].Tensor!));
            _worlds.Add(world);
        }

        foreach (DrawnNode input in inputs) Add(input);
        return true;
    }

    private Quantity DeclareAxis(Drawing outer, DrawnNode source, int axis, Dictionary<string, Func<World, long>> parameters, Dictionary<string, Func<Lane, long>> dynamic)
    {
        long Size(Lane lane) => lane[source].Tensor!.size(axis);
        bool IsFixed(World world) => world.Lanes.All(lane => Size(lane) == Size(world.Lanes[0]));
        if (outer.Worlds.All(IsFixed) && outer.Worlds.All(world => Size(world.Lanes[0]) == Size(outer.Worlds[0].Lanes[0])) && !_chance.OneIn(4)) return Size(outer.Worlds[0].Lanes[0]);
        bool isParameter = outer.Worlds.All(IsFixed) && _chance.OneIn(2);
        string name = $"{(isParameter ? "p" : "D")}{_symbols.Count}";
        _symbols.Add(new DrawnSymbol(name, isParameter ? "Dim.Parameter()" : "Dim.Dynamic()", isParameter));
        if (isParameter) parameters[name] = world => Size(world.Lanes[0]);
        else dynamic[name] = Size;
        return Quantity.Symbol(name);
    }

    private DrawnModel? FinishPart()
    {
        int count = _nodes.Count + (int)_chance.Between(1, 6);
        for (int i = 0; i < 3 * count && _nodes.Count < count; i++) _ = _chance.OneIn(6) ? ApplyAgain() : Apply();
        JoinUnread();
        if (Lanes.Any(lane => _nodes.Any(node => lane[node].Tensor is null))) return null;
        DrawnNode[] outputs = [.. Rooted().Where(_unread.Contains)];
        return new DrawnModel(0, _isDouble, IsReversed: false, _symbols, _nodes, outputs, _worlds).Only(outputs);
    }

    /// <summary>The nodes that depend on an input: what is made of weights and constants alone is no output.</summary>
    private List<DrawnNode> Rooted()
    {
        var rooted = new List<DrawnNode>();
        foreach (DrawnNode node in _nodes)
        {
            if (node.IsInput || node.Inputs.Any(rooted.Contains)) rooted.Add(node);
        }

        return rooted;
    }

    /// <summary>The dimensions, and the sizes for which the model is computed by hand.</summary>
    private void DrawWorlds()
    {
        var dynamic = new List<Dictionary<string, long>>();
        if (_chance.OneIn(3))
        {
            foreach (string name in _chance.OneIn(3) ? new[] { "T", "S" } : ["T"])
            {
                long step = _chance.OneIn(3) ? 2 : 1;
                (long least, long greatest) = (_chance.Between(1, 3) * step, _chance.Between(5, 8) * step);
                string range = (_chance.Of("", $"min: {least}", $"min: {least}, max: {greatest}") + (step > 1 ? $", multipleOf: {step}" : "")).TrimStart(',', ' ');
                _symbols.Add(new DrawnSymbol(name, $"Dim.Dynamic({range})", IsParameter: false));
                long[] values = _chance.Shuffled(Enumerable.Range((int)(least / step), (int)((greatest - least) / step) + 1).Select(value => (long)value));
                for (int call = 0; call < 3; call++)
                {
                    if (dynamic.Count <= call) dynamic.Add([]);
                    dynamic[call][name] = values[call] * step;
                }
            }
        }
        else
        {
            dynamic.Add([]);
        }

        var parameters = new List<Dictionary<string, long>> { new() };
        if (_chance.OneIn(4))
        {
            foreach (string name in _chance.OneIn(3) ? new[] { "p", "q" } : ["p"])
            {
                long value = _chance.Between(1, 5);
                _symbols.Add(new DrawnSymbol(name, _chance.OneIn(2) ? $"Dim.Parameter({value})" : "Dim.Parameter()", IsParameter: true));
                if (parameters.Count == 1) parameters.Add([]);
                parameters[0][name] = value;
                parameters[1][name] = _chance.Between(1, 6);
            }
        }

        ScalarType type = _isDouble ? ScalarType.Float64 : ScalarType.Float32;
        foreach (Dictionary<string, long> values in parameters)
        {
            var world = new World(type, values);
            _worlds.Add(world);
            foreach ((int i, Dictionary<string, long> sizes) in dynamic.Index())
            {
                world.Lanes.Add(new Lane(world, Batch + (2 * i), sizes));
                if (i == 0 && _worlds.Count == 1) world.Lanes.Add(world.Lanes[0].Noisy());
            }

            if (dynamic.Count == 1) world.Lanes.Add(new Lane(world, Batch - 2, dynamic[0]));
        }
    }

    private void DrawInputs()
    {
        long count = _chance.OneIn(12) ? _chance.Between(7, 8) : _chance.Between(1, 4);
        for (int i = 0; i < count; i++)
        {
            long rank = _chance.Of(0L, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4);
            ScalarType? element = _chance.Between(0, 11) switch
            {
                0 or 1 => ScalarType.Int64,
                2 => _chance.Of(ScalarType.Int32, ScalarType.Byte, ScalarType.Int16),
                3 when !_isDouble => _chance.Of(ScalarType.Bool, ScalarType.Bool, ScalarType.Float64, ScalarType.ComplexFloat32, ScalarType.Float16, ScalarType.BFloat16),
                _ => null,
            };
            Quantity[] shape = [.. Enumerable.Range(0, (int)rank).Select(axis => DrawAxis(axis, (int)rank))];

            // Each dimension that comes with a call is the size of some axis.
            if (i == 0) shape = [.. _symbols.Where(symbol => !symbol.IsParameter).Select(symbol => Quantity.Symbol(symbol.Name)), .. shape.Take(2)];
            var input = DrawnNode.Input($"x{i}", element, shape);
            foreach (Lane lane in Lanes) lane.Run(input);
            _nodes.Add(input);
            _unread.Add(input);
        }
    }

    private Quantity DrawAxis(int axis, int rank)
    {
        if (_symbols.Count == 0 || !_chance.OneIn(3)) return axis == 0 && rank > 2 ? _chance.Of(1, 2, 3, 4) : _chance.Between(1, 6);
        var symbol = Quantity.Symbol(_chance.Of((IReadOnlyList<DrawnSymbol>)_symbols).Name);
        return _chance.OneIn(5) ? _chance.Of(symbol.Times(2), symbol.Plus(1)) : symbol;
    }

    /// <summary>Applies a new layer to some nodes.</summary>
    private bool Apply()
    {
        for (int i = 0; i < MostTries; i++)
        {
            Kind kind = Preferred is not null && _chance.OneIn(2) ? Preferred : _chance.Of(AllKinds.List);
            if (kind.Draw(_drawing) is not { } application) continue;
            var layer = new DrawnLayer(kind, application.Arguments);
            if (!TryAdd(DrawnNode.Of($"n{_nodes.Count}", layer, application.Inputs, _drawing.IsWild))) continue;
            _layers.AddRange((layer.HasCopies ? [] : layer.Inner).Append(layer).Except(_layers).ToArray());
            return true;
        }

        return false;
    }

    /// <summary>Applies a layer that was applied before to another node: it is shared.</summary>
    private bool ApplyAgain()
    {
        DrawnLayer[] layers = [.. _layers.Where(layer => layer.Kind.IsLayer && !(_drawing.IsWild && layer.Kind.Make is not null) && _nodes.Any(node => node.Layer == layer && node.Inputs.Count == 1))];
        for (int i = 0; i < MostTries && layers.Length > 0; i++)
        {
            DrawnLayer layer = _chance.Of(layers);
            if (_drawing.Node(_ => true) is not { } input || !TryAdd(DrawnNode.Of($"n{_nodes.Count}", layer, [input], _drawing.IsWild))) continue;
            layer.Field ??= $"s{_nodes.Count}";
            return true;
        }

        return false;
    }

    /// <summary>What reads a failed node fails too, and must not be told.</summary>
    private void Follow(DrawnNode failed)
    {
        Kind relu = AllKinds.Find("ReLU");
        Add(DrawnNode.Of($"n{_nodes.Count}", new DrawnLayer(relu, []), [failed]));
    }

    private bool TryAdd(DrawnNode node)
    {
        foreach (Lane lane in Lanes) lane.Run(node);
        if (!IsAcceptable(node))
        {
            foreach (Lane lane in Lanes) lane.Forget(node);
            return false;
        }

        Add(node);
        return true;
    }

    private void Add(DrawnNode node)
    {
        foreach (Lane lane in Lanes) lane.Run(node);
        _unread.ExceptWith(node.Inputs);
        _nodes.Add(node);
        _unread.Add(node);
    }

    private bool IsAcceptable(DrawnNode node)
    {
        if (Base[node].Tensor is null) return _drawing.IsWild;
        bool failsElsewhere = Lanes.Any(lane => lane[node].Tensor is null && lane[node].IsOwn);
        if (failsElsewhere && !_drawing.IsWild && (Base.World.Find(node.Layer!) is not null || !_chance.OneIn(4))) return false;
        return Lanes.All(lane => lane[node].Tensor is not { } tensor || IsTame(tensor)) && Lanes.Where(lane => lane.IsNoisy).All(lane => IsStable(Base[node].Tensor!, lane[node].Tensor!));
    }

    private static bool IsTame(Tensor tensor)
    {
        if (tensor.dim() > 6 || tensor.numel() == 0 || tensor.numel() / Batch > MostElements) return false;
        double greatest = tensor.is_complex() ? tensor.abs().max().ToDouble() : tensor.to(ScalarType.Float64).abs().max().ToDouble();
        return greatest < Greatest;
    }

    /// <summary>Whether noise changes a tensor little: where it does not, equal values cannot be asked for.</summary>
    private static bool IsStable(Tensor tensor, Tensor disturbed)
    {
        if (!tensor.is_floating_point() && !tensor.is_complex()) return Same(tensor, disturbed);
        double greatest = tensor.abs().max().ToDouble();
        return (tensor - disturbed).abs().max().ToDouble() <= Math.Max(MostDisturbance, tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? 0.1 : 0) * Math.Max(greatest, 1e-3);
    }

    private static bool Same(Tensor tensor, Tensor other) => tensor.eq(other).all().ToBoolean();

    /// <summary>Joins some nodes that nothing reads, so that there are few outputs.</summary>
    private void JoinUnread()
    {
        Kind flatten = AllKinds.Find("Flatten");
        Kind join = AllKinds.Find("Concatenate");
        long most = _chance.Between(1, 9);
        while (_unread.Count > most && _nodes.Where(node => _unread.Contains(node) && Lanes.All(lane => lane[node].Tensor is not null)).Take(4).ToArray() is { Length: > 1 } joined)
        {
            var flat = joined.Select((node, i) => DrawnNode.Of($"n{_nodes.Count + i}", new DrawnLayer(flatten, []), [node])).ToArray();
            foreach (DrawnNode node in flat) Add(node);
            Add(DrawnNode.Of($"n{_nodes.Count}", new DrawnLayer(join, []), flat));
        }
    }

    /// <summary>A node whose state is read has a name that it is read by.</summary>
    private static bool ReadsState(DrawnNode reader, DrawnNode node) =>
        reader.Inputs.Contains(node) && (reader.Layer!.Kind.Name is "Hidden" or "Cell" || (reader.Layer.Kind.Name is "LSTM" or "GRU" or "SimpleRNN" or "Bidirectional" && reader.Inputs.Count > 1));

    /// <summary>Writes some nodes that are read once within the expression that reads them.</summary>
    private void NestSome()
    {
        foreach (DrawnNode node in _nodes.Where(node => !node.IsInput && !_unread.Contains(node)))
            node.IsNested = _chance.OneIn(3) && _nodes.SelectMany(reader => reader.Inputs).Count(input => input == node) == 1 && !_nodes.Any(reader => ReadsState(reader, node));
    }
}
