namespace GraphGen.Inspection;

/// <summary>How a summary is written.</summary>
public enum SummaryFormat
{
    /// <summary>Aligned columns, and the totals below them.</summary>
    Text,

    /// <summary>A table of GitHub Flavored Markdown, and the totals as a list.</summary>
    Markdown,

    /// <summary>An object of JSON (RFC 8259): the rows with those within them, and the totals.</summary>
    Json,

    /// <summary>A heading and a record for each row (RFC 4180), without the totals.</summary>
    Csv,
}
