using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>The table of charges.</summary>
internal static class ChargeTable
{
    public static Column<Line>[] Columns { get; } =
    [
        new("stay", "estancia", (r, s, _) => r.Row is { } row ? row.Stay.ToString() : s.Say("TOTAL", "TOTAL")),
        new("encounter", "visita", (r, _, _) => r.Row?.Encounter.ToString()),
        new("stays", "estancias", (r, _, _) => r.Sum?.Stays ?? 1),
        new("status", "estado", (r, s, _) => s.Word(r.Row?.Status)),
        new("payer", "pagador", (r, _, _) => r.Row?.Payer),
        new("started", "inicio", (r, _, zone) => Cells.Local(r.Row?.Started, zone)),
        new("ended", "fin", (r, _, zone) => Cells.Local(r.Row?.Ended, zone)),
        new("disposition", "destino", (r, s, _) => s.Word(r.Row?.Disposition)),
        new("presence_hours", "horas_presencia", (r, _, _) => Cells.Hours(r.Row?.Presence ?? r.Sum?.Presence)),
        new("running_hours", "horas_en_curso", (r, _, _) => Cells.Hours(r.Row is { } row ? row.Running : r.Sum?.Running)),
        new("billed_hours", "horas_facturadas", (r, _, _) => Cells.Hours(r.Row is { } row ? row.Billed : r.Sum?.Billed)),
        new("tariffs", "tarifas", (r, _, _) => r.Row is { } row ? Cells.Joined(row.Tariffs.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} v{t.Number} {t.ContentHash}"))) : null),
        new("currency", "moneda", (r, _, _) => (r.Row is { } row ? row.Currency : r.Sum?.Currency)?.Code),
        new("subtotal", "subtotal", (r, _, _) => Amount(r, x => x.Subtotal, x => x.Subtotal)),
        new("tax", "impuesto", (r, _, _) => Amount(r, x => x.Tax, x => x.Tax)),
        new("total", "total", (r, _, _) => Amount(r, x => x.Total, x => x.Total)),
        new("credited", "acreditado", (r, _, _) => Amount(r, x => x.Credited, x => x.Credited)),
        new("net", "neto", (r, _, _) => Amount(r, x => x.Net, x => x.Net)),
        new("revision", "revisión", (r, _, _) => r.Row?.Revision),
        new("statement", "cuenta", (r, s, _) => s.Word(r.Row?.Kind)),
        new("closed_by", "cerró", (r, _, _) => r.Row?.ClosedBy?.ToString()),
        new("source", "origen", (r, s, _) => s.Word(r.Row?.Source)),
        new("corrected_by", "corrigió", (r, _, _) => r.Row is { } row ? Cells.Joined(row.CorrectedBy) : null),
        new("approved_by", "aprobó", (r, _, _) => r.Row is { } row ? Cells.Joined(row.ApprovedBy) : null),
        new("invoices", "facturas", (r, s, _) => r.Row is { } row ? Cells.Joined(row.Invoices.Select(i => $"{i.Number ?? "-"} {s.Word<Statements.Invoices.StayInvoiceStatus>(i.Status)}")) : null),
    ];

    public static async IAsyncEnumerable<Line> LinesAsync(IAsyncEnumerable<ChargeRow> rows, ChargeSums sums, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false)) yield return new(row, null);
        foreach (var sum in sums.Currencies) yield return new(null, sum);
    }

    // A stay without a bill has no amounts, which is not the same as nothing to pay.
    private static decimal? Amount(Line line, Func<ChargeRow, decimal> ofRow, Func<ChargeSum, decimal> ofSum) =>
        line.Row is { } row ? row.Currency is null ? null : ofRow(row) : ofSum(line.Sum!);

    /// <summary>A stay, or the sums of a currency.</summary>
    internal sealed record Line(ChargeRow? Row, ChargeSum? Sum);
}
