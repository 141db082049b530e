namespace GraphGen.Plotting;

/// <summary>Gives every vertex of a graph without cycles a rank below those of all that it reads.</summary>
internal static class Ranking
{
    /// <summary>The ranks, from 0, none of them empty.</summary>
    /// <param name="count">The number of vertices, each of which reads only earlier ones.</param>
    /// <param name="links">Who reads whom.</param>
    /// <param name="stays">Whether a vertex is to stay as far up as it can.</param>
    public static int[] Of(int count, IReadOnlyList<Link> links, Func<int, bool> stays)
    {
        ILookup<int, int> readers = links.ToLookup(link => link.From, link => link.To);
        var ranks = new int[count];
        var reads = new int[count];
        for (int v = 0; v < count; v++)
        {
            foreach (int reader in readers[v])
            {
                ranks[reader] = Math.Max(ranks[reader], ranks[v] + 1);
                reads[reader]++;
            }
        }

        // One that has more readers than it reads makes the links shorter where it goes down to the first of its readers.
        for (int v = count - 1; v >= 0; v--)
        {
            if (readers[v].Count() > reads[v] && !stays(v)) ranks[v] = readers[v].Min(reader => ranks[reader]) - 1;
        }

        int[] used = [.. ranks.Distinct().Order()];
        return Array.ConvertAll(ranks, rank => Array.BinarySearch(used, rank));
    }
}

/// <summary>One vertex reads another.</summary>
/// <param name="From">The one that is read.</param>
/// <param name="Port">Where the link leaves it: links from one port run together as far as they can.</param>
/// <param name="To">The one that reads.</param>
/// <param name="Argument">Where it arrives, from 0 at the left to 1 at the right.</param>
internal readonly record struct Link(int From, int Port, int To, double Argument);
