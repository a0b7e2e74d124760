using NodaTime;

namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>The reports as tables: times on the wall clock of the site, hours with four decimals, amounts exact.</summary>
public static class StayReportTables
{
    /// <summary>The charges, one row a stay, and one row a currency with the sums at the end.</summary>
    public static Task WriteChargesAsync(
        Stream to, IAsyncEnumerable<ChargeRow> rows, ChargeSums sums, StayCsvStyle style, DateTimeZone zone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sums);
        return WriteAsync(to, ChargeTable.Columns, ChargeTable.LinesAsync(rows, sums, cancellationToken), style, zone, cancellationToken);
    }

    /// <summary>The open stays.</summary>
    public static Task WriteOpenAsync(Stream to, IAsyncEnumerable<OpenStayRow> rows, StayCsvStyle style, DateTimeZone zone, CancellationToken cancellationToken = default) =>
        WriteAsync(to, OpenStayTable.Columns, rows, style, zone, cancellationToken);

    /// <summary>The changes, one row each, and of prices one row for every value that changed.</summary>
    public static Task WriteChangesAsync(Stream to, IAsyncEnumerable<ChangeRow> rows, StayCsvStyle style, DateTimeZone zone, CancellationToken cancellationToken = default) =>
        WriteAsync(to, ChangeTable.Columns, ChangeTable.LinesAsync(rows, cancellationToken), style, zone, cancellationToken);

    private static Task WriteAsync<TRow>(
        Stream to, Column<TRow>[] columns, IAsyncEnumerable<TRow> rows, StayCsvStyle style, DateTimeZone zone, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(zone);
        return style.Form.TableAsync(
            to, [.. columns.Select(c => style.Say(c.English, c.Spanish))], rows, row => [.. columns.Select(c => c.Cell(row, style, zone))], ct);
    }
}
