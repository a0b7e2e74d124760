using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>Writes rows by RFC 4180, one after the other, so that no file lies in memory as a whole.</summary>
/// <remarks>Texts that a spreadsheet would calculate get an apostrophe in front; numbers stay numbers. Not thread-safe.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4180"/>
/// <seealso href="https://owasp.org/www-community/attacks/CSV_Injection"/>
public sealed class CsvWriter
{
    private readonly TextWriter to;
    private readonly CsvStyle style;
    private bool isBegun;

    /// <summary>Writes to a text, which stays open.</summary>
    public CsvWriter(TextWriter to, CsvStyle style)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(style);
        this.to = to;
        this.style = style;
    }

    /// <summary>The text of a cell, guarded and before any quoting: a text, number, date, instant, or nothing.</summary>
    /// <exception cref="ArgumentException">A value of another kind, which no reader would understand.</exception>
    public static string Text(object? cell, CsvStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return cell switch
        {
            null => "",
            string text => Guarded(text),
            decimal number => Number(number, style),
            int or long => ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture),
            LocalDate date => LocalDatePattern.Iso.Format(date),
            LocalDateTime time => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss").Format(time),
            _ => throw new ArgumentException($"{cell.GetType().Name} is no kind of cell.", nameof(cell)),
        };
    }

    /// <summary>Writes one row.</summary>
    public async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (!isBegun && style.WithMark) await to.WriteAsync("\uFEFF".AsMemory(), cancellationToken).ConfigureAwait(false);
        isBegun = true;
        var row = string.Join(style.Separator, cells.Select(c => Quoted(Text(c, style))));
        // A row of one empty cell would read as no row at all.
        await to.WriteAsync((cells.Count == 1 && row.Length == 0 ? "\"\"" : row).AsMemory(), cancellationToken).ConfigureAwait(false);
        await to.WriteAsync("\r\n".AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    private static string Guarded(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? $"'{text}" : text;

    // The usual form of a decimal keeps trailing zeros, which nobody needs in a table.
    private static string Number(decimal number, CsvStyle style)
    {
        var text = number.ToString("0.############################", CultureInfo.InvariantCulture);
        return style.DecimalSign == '.' ? text : text.Replace('.', style.DecimalSign);
    }

    private string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\"\r\n") >= 0 || text.Contains(style.Separator, StringComparison.Ordinal) || text.StartsWith('\uFEFF')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
