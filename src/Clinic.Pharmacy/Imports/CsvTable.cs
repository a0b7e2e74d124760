namespace Clinic.Pharmacy.Imports;

/// <summary>A file with a header: rows whose cells are asked for by column.</summary>
internal sealed class CsvTable
{
    /// <summary>The most characters of a file.</summary>
    public const int LongestText = 20_000_000;

    private readonly Dictionary<string, int> columns;

    private CsvTable(Dictionary<string, int> columns, List<CsvRow> rows, char separator)
    {
        this.columns = columns;
        Rows = rows;
        Separator = separator;
    }

    public IReadOnlyList<CsvRow> Rows { get; }

    public char Separator { get; }

    /// <summary>Reads a file; null with the failures noted when it is no table with these columns.</summary>
    public static CsvTable? Read(string text, IReadOnlyList<string> required, IReadOnlyList<string> optional, int mostRows, Failures failures)
    {
        if (text.Length > LongestText)
        {
            failures.Add(PharmacyRules.CsvTooLarge, ("found", $"{text.Length} characters"), ("allowed", $"{LongestText} characters"));
            return null;
        }

        var separator = CsvReader.SeparatorOf(text);
        var rows = new CsvReader(text, separator).ReadAll(mostRows, failures);
        if (failures.Count > 0) return null;
        if (rows.Count == 0)
        {
            failures.Add(PharmacyRules.CsvUnreadable, ("line", 1), ("reason", "the file is empty; a header is needed"));
            return null;
        }

        var columns = Header(rows[0], required, optional, failures);
        foreach (var row in rows.Skip(1).Where(r => r.Cells.Count != rows[0].Cells.Count))
            failures.Add(PharmacyRules.CsvUnreadable, ("line", row.Number), ("reason", $"{row.Cells.Count} cells where the header has {rows[0].Cells.Count}"));
        return failures.Count > 0 ? null : new(columns, rows[1..], separator);
    }

    /// <summary>The cell of a column without outer spaces; null when it is blank or the column is missing.</summary>
    public string? Cell(CsvRow row, string column)
    {
        if (!columns.TryGetValue(column, out var index)) return null;
        var cell = row.Cells[index].Trim();
        return cell.Length == 0 ? null : cell;
    }

    private static Dictionary<string, int> Header(CsvRow header, IReadOnlyList<string> required, IReadOnlyList<string> optional, Failures failures)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = header.Cells[i].Trim().ToLowerInvariant();
            var known = required.Contains(name) || optional.Contains(name);
            // A misspelt column would lose its content silently.
            if (!known || !columns.TryAdd(name, i))
            {
                failures.Add(PharmacyRules.CsvCellInvalid, ("row", header.Number), ("column", i + 1), ("found", header.Cells[i]),
                    ("allowed", $"each once: {string.Join(", ", required.Concat(optional))}"));
            }
        }

        foreach (var missing in required.Where(r => !columns.ContainsKey(r)))
            failures.Add(PharmacyRules.CsvColumnMissing, ("column", missing), ("found", string.Join(", ", columns.Keys)));
        return columns;
    }
}
