using NodaTime;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>The columns of a report, and how its rows become a file.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class ReportTable<TRow>
{
    internal ReportTable(params ReportColumn<TRow>[] columns) => Columns = columns;

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<ReportColumn<TRow>> Columns { get; }

    /// <summary>Writes head and rows as they come; the stream stays open.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="rows">The rows, read one after the other.</param>
    /// <param name="style">For which reader.</param>
    /// <param name="zone">The zone of the site, in which times are written.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteAsync(Stream to, IAsyncEnumerable<TRow> rows, CsvStyle style, DateTimeZone zone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(style);
        return style.Form.TableAsync(
            to, [.. Columns.Select(c => c.Head(style.Language))], rows, row => [.. Columns.Select(c => c.Cell(row, style.Language, zone))], cancellationToken);
    }

    /// <summary>Writes a list of rows.</summary>
    public Task WriteAsync(Stream to, IReadOnlyList<TRow> rows, CsvStyle style, DateTimeZone zone, CancellationToken cancellationToken = default) =>
        WriteAsync(to, rows.ToAsyncEnumerable(), style, zone, cancellationToken);
}
