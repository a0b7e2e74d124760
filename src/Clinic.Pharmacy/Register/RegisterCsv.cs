using System.Text;
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

    public static string Text(IReadOnlyList<RegisterSheet> sheets)
    {
        var csv = new StringBuilder();
        Row(csv, Heads);
        foreach (var (a, lines) in sheets)
        {
            foreach (var l in lines)
            {
                var isIn = l.Direction == MovementDirection.In;
                Row(csv,
                [
                    a.Name, a.Controlled.ToString(), a.Number.Text, a.Expiration is { } e ? LocalDatePattern.Iso.Format(e.Date) : "", a.LocationName,
                    InstantPattern.ExtendedIso.Format(l.Occurred), InstantPattern.ExtendedIso.Format(l.Recorded), l.Kind.ToString(),
                    isIn ? l.Quantity.ToString() : "", isIn ? "" : l.Quantity.ToString(), l.Balance.ToString(), a.Unit.Code, l.Actor.ToString(), l.ActorName ?? "",
                    string.Join("; ", l.WitnessNames), l.Prescription ?? "", l.Department?.ToString() ?? "", l.Patient?.ToString() ?? "", l.Document ?? "",
                    l.Reason ?? "", l.Reverses?.ToString() ?? "", l.IsUnwitnessed ? "yes" : "",
                ]);
            }
        }

        return csv.ToString();
    }

    private static void Row(StringBuilder csv, string[] cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A typed text that a spreadsheet would calculate gets an apostrophe in front.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
