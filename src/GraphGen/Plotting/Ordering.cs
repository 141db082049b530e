namespace GraphGen.Plotting;

/// <summary>
/// Orders each rank so that few links cross: every vertex moves to the mean place of its neighbours, down and up the ranks by turns, and the best order stays
/// (Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981).
/// </summary>
internal sealed class Ordering
{
    private const int MostSweeps = 24;
    private const int Work = 400_000;

    private readonly RankedGraph _graph;
    private readonly double[] _means;
    private readonly int[] _tree;

    private Ordering(RankedGraph graph)
    {
        _graph = graph;
        _means = new double[graph.Count];
        _tree = new int[graph.Ranks.Max(rank => rank.Count) + 1];
    }

    public static void Apply(RankedGraph graph)
    {
        if (graph.Count > 0) new Ordering(graph).Run();
    }

    private void Run()
    {
        Start();
        int[][] best = [.. _graph.Ranks.Select(rank => rank.ToArray())];
        long fewest = Crossings();

        // The number of sweeps falls with the size, so that large graphs take no longer than they must.
        int sweeps = Math.Clamp(Work / _graph.Count, 4, MostSweeps);
        for (int i = 0; i < sweeps && fewest > 0; i++)
        {
            Sweep(isDown: i % 2 == 0);
            long crossings = Crossings();
            if (crossings >= fewest) continue;
            fewest = crossings;
            best = [.. _graph.Ranks.Select(rank => rank.ToArray())];
        }

        for (int r = 0; r < best.Length; r++)
        {
            _graph.Ranks[r].Clear();
            _graph.Ranks[r].AddRange(best[r]);
            _graph.Number(_graph.Ranks[r]);
        }
    }

    /// <summary>The order in which a walk down from the first vertices meets them: neighbours come to stand beside one another.</summary>
    private void Start()
    {
        foreach (List<int> rank in _graph.Ranks) rank.Clear();
        var isMet = new bool[_graph.Count];
        var pending = new Stack<int>();
        for (int first = 0; first < _graph.BoxCount; first++)
        {
            pending.Push(first);
            while (pending.TryPop(out int vertex))
            {
                if (isMet[vertex]) continue;
                isMet[vertex] = true;
                _graph.Ranks[_graph.RankOf(vertex)].Add(vertex);
                foreach (Neighbor lower in _graph.Down(vertex).Reverse()) pending.Push(lower.Vertex);
            }
        }

        foreach (List<int> rank in _graph.Ranks) _graph.Number(rank);
    }

    private void Sweep(bool isDown)
    {
        int ranks = _graph.Ranks.Length;
        for (int i = 1; i < ranks; i++)
        {
            List<int> rank = _graph.Ranks[isDown ? i : ranks - 1 - i];
            foreach (int vertex in rank) _means[vertex] = Mean(vertex, isDown ? _graph.Up(vertex) : _graph.Down(vertex));
            int[] sorted = [.. rank.OrderBy(vertex => _means[vertex])];
            rank.Clear();
            rank.AddRange(sorted);
            _graph.Number(rank);
        }
    }

    private double Mean(int vertex, IReadOnlyList<Neighbor> neighbors)
    {
        if (neighbors.Count == 0) return _graph.Position[vertex];
        double sum = 0;
        foreach (Neighbor neighbor in neighbors) sum += _graph.Position[neighbor.Vertex] + neighbor.Offset;
        return sum / neighbors.Count;
    }

    private long Crossings()
    {
        long crossings = 0;
        for (int r = 0; r + 1 < _graph.Ranks.Length; r++) crossings += Crossings(_graph.Ranks[r], _graph.Ranks[r + 1].Count);
        return crossings;
    }

    /// <summary>The number of pairs of links in the wrong order, counted with a tree of partial sums (Barth, Jünger and Mutzel, "Simple and efficient bilayer cross counting", 2002).</summary>
    private long Crossings(List<int> upper, int width)
    {
        Array.Clear(_tree, 0, width + 1);
        long crossings = 0;
        int links = 0;
        foreach (int vertex in upper)
        {
            foreach (Neighbor lower in _graph.Down(vertex))
            {
                int upTo = 0;
                for (int i = _graph.Position[lower.Vertex] + 1; i > 0; i -= i & -i) upTo += _tree[i];
                crossings += links - upTo;
            }

            foreach (Neighbor lower in _graph.Down(vertex))
            {
                links++;
                for (int i = _graph.Position[lower.Vertex] + 1; i <= width; i += i & -i) _tree[i]++;
            }
        }

        return crossings;
    }
}
