namespace GraphGen.Plotting;

/// <summary>
/// Places the vertices of ordered ranks from left to right, long links upright (Brandes and Köpf, "Fast and simple horizontal coordinate assignment", 2001): vertices are
/// stacked into blocks below the median of their neighbours in four ways, from above and below with the left or the right first; each way is packed, and the mean of the
/// middle two is the place.
/// </summary>
internal sealed class Placement
{
    private readonly RankedGraph _graph;
    private readonly Func<int, int, double> _distance;
    private readonly HashSet<(int Upper, int Lower)> _conflicts = [];

    private Placement(RankedGraph graph, Func<int, int, double> distance)
    {
        (_graph, _distance) = (graph, distance);
        for (int r = 0; r + 1 < graph.Ranks.Length; r++) FindConflicts(graph.Ranks[r], graph.Ranks[r + 1]);
    }

    /// <summary>The middle of each vertex.</summary>
    /// <param name="graph">The graph, in order.</param>
    /// <param name="distance">How far apart the middles of two neighbours in a rank are at least.</param>
    public static double[] Of(RankedGraph graph, Func<int, int, double> distance)
    {
        var placement = new Placement(graph, distance);
        return Middle([placement.Place(true, true), placement.Place(true, false), placement.Place(false, true), placement.Place(false, false)]);
    }

    /// <summary>The ways, moved to the left or right end of the narrowest, and the mean of the middle two.</summary>
    private static double[] Middle(double[][] ways)
    {
        if (ways[0].Length == 0) return [];
        double[] narrowest = ways.MinBy(way => way.Max() - way.Min())!;
        (double left, double right) = (narrowest.Min(), narrowest.Max());
        for (int i = 0; i < ways.Length; i++)
        {
            double shift = i % 2 == 0 ? left - ways[i].Min() : right - ways[i].Max();
            ways[i] = Array.ConvertAll(ways[i], x => x + shift);
        }

        return [.. Enumerable.Range(0, ways[0].Length).Select(v =>
        {
            double[] places = [.. ways.Select(way => way[v]).Order()];
            return (places[1] + places[2]) / 2;
        })];
    }

    /// <summary>A link between passages goes upright: what crosses it may not align.</summary>
    private void FindConflicts(List<int> upper, List<int> lower)
    {
        int first = 0;
        int scanned = 0;
        for (int i = 0; i < lower.Count; i++)
        {
            int? above = PassageAbove(lower[i]);
            if (above is null && i < lower.Count - 1) continue;
            int last = above is { } passage ? _graph.Position[passage] : upper.Count - 1;
            for (; scanned <= i; scanned++)
            {
                foreach (Neighbor neighbor in _graph.Up(lower[scanned]))
                {
                    int position = _graph.Position[neighbor.Vertex];
                    bool isUpright = _graph.IsPassage(neighbor.Vertex) && _graph.IsPassage(lower[scanned]);
                    if ((position < first || position > last) && !isUpright) _conflicts.Add((neighbor.Vertex, lower[scanned]));
                }
            }

            first = last;
        }
    }

    private int? PassageAbove(int vertex) =>
        _graph.IsPassage(vertex) && _graph.Up(vertex) is [{ Vertex: var above }] && _graph.IsPassage(above) ? above : null;

    private double[] Place(bool isDown, bool leftFirst)
    {
        int[] root = Align(isDown, leftFirst);
        List<(int To, double Distance)>[] right = Neighbours(root, leftFirst);
        double[] places = Pack(root, right);
        return Array.ConvertAll(root, block => leftFirst ? places[block] : -places[block]);
    }

    /// <summary>The first vertex of the block of each.</summary>
    private int[] Align(bool isDown, bool leftFirst)
    {
        int[] root = [.. Enumerable.Range(0, _graph.Count)];
        bool[] isContinued = new bool[_graph.Count];
        int ranks = _graph.Ranks.Length;
        for (int i = 1; i < ranks; i++)
        {
            List<int> rank = _graph.Ranks[isDown ? i : ranks - 1 - i];
            int width = _graph.Ranks[isDown ? i - 1 : ranks - i].Count;
            int taken = -1;
            for (int j = 0; j < rank.Count; j++)
            {
                int vertex = rank[leftFirst ? j : rank.Count - 1 - j];
                int[] neighbors = [.. (isDown ? _graph.Up(vertex) : _graph.Down(vertex)).Select(neighbor => neighbor.Vertex).Distinct().OrderBy(Position)];
                for (int m = (neighbors.Length - 1) / 2; m >= 0 && m <= neighbors.Length / 2 && m < neighbors.Length && root[vertex] == vertex; m++)
                {
                    int neighbor = neighbors[m];
                    (int, int) link = isDown ? (neighbor, vertex) : (vertex, neighbor);
                    if (Position(neighbor) <= taken || isContinued[neighbor] || _conflicts.Contains(link)) continue;
                    root[vertex] = root[neighbor];
                    isContinued[neighbor] = true;
                    taken = Position(neighbor);
                }
            }

            int Position(int vertex) => leftFirst ? _graph.Position[vertex] : width - 1 - _graph.Position[vertex];
        }

        return root;
    }

    /// <summary>The blocks behind each block in some rank, and how far away they are at least.</summary>
    private List<(int To, double Distance)>[] Neighbours(int[] root, bool leftFirst)
    {
        List<(int To, double Distance)>[] behind = [.. Enumerable.Range(0, _graph.Count).Select(_ => new List<(int, double)>())];
        foreach (List<int> rank in _graph.Ranks)
        {
            for (int i = 0; i + 1 < rank.Count; i++)
            {
                (int left, int right) = (rank[i], rank[i + 1]);
                double distance = _distance(left, right);
                if (leftFirst) behind[root[left]].Add((root[right], distance));
                else behind[root[right]].Add((root[left], distance));
            }
        }

        return behind;
    }

    /// <summary>Every block as far in front as it can be, and then as near to those behind it as it can be.</summary>
    private static double[] Pack(int[] root, List<(int To, double Distance)>[] behind)
    {
        var places = new double[root.Length];
        var before = new int[root.Length];
        foreach (List<(int To, double)> blocks in behind)
        {
            foreach ((int to, _) in blocks) before[to]++;
        }

        var order = new List<int>(root.Where((block, vertex) => block == vertex && before[block] == 0));
        for (int i = 0; i < order.Count; i++)
        {
            foreach ((int to, double distance) in behind[order[i]])
            {
                places[to] = Math.Max(places[to], places[order[i]] + distance);
                if (--before[to] == 0) order.Add(to);
            }
        }

        for (int i = order.Count - 1; i >= 0; i--)
        {
            if (behind[order[i]] is { Count: > 0 } blocks) places[order[i]] = Math.Max(places[order[i]], blocks.Min(block => places[block.To] - block.Distance));
        }

        return places;
    }
}
