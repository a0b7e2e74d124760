using Clinic.Printing;

namespace Clinic.Transcription.Reports.Printing;

/// <summary>Prints a report as A4 that stands alone: no script, no link, every text escaped; pure.</summary>
public static class ReportPage
{
    /// <summary>The page in Spanish for <c>es</c>, in English for anything else.</summary>
    public static string Html(ReportView view, ReportNames names, string language)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(names);
        var (w, report) = (new ReportWords(language, names.Zone), view.Report);
        var page = new PrintPage(w.Language, Title(report, w), isLandscape: false);
        if (w.Mark(view) is { } mark) page.Mark(mark);
        Head(page, report, names, w);
        foreach (var notice in w.Notices(view)) page.Notice(notice);
        foreach (var (section, statements) in Sections(report))
        {
            page.Element("h2", w.Section(section));
            foreach (var statement in statements) Paragraphs(page, statement.Text);
        }

        foreach (var addendum in report.Addenda)
        {
            page.Element("h2", $"{w.Part(new(addendum.ToVersion, addendum.Number))}, {w.At(addendum.Signature.At)}");
            Paragraphs(page, addendum.Text);
        }

        Versions(page, report, names, w);
        Signatures(page, view, names, w);
        return page.Small(Source(report, w)).End();
    }

    internal static string Title(ReportSnapshot report, ReportWords w)
    {
        var name = report.Template.Name == ReportTemplate.Letter.Name ? w.Say("Carta médica", "Medical letter") : w.Say("Informe clínico", "Clinical report");
        return report.Versions.Count == 0 ? $"{name}, {w.Say("borrador", "draft")}" : $"{name}, {w.Say("versión", "version")} {ReportWords.Number(report.Versions.Count)}";
    }

    /// <summary>The last signed text, or the draft while there is none, in the order of the template.</summary>
    internal static IEnumerable<(Drafting.ReportSection Section, IReadOnlyList<ReportStatement> Statements)> Sections(ReportSnapshot report)
    {
        var text = report.Versions.Count == 0 ? report.Statements : report.Versions[^1].Statements;
        var known = report.Template.Sections.Select(s => s.Section).ToList();
        // What was signed is printed even where the template has lost its section since.
        foreach (var section in known.Union(text.Select(s => s.Section)))
        {
            var statements = text.Where(s => s.Section == section).ToList();
            if (statements.Count > 0) yield return (section, statements);
        }
    }

    /// <summary>Where it comes from and where it lies.</summary>
    internal static string Source(ReportSnapshot report, ReportWords w)
    {
        List<string> parts = [$"{w.Say("Informe", "Report")} {report.Id}", $"{w.Say("sesión", "session")} {report.Session}"];
        if (report.Draft is { } draft) parts.Add($"{w.Say("borrador de", "drafted by")} {draft.Drafter} {draft.Version}{(draft.Model is { } model ? $" ({model})" : "")}, {w.At(draft.At)}");
        parts.AddRange(report.Versions.Where(v => v.RecordId is not null).Select(v => $"{w.Say("versión", "version")} {ReportWords.Number(v.Number)} {w.Say("archivada como", "filed as")} {v.RecordId}"));
        parts.AddRange(report.Addenda.Where(a => a.RecordId is not null).Select(a => $"{w.Say("adenda", "addendum")} {ReportWords.Number(a.Number)} {w.Say("archivada como", "filed as")} {a.RecordId}"));
        return string.Join(" · ", parts);
    }

    private static void Head(PrintPage page, ReportSnapshot report, ReportNames names, ReportWords w) => page.Facts(
        (w.Say("Sede", "Site"), names.Site),
        (w.Say("Médico responsable", "Responsible physician"), names.Of(report.Physician)),
        (w.Say("Paciente", "Patient"), names.Patient ?? report.Patient.ToString()),
        (w.Say("Documento", "Document"), names.Document is { } document ? w.Document(names.DocumentKind, document) : "–"),
        (w.Say("Iniciado", "Begun"), w.At(report.StartedAt)),
        (w.Say("Estado", "Status"), w.Status(report.Status)),
        (w.Say("Visita", "Visit"), report.Encounter?.ToString() ?? "–"));

    private static void Versions(PrintPage page, ReportSnapshot report, ReportNames names, ReportWords w)
    {
        foreach (var version in report.Versions.Skip(1))
        {
            page.Element("h2", $"{w.Part(new(version.Number, null))}: {w.Kind(version.Kind)}, {w.At(version.Signature.At)}, {names.Of(version.Signature.Signer)}");
            page.Element("p", $"{w.Say("Motivo", "Reason")}: {version.Reason}");
            page.Sentences(VersionChange.Between(report.Versions[version.Number - 2], version).Select(w.Change));
        }
    }

    private static void Signatures(PrintPage page, ReportView view, ReportNames names, ReportWords w)
    {
        if (view.Report.Versions.Count == 0) return;
        page.Element("h2", w.Say("Firmas electrónicas", "Electronic signatures"));
        page.Table(9, 9, w.Say("Parte", "Part"), w.Say("Firmó", "Signed by"), w.Say("Fecha y hora", "Date and time"), w.Say("Algoritmo y clave", "Algorithm and key"), w.Say("Verificación", "Check"));
        var signed = SignedPart.Of(view);
        foreach (var one in signed)
            page.Row(false, w.Part(one.Part), names.Of(one.Signature.Signer), w.At(one.Signature.At), $"{one.Signature.Algorithm}, {one.Signature.KeyId}", one.Check(w));
        page.EndTable();
        foreach (var one in signed) page.Small($"SHA-256, {w.Part(one.Part)}: {one.Signature.ContentHash}");
    }

    private static void Paragraphs(PrintPage page, string text)
    {
        foreach (var line in text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l))) page.Element("p", line.Trim());
    }
}
