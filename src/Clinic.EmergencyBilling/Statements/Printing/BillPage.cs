using System.Globalization;
using Clinic.Printing;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Printing;

/// <summary>Prints a bill as one page of A4 that stands alone: no script, no link, every text escaped; pure.</summary>
public static partial class BillPage
{
    /// <summary>The page in Spanish for <c>es</c>, in English for anything else.</summary>
    public static string Html(BillPaper paper, BillNames names, string language)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(names);
        var w = Words(paper, language);
        var page = new PrintPage(w.Language, Title(paper, w), isLandscape: false);
        Head(page, paper, names, w);
        if (paper.Time is { } time)
        {
            Clock(page, paper, time, w);
            Lines(page, time, w);
            if (paper.Others.Count > 0) Others(page, w.Say("Otros cargos de la visita", "Other charges of the visit"), paper.Others, w);
            Sums(page, paper, time, w);
            if (paper.Later.Count > 0) Others(page, w.Say("Después de facturar, para la próxima cuenta", "After the invoice, for the next bill"), paper.Later, w);
            Shares(page, time, w);
        }
        else
        {
            page.Element("p", w.Say("El tiempo de la estancia no tiene precio.", "The time of the stay has no price."));
            if (paper.Others.Count > 0) Others(page, w.Say("Otros cargos de la visita", "Other charges of the visit"), paper.Others, w);
        }

        Documents(page, paper, w);
        People(page, paper, names, w);
        if (paper.Time is { } priced) Source(page, paper, priced, w);
        return page.End();
    }

    internal static BillWords Words(BillPaper paper, string language) => new(
        language, DateTimeZoneProviders.Tzdb[paper.Time?.Zone ?? paper.Stay.Zone],
        paper.Time?.Currency ?? (paper.Others.Count > 0 ? paper.Others[0].Currency : Abstractions.Currency.Usd));

    internal static string Title(BillPaper paper, BillWords w) => paper.Recorded is { } recorded
        ? string.Create(CultureInfo.InvariantCulture, $"{(recorded.Reverses is { } reversed ? w.Say($"Nota que anula la revisión {reversed}", $"Credit of revision {reversed}") : w.Say("Cuenta de emergencia", "Emergency bill"))}, {w.Say("revisión", "revision")} {recorded.Revision} {w.Say("de", "of")} {paper.Revisions.Count}")
        : w.Say("Vista previa de la cuenta de emergencia", "Preview of the emergency bill");

    private static void Head(PrintPage page, BillPaper paper, BillNames names, BillWords w) => page.Facts(
        (w.Say("Sede", "Site"), names.Site),
        (w.Say("Paciente", "Patient"), names.Patient ?? paper.Stay.Patient.ToString()),
        (w.Say("Estancia", "Stay"), paper.Stay.Id.ToString()),
        (w.Say("Visita", "Visit"), paper.Stay.Encounter.ToString()),
        (w.Say("Estado", "Status"), w.Status(paper.Stay.Status)),
        (w.Say("Paga", "Payer"), w.Debtor(paper.Priced.Payer)));

    private static void Clock(PrintPage page, BillPaper paper, ChargeStatement time, BillWords w)
    {
        var changed = w.ClockChanged(paper.Priced.RegisteredAt, Instant.Max(time.From, time.To));
        page.Element("h2", w.Say("Tiempo real y tiempo facturado", "Actual time and billed time"));
        page.Table(3, 4, "", w.Say("Desde", "From"), w.Say("Hasta", "To"), w.Say("Duración", "Length"));
        page.Row(false, w.Say("Llegada", "Arrival"), w.At(paper.Priced.RegisteredAt, changed), "", "");
        page.Row(false, w.Say("Estancia", "Stay"), w.At(time.From, changed), w.At(time.To, changed), BillWords.Length(time.Presence));
        foreach (var stop in StayStop.Of(paper.Priced, time.To))
            page.Row(false, w.Stop(stop), w.At(stop.From, changed), w.At(stop.To, changed), BillWords.Length(stop.To - stop.From));
        page.EndTable();
        page.Table(0, 3, w.Say("Presencia (real)", "Presence (actual)"), w.Say("En curso (real)", "Running (actual)"), w.Say("Facturado", "Billed"));
        page.Row(true, BillWords.Length(time.Presence), BillWords.Length(time.Running), BillWords.Length(time.Billed)).EndTable();
    }
}
