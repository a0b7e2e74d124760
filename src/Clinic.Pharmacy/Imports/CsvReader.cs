using System.Text;

namespace Clinic.Pharmacy.Imports;

/// <summary>Reads comma- or semicolon-separated text by RFC 4180: quotes, doubled quotes, line breaks inside quotes, a byte-order mark.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4180"/>
internal sealed class CsvReader(string text, char separator)
{
    private const char Quote = '"';

    private readonly StringBuilder cell = new();
    private int at = text.StartsWith('\uFEFF') ? 1 : 0;
    private int line = 1;

    /// <summary>The separator of the first line: a semicolon where there are more of them than commas, as Excel writes in Spanish.</summary>
    public static char SeparatorOf(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var first = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return first.Count(';') > first.Count(',') ? ';' : ',';
    }

    /// <summary>All rows that are not blank; a failure ends the reading.</summary>
    public List<CsvRow> ReadAll(int mostRows, Failures failures)
    {
        var rows = new List<CsvRow>();
        while (at < text.Length)
        {
            var number = line;
            if (ReadRow(failures) is not { } cells) return rows;
            if (cells.Count == 1 && cells[0].Length == 0) continue;
            rows.Add(new(number, cells));
            if (rows.Count <= mostRows + 1) continue;
            failures.Add(PharmacyRules.CsvTooLarge, ("found", $"more than {mostRows} rows"), ("allowed", $"{mostRows} rows"));
            return rows;
        }

        return rows;
    }

    private List<string>? ReadRow(Failures failures)
    {
        var cells = new List<string>();
        while (true)
        {
            if (!ReadCell(failures)) return null;
            cells.Add(cell.ToString());
            if (at >= text.Length) return cells;
            var next = text[at++];
            if (next == separator) continue;
            if (next == '\r' && at < text.Length && text[at] == '\n') at++;
            line++;
            return cells;
        }
    }

    private bool ReadCell(Failures failures)
    {
        cell.Clear();
        if (at < text.Length && text[at] == Quote) return ReadQuoted(failures);
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            if (text[at] == Quote) return Fail(failures, "a quote inside an unquoted cell");
            cell.Append(text[at++]);
        }

        return true;
    }

    private bool ReadQuoted(Failures failures)
    {
        var opened = line;
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (text[at] != Quote)
            {
                cell.Append(text[at]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == Quote)
            {
                cell.Append(text[at++]);
                continue;
            }

            at++;
            var ends = at == text.Length || text[at] == separator || text[at] is '\r' or '\n';
            return ends || Fail(failures, "text after a closing quote");
        }

        line = opened;
        return Fail(failures, "a quote that is never closed");
    }

    private bool Fail(Failures failures, string reason)
    {
        failures.Add(PharmacyRules.CsvUnreadable, ("line", line), ("reason", reason));
        return false;
    }
}
