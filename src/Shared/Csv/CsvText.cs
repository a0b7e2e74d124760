using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Csv;

/// <summary>Tables by RFC 4180, row by row, so that no file lies in memory as a whole.</summary>
/// <remarks>Texts that a spreadsheet would calculate get an apostrophe in front; numbers stay numbers.</remarks>
/// <param name="Separator">Between cells.</param>
/// <param name="DecimalSign">Between whole and decimals of numbers.</param>
/// <param name="WithMark">Whether the file begins with a byte-order mark.</param>
internal sealed record CsvText(char Separator, char DecimalSign, bool WithMark)
{
    private const int FlushEvery = 256;

    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>The text of a cell, guarded and before any quoting: a text, number, date, time, or nothing.</summary>
    public string Cell(object? cell) => cell switch
    {
        null => "",
        string text => Guarded(text),
        decimal number => Number(number),
        int or long => ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalDateTime time => Times.Format(time),
        _ => throw new ArgumentException($"{cell.GetType().Name} is no kind of cell.", nameof(cell)),
    };

    /// <summary>Writes one row; the mark stands before the first.</summary>
    public async Task RowAsync(TextWriter to, IReadOnlyList<object?> cells, bool isFirst, CancellationToken cancellationToken)
    {
        if (isFirst && WithMark) await to.WriteAsync("\uFEFF".AsMemory(), cancellationToken).ConfigureAwait(false);
        var row = string.Join(Separator, cells.Select(c => Quoted(Cell(c))));
        // A row of one empty cell would read as no row at all.
        await to.WriteAsync((cells.Count == 1 && row.Length == 0 ? "\"\"" : row).AsMemory(), cancellationToken).ConfigureAwait(false);
        await to.WriteAsync("\r\n".AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes heads and rows as they come; the stream stays open.</summary>
    public async Task TableAsync<TRow>(
        Stream to, IReadOnlyList<string> heads, IAsyncEnumerable<TRow> rows, Func<TRow, IReadOnlyList<object?>> cells, CancellationToken cancellationToken)
    {
        var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using (text.ConfigureAwait(false))
        {
            await RowAsync(text, [.. heads], isFirst: true, cancellationToken).ConfigureAwait(false);
            var written = 0;
            await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await RowAsync(text, cells(row), isFirst: false, cancellationToken).ConfigureAwait(false);
                if (++written % FlushEvery == 0) await text.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            await text.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Guarded(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? $"'{text}" : text;

    // The usual form of a decimal keeps trailing zeros, which nobody needs in a table.
    private string Number(decimal number)
    {
        var text = number.ToString("0.############################", CultureInfo.InvariantCulture);
        return DecimalSign == '.' ? text : text.Replace('.', DecimalSign);
    }

    private string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\"\r\n") >= 0 || text.Contains(Separator, StringComparison.Ordinal) || text.StartsWith('\uFEFF')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
