namespace GraphGen.Compiler.Shapes;

/// <summary>A number times a product of atoms.</summary>
/// <param name="coefficient">The number, not 0.</param>
/// <param name="atoms">In their order, at least one.</param>
internal sealed class DimMonomial(long coefficient, DimAtom[] atoms)
{
    public long Coefficient { get; } = coefficient;

    public IReadOnlyList<DimAtom> Atoms => atoms;

    public int Size { get; } = 1 + atoms.Sum(atom => atom.Size);

    public DimMonomial WithCoefficient(long other) => new(other, atoms);

    /// <exception cref="OverflowException">The coefficient is out of the range of 64 bits.</exception>
    public static DimMonomial operator *(DimMonomial a, DimMonomial b)
    {
        DimAtom[] atoms = [.. a.Atoms, .. b.Atoms];
        Array.Sort(atoms);
        return new DimMonomial(checked(a.Coefficient * b.Coefficient), atoms);
    }

    /// <summary>The atoms without one of them.</summary>
    public List<DimAtom> AtomsWithout(DimAtom atom)
    {
        List<DimAtom> left = [.. atoms];
        left.Remove(atom);
        return left;
    }

    /// <summary>The atoms without those of another monomial; null where it has some that are missing here.</summary>
    public List<DimAtom>? AtomsWithout(DimMonomial other)
    {
        if (other.Atoms.Count > atoms.Length) return null;
        List<DimAtom> left = [.. atoms];
        return other.Atoms.All(left.Remove) ? left : null;
    }

    /// <summary>
    /// The order of a sum: products of more atoms first, then by the atoms. It is one of those in which polynomials can be divided: multiplied by the same, two
    /// monomials keep their order.
    /// </summary>
    public int Order(DimMonomial other)
    {
        int order = other.Atoms.Count.CompareTo(atoms.Length);
        for (int i = 0; order == 0 && i < atoms.Length; i++) order = atoms[i].CompareTo(other.Atoms[i]);
        return order;
    }
}
