using System.Globalization;
using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using Clinic.Printing;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.Register;

/// <summary>The register on paper: one sheet per lot and place, totals and carried balance on each page of it. Pure.</summary>
internal static class RegisterPrint
{
    private const int LinesPerPage = 22;
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static string Html(
        IReadOnlyList<RegisterSheet> sheets, RegisterQuery query, Site? site, IReadOnlyDictionary<DepartmentId, string> departments, string language)
    {
        var es = language == "es";
        var zone = site?.Zone ?? DateTimeZone.Utc;
        string At(Instant at) => Minute.Format(at.InZone(zone).LocalDateTime);
        var page = new PrintPage(es ? "es" : "en", es ? "Registro de medicamentos controlados" : "Register of controlled medicines", isLandscape: true);
        page.Element("p", $"{site?.Name} · {(es ? "Período" : "Period")}: {At(query.From)} – {At(query.Until)} ({zone.Id})");
        if (sheets.Count == 0) page.Element("p", es ? "Sin existencias ni movimientos." : "No stock and no movements.");
        foreach (var sheet in sheets.OrderBy(s => s.Account.Name, StringComparer.Ordinal).ThenBy(s => s.Account.Number.Text, StringComparer.Ordinal).ThenBy(s => s.Account.LocationName, StringComparer.Ordinal))
            Sheet(page, sheet, departments, es, At);
        page.Signatures(es ? ["Responsable (nombre y firma)", "Supervisor (nombre y firma)", "Fecha"] : ["Responsible (name and signature)", "Supervisor (name and signature)", "Date"]);
        return page.End();
    }

    private static void Sheet(PrintPage page, RegisterSheet sheet, IReadOnlyDictionary<DepartmentId, string> departments, bool es, Func<Instant, string> at)
    {
        var a = sheet.Account;
        var carried = a.Opening;
        var pages = sheet.Lines.Chunk(LinesPerPage).DefaultIfEmpty([]).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            page.BeginSheet();
            page.Element("h2", string.Create(CultureInfo.InvariantCulture, $"{a.Name} · {RegisterWords.Of(a.Controlled, es)} · {(es ? "Lote" : "Lot")} {a.Number}{(a.Expiration is { } e ? $" ({LocalDatePattern.Iso.Format(e.Date)})" : "")} · {a.LocationName} · {i + 1}/{pages.Count}"));
            page.Table(4, 7, es
                ? ["Ocurrió", "Registrado", "Movimiento", "Documento / receta", "Entra", "Sale", "Saldo", "Quién", "Testigo", "Destino", "Motivo"]
                : ["Occurred", "Recorded", "Movement", "Document / prescription", "In", "Out", "Balance", "Who", "Witness", "Recipient", "Reason"]);
            page.Row(true, "", "", i == 0 ? es ? "Saldo anterior" : "Opening balance" : es ? "Viene de la hoja anterior" : "Carried forward", "", "", "", carried.ToString(), "", "", "", "");
            foreach (var l in pages[i]) Line(page, l, departments, es, at);
            if (pages[i].Length > 0 && sheet.Lines.Count == a.Lines) carried = pages[i][^1].Balance;
            page.Row(true, "", "", i == pages.Count - 1 ? es ? "Saldo final" : "Closing balance" : es ? "Pasa a la hoja siguiente" : "Carried to next page", "",
                Sum(pages[i], MovementDirection.In, a.Opening.Scale), Sum(pages[i], MovementDirection.Out, a.Opening.Scale),
                (i == pages.Count - 1 ? a.Closing : carried).ToString(), a.Unit.Code.Trim('{', '}'), "", "", "");
            page.EndTable();
            page.EndSheet();
        }
    }

    private static void Line(PrintPage page, RegisterLine l, IReadOnlyDictionary<DepartmentId, string> departments, bool es, Func<Instant, string> at)
    {
        var isIn = l.Direction == MovementDirection.In;
        var witness = l.IsUnwitnessed ? es ? "sin testigo" : "no witness" : string.Join(", ", l.WitnessNames);
        var to = l.Patient is { } patient ? $"{(es ? "Paciente" : "Patient")} {patient}" : l.Department is { } department ? departments.GetValueOrDefault(department) ?? $"{(es ? "Departamento" : "Department")} {department}" : "";
        page.Row(false, at(l.Occurred), at(l.Recorded), RegisterWords.Of(l.Kind, l.Reverses is not null, es),
            string.Join(" · ", new[] { l.Document, l.Prescription }.OfType<string>()), isIn ? l.Quantity.ToString() : "", isIn ? "" : l.Quantity.ToString(), l.Balance.ToString(),
            l.ActorName ?? l.Actor.ToString(), witness, to, l.Reason ?? "");
    }

    private static string Sum(RegisterLine[] lines, MovementDirection direction, int scale) =>
        lines.Where(l => l.Direction == direction).Aggregate(StockQuantity.Zero(scale), (sum, l) => sum + l.Quantity).ToString();
}
