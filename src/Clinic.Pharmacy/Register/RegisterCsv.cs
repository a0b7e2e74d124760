using System.Globalization;
using Clinic.Pharmacy.Reports.Csv;
using Clinic.Pharmacy.Stock;
using NodaTime.Text;

namespace Clinic.Pharmacy.Register;

/// <summary>The lines of the register as CSV by RFC 4180. Pure.</summary>
internal static class RegisterCsv
{
    private static readonly string[] Heads =
    [
        "presentation", "controlled", "lot", "expiration", "location", "occurred", "recorded", "kind", "in", "out", "balance", "unit", "actor", "actor_name",
        "witnesses", "prescription", "department", "patient", "document", "reason", "reverses", "unwitnessed",
    ];

    public static async Task<string> TextAsync(IReadOnlyList<RegisterSheet> sheets, CancellationToken cancellationToken)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text, CsvStyle.Plain("en"));
        await csv.WriteAsync(Heads, cancellationToken).ConfigureAwait(false);
        foreach (var (a, lines) in sheets)
        {
            foreach (var l in lines)
            {
                var isIn = l.Direction == MovementDirection.In;
                await csv.WriteAsync(
                [
                    a.Name, a.Controlled.ToString(), a.Number.Text, a.Expiration is { } e ? LocalDatePattern.Iso.Format(e.Date) : "", a.LocationName,
                    InstantPattern.ExtendedIso.Format(l.Occurred), InstantPattern.ExtendedIso.Format(l.Recorded), l.Kind.ToString(),
                    isIn ? l.Quantity.ToString() : "", isIn ? "" : l.Quantity.ToString(), l.Balance.ToString(), a.Unit.Code, l.Actor.ToString(), l.ActorName ?? "",
                    string.Join("; ", l.WitnessNames), l.Prescription ?? "", l.Department?.ToString() ?? "", l.Patient?.ToString() ?? "", l.Document ?? "",
                    l.Reason ?? "", l.Reverses?.ToString() ?? "", l.IsUnwitnessed ? "yes" : "",
                ], cancellationToken).ConfigureAwait(false);
            }
        }

        return text.ToString();
    }
}
