namespace GraphGen.Plotting;

/// <summary>A graph in ranks, in which each link leads to the next rank: one that leads further has a passage in each rank between.</summary>
internal sealed class RankedGraph
{
    private readonly List<List<Neighbor>> _up = [];
    private readonly List<List<Neighbor>> _down = [];
    private readonly List<int> _rankOf = [];
    private readonly Dictionary<(int From, int Port), List<int>> _trunks = [];

    public RankedGraph(int[] ranks, IReadOnlyList<Link> links)
    {
        BoxCount = ranks.Length;
        Ranks = [.. Enumerable.Range(0, ranks.Length == 0 ? 0 : ranks.Max() + 1).Select(_ => new List<int>())];
        foreach (int rank in ranks) Add(rank);
        Paths = [.. links.Select(link => PathOf(link, ranks))];
        Position = new int[_up.Count];
    }

    /// <summary>The number of vertices that are no passages; those come behind.</summary>
    public int BoxCount { get; }

    public int Count => _up.Count;

    /// <summary>The vertices of each rank from left to right.</summary>
    public List<int>[] Ranks { get; }

    /// <summary>The place of each vertex in its rank.</summary>
    public int[] Position { get; }

    /// <summary>The vertices of each link, both ends included.</summary>
    public int[][] Paths { get; }

    public bool IsPassage(int vertex) => vertex >= BoxCount;

    public int RankOf(int vertex) => _rankOf[vertex];

    /// <summary>The neighbours in the rank above.</summary>
    public IReadOnlyList<Neighbor> Up(int vertex) => _up[vertex];

    /// <summary>The neighbours in the rank below.</summary>
    public IReadOnlyList<Neighbor> Down(int vertex) => _down[vertex];

    /// <summary>Sets the places in a rank to its order.</summary>
    public void Number(List<int> rank)
    {
        for (int i = 0; i < rank.Count; i++) Position[rank[i]] = i;
    }

    private int Add(int rank)
    {
        _up.Add([]);
        _down.Add([]);
        _rankOf.Add(rank);
        Ranks[rank].Add(_up.Count - 1);
        return _up.Count - 1;
    }

    private int[] PathOf(Link link, int[] ranks)
    {
        if (!_trunks.TryGetValue((link.From, link.Port), out List<int>? trunk)) _trunks.Add((link.From, link.Port), trunk = [link.From]);
        int length = ranks[link.To] - ranks[link.From];
        while (trunk.Count < length)
        {
            int passage = Add(ranks[link.From] + trunk.Count);
            Connect(trunk[^1], passage, 0.5);
            trunk.Add(passage);
        }

        Connect(trunk[length - 1], link.To, link.Argument);
        return [.. trunk.Take(length), link.To];
    }

    private void Connect(int from, int to, double argument)
    {
        _down[from].Add(new Neighbor(to, argument - 0.5));
        _up[to].Add(new Neighbor(from, 0));
    }
}

/// <summary>A vertex in the next rank.</summary>
/// <param name="Vertex">The vertex.</param>
/// <param name="Offset">Where in it a link ends, from -0.5 at its left to 0.5 at its right.</param>
internal readonly record struct Neighbor(int Vertex, double Offset);
