using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>Where the sites of one declaration lie. The analyzers read it; the generator drops it.</summary>
internal sealed class SiteMap
{
    private readonly List<Location> _locations = [];

    public Location this[Site site] => _locations[site.Id];

    public Site Add(Location location)
    {
        _locations.Add(location);
        return new Site(_locations.Count - 1);
    }
}
