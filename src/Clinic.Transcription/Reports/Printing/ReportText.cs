using Clinic.Printing;

namespace Clinic.Transcription.Reports.Printing;

/// <summary>Prints a report as text of 42 columns; pure.</summary>
public static class ReportText
{
    /// <summary>The text in Spanish for <c>es</c>, in English for anything else.</summary>
    public static string Of(ReportView view, ReportNames names, string language)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(names);
        var (w, report) = (new ReportWords(language, names.Zone), view.Report);
        var mark = w.Mark(view) is { } words ? $"*** {words} ***" : null;
        List<IReadOnlyList<PrintRow>> blocks = [[.. About(report, names, w)], [.. w.Notices(view).Select(n => new PrintRow(n))]];
        blocks.AddRange(ReportPage.Sections(report).Select(s => (IReadOnlyList<PrintRow>)[new(w.Section(s.Section), null, IsBold: true), .. s.Statements.SelectMany(t => Lines(t.Text))]));
        blocks.AddRange(report.Addenda.Select(a => (IReadOnlyList<PrintRow>)[new($"{w.Part(new(a.ToVersion, a.Number))}, {w.At(a.Signature.At)}", null, IsBold: true), .. Lines(a.Text)]));
        blocks.AddRange(report.Versions.Skip(1).Select(v => (IReadOnlyList<PrintRow>)[.. Amendment(report, v, w)]));
        blocks.Add([.. SignedPart.Of(view).SelectMany(s => Signature(s, names, w))]);
        return TextPrinter.Print(new(
            w.Language, ReportPage.Title(report, w), mark is null ? [names.Site] : [names.Site, mark], blocks, mark is null ? ReportPage.Source(report, w) : $"{ReportPage.Source(report, w)} {mark}"));
    }

    private static IEnumerable<PrintRow> About(ReportSnapshot report, ReportNames names, ReportWords w)
    {
        yield return new($"{w.Say("Paciente", "Patient")}: {names.Patient ?? report.Patient.ToString()}");
        if (names.Document is { } document) yield return new($"{w.Say("Documento", "Document")}: {w.Document(names.DocumentKind, document)}");
        yield return new($"{w.Say("Médico responsable", "Responsible physician")}: {names.Of(report.Physician)}");
        yield return new($"{w.Say("Iniciado", "Begun")}: {w.At(report.StartedAt)}");
        yield return new($"{w.Say("Estado", "Status")}: {w.Status(report.Status)}");
    }

    private static IEnumerable<PrintRow> Amendment(ReportSnapshot report, SignedVersion version, ReportWords w)
    {
        yield return new($"{w.Part(new(version.Number, null))}: {w.Kind(version.Kind)}, {w.At(version.Signature.At)}", null, IsBold: true);
        yield return new($"{w.Say("Motivo", "Reason")}: {version.Reason}");
        foreach (var change in VersionChange.Between(report.Versions[version.Number - 2], version)) yield return new(w.Change(change), null, IsSmall: true);
    }

    private static IEnumerable<PrintRow> Signature(SignedPart signed, ReportNames names, ReportWords w)
    {
        var signature = signed.Signature;
        yield return new($"{w.Part(signed.Part)}: {w.Say("firma", "signature")} {signed.Check(w)}", null, IsBold: true);
        yield return new($"{names.Of(signature.Signer)}, {w.At(signature.At)}", null, IsSmall: true);
        yield return new($"{signature.Algorithm}, {signature.KeyId}", null, IsSmall: true);
        yield return new($"SHA-256 {signature.ContentHash}", null, IsSmall: true);
    }

    private static IEnumerable<PrintRow> Lines(string text) => text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => new PrintRow(l, null, IsSmall: true));
}
