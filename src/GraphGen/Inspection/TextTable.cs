using System;
using System.Collections.Generic;
using System.Linq;

namespace GraphGen.Inspection;

/// <summary>Rows of text in aligned columns. The generator compiles this file too, so that a documentation comment shows the table that the program prints.</summary>
internal static class TextTable
{
    /// <summary>The lines of a table: a heading, a rule, the rows, a rule, and the lines below it.</summary>
    /// <param name="heading">The columns' names.</param>
    /// <param name="rows">The rows, with a cell a column.</param>
    /// <param name="isRightAligned">Whether the cells of a column, by its index, end at one line.</param>
    /// <param name="below">What stands below the table.</param>
    public static IReadOnlyList<string> Lines(string[] heading, IReadOnlyList<string[]> rows, Func<int, bool> isRightAligned, IEnumerable<string> below)
    {
        int[] widths = heading.Select((name, column) => rows.Select(row => row[column].Length).Append(name.Length).Max()).ToArray();
        string rule = new string('-', widths.Sum() + (2 * (widths.Length - 1)));
        var lines = new List<string> { Line(heading), rule };
        lines.AddRange(rows.Select(Line));
        lines.Add(rule);
        lines.AddRange(below);
        return lines;

        string Line(string[] cells) => string.Join(
            "  ",
            cells.Select((cell, column) => isRightAligned(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd();
    }
}
