using Clinic.Csv;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>Writes rows by RFC 4180, one after the other, so that no file lies in memory as a whole.</summary>
/// <remarks>Texts that a spreadsheet would calculate get an apostrophe in front; numbers stay numbers. Not thread-safe.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4180"/>
/// <seealso href="https://owasp.org/www-community/attacks/CSV_Injection"/>
public sealed class CsvWriter
{
    private readonly TextWriter to;
    private readonly CsvText form;
    private bool isBegun;

    /// <summary>Writes to a text, which stays open.</summary>
    public CsvWriter(TextWriter to, CsvStyle style)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(style);
        this.to = to;
        form = style.Form;
    }

    /// <summary>The text of a cell, guarded and before any quoting: a text, number, date, instant, or nothing.</summary>
    /// <exception cref="ArgumentException">A value of another kind, which no reader would understand.</exception>
    public static string Text(object? cell, CsvStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return style.Form.Cell(cell);
    }

    /// <summary>Writes one row.</summary>
    public Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var isFirst = !isBegun;
        isBegun = true;
        return form.RowAsync(to, cells, isFirst, cancellationToken);
    }
}
