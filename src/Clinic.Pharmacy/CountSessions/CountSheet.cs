using System.Globalization;
using Clinic.Abstractions;
using Clinic.Printing;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>The blank sheet to count by: lots without quantities, with room for the figures and signatures. Pure.</summary>
internal static class CountSheet
{
    public static string Html(
        CountSession session, Site? site, string location, IReadOnlyDictionary<PresentationId, (string Name, string Unit)> names, string language)
    {
        var es = language == "es";
        var s = session.ToSnapshot();
        var zone = site?.Zone ?? DateTimeZone.Utc;
        var page = new PrintPage(es ? "es" : "en", es ? "Hoja de conteo" : "Count sheet", isLandscape: false);
        page.Element("p", string.Create(CultureInfo.InvariantCulture, $"{site?.Name} · {location} · {(es ? "Ronda" : "Round")} {Math.Max(1, s.Round)}"));
        page.Element("p", $"{(es ? "Sesión" : "Session")}: {s.Id}");
        if (s.Started is { } started)
            page.Element("p", $"{(es ? "Lista congelada" : "List frozen")}: {LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(started.InZone(zone).LocalDateTime)}");
        page.Table(0, 0, es
            ? ["N.º", "Presentación", "Lote", "Caduca", "Unidad", "Contado", "Observación"]
            : ["No.", "Presentation", "Lot", "Expires", "Unit", "Counted", "Remark"]);
        var number = 0;
        foreach (var line in s.Lines.Where(l => l.IsAskedIn(s.Round)))
        {
            var (name, unit) = names[line.Presentation];
            var mark = line.IsControlled ? es ? " (controlado: dos personas)" : " (controlled: two people)" : "";
            page.Row(false, (++number).ToString(CultureInfo.InvariantCulture), name + mark, line.Number.Text, line.Expiration is { } e ? LocalDatePattern.Iso.Format(e.Date) : "", unit, "", "");
        }

        // Room for what lies here and is not on the list.
        for (var i = 0; i < 3; i++) page.Row(false, "", "", "", "", "", "", "");
        page.EndTable();
        page.Signatures(es ? ["Contó (nombre y firma)", "Segunda persona (nombre y firma)", "Fecha y hora"] : ["Counted by (name and signature)", "Second person (name and signature)", "Date and time"]);
        return page.End();
    }
}
