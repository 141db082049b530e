namespace GraphGen.Compiler.Problems;

/// <summary>
/// A place in the user's source, as a number in reading order. Where it lies is known only to the <see cref="Reading.SiteMap"/> beside a declaration,
/// so that a moved line changes no declaration and no generated file.
/// </summary>
internal readonly record struct Site(int Id);
