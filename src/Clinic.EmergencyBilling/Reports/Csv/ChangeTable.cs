using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace Clinic.EmergencyBilling.Reports.Csv;

/// <summary>The table of changes.</summary>
internal static class ChangeTable
{
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static Column<Line>[] Columns { get; } =
    [
        new("recorded", "registrado", (r, _, zone) => Cells.Local(r.Row.At, zone)),
        new("of", "de", (r, s, _) => r.Row.Time is not null ? s.Say("stay", "estancia") : s.Say("tariff", "tarifa")),
        new("id", "id", (r, _, _) => r.Row.Time?.Stay.ToString() ?? r.Row.Price?.Tariff.ToString()),
        new("name", "nombre", (r, _, _) => r.Row.Price?.Name),
        new("version", "versión", (r, _, _) => r.Row.Price?.Number),
        new("change", "cambio", (r, s, _) => r.Row.Time is { } t ? s.Word<Stays.StayEventKind>(t.Kind) : s.Word(r.Row.Price?.Kind)),
        new("value", "valor", (r, s, _) => r.Path ?? s.Word(r.Row.Time?.Corrected) ?? s.Word(r.Row.Time?.Gap)),
        new("before", "antes", (r, _, zone) => r.Before ?? Time(r.Row.Time?.Before) ?? End(r.Row.Price?.EndBefore, zone)),
        new("after", "después", (r, _, zone) => r.After ?? Time(r.Row.Time?.After) ?? End(r.Row.Price?.EndAfter, zone)),
        new("currency", "moneda", (r, _, _) => r.Row.Time?.Money?.Currency.Code),
        new("money_before", "monto_antes", (r, _, _) => r.Row.Time?.Money?.Before),
        new("money_after", "monto_después", (r, _, _) => r.Row.Time?.Money?.After),
        new("by", "persona", (r, _, _) => r.Row.By.ToString()),
        new("approver", "aprobó", (r, _, _) => r.Row.Approver?.ToString()),
        new("reason", "motivo", (r, _, _) => r.Row.Reason),
    ];

    public static async IAsyncEnumerable<Line> LinesAsync(IAsyncEnumerable<ChangeRow> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false))
        {
            if (row.Price is not { Differences.Count: > 0 } price)
            {
                yield return new(row, null, null, null);
                continue;
            }

            foreach (var d in price.Differences) yield return new(row, d.Path, d.Before ?? "", d.After ?? "");
        }
    }

    private static string? Time(ChangedTime? time) => time switch
    {
        null => null,
        { UntilLocal: { } until } => $"{Times.Format(time.Local)} / {Times.Format(until)}",
        _ => Times.Format(time.Local),
    };

    private static string? End(Instant? end, DateTimeZone zone) => end is { } at ? Times.Format(at.InZone(zone).LocalDateTime) : null;

    /// <summary>A change, or one value of it.</summary>
    internal sealed record Line(ChangeRow Row, string? Path, string? Before, string? After);
}
