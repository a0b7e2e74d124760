using System.Globalization;
using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Reports.Printing;

/// <summary>Words and times of a printed report; the culture of the process plays no part.</summary>
internal sealed class ReportWords(string language, DateTimeZone zone)
{
    public string Language { get; } = string.Equals(language, "es", StringComparison.OrdinalIgnoreCase) ? "es" : "en";

    private bool IsSpanish => Language == "es";

    public string Say(string spanish, string english) => IsSpanish ? spanish : english;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Date and time on the wall clock of the site, with its offset.</summary>
    public string At(Instant instant) =>
        instant.InZone(zone).ToString(IsSpanish ? "dd/MM/uuuu HH:mm:ss (o<m>)" : "uuuu-MM-dd HH:mm:ss (o<m>)", CultureInfo.InvariantCulture);

    public string Section(ReportSection section) => SectionTitles.Of(section, Language);

    public string Status(ReportStatus status) => status switch
    {
        ReportStatus.Drafting => Say("en redacción", "drafting"),
        ReportStatus.DraftFailed => Say("sin borrador", "draft failed"),
        ReportStatus.InReview => Say("en revisión, no firmado", "in review, not signed"),
        ReportStatus.Rejected => Say("borrador rechazado, no firmado", "draft rejected, not signed"),
        ReportStatus.Signed => Say("firmado", "signed"),
        ReportStatus.FilingFailed => Say("firmado, pendiente de archivo", "signed, waiting for the record"),
        ReportStatus.Filed => Say("firmado y archivado", "signed and filed"),
        ReportStatus.EnteredInError => Say("registrado por error", "entered in error"),
        ReportStatus.Erased => Say("borrado", "erased"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>A document of identity; a kind that we do not know stands as it was written.</summary>
    public string Document(string? kind, string number) => kind?.ToUpperInvariant() switch
    {
        "CEDULA" or "CÉDULA" => $"{Say("Cédula", "Identity card")} {number}",
        "PASSPORT" or "PASAPORTE" => $"{Say("Pasaporte", "Passport")} {number}",
        "RUC" => $"RUC {number}",
        _ => $"{kind} {number}".Trim(),
    };

    public string Kind(VersionKind kind) => kind switch
    {
        VersionKind.Original => Say("original", "original"),
        VersionKind.Amended => Say("enmienda", "amendment"),
        VersionKind.Corrected => Say("corrección", "correction"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public string Part(RecordPart part) => part.Addendum is { } addendum
        ? $"{Say("Adenda", "Addendum")} {Number(addendum)} {Say("a la versión", "to version")} {Number(part.Version)}"
        : $"{Say("Versión", "Version")} {Number(part.Version)}";

    public string Change(VersionChange change) => change switch
    {
        { From: null, To: { } to } => $"{Section(to)}: {Say("se agrega", "added")} «{change.After}»",
        { From: { } from, To: null } => $"{Section(from)}: {Say("se retira", "removed")} «{change.Before}»",
        { From: { } from, To: { } to } when from != to && change.Before == change.After => $"{Section(to)}: {Say("se traslada desde", "moved from")} {Section(from)} «{change.After}»",
        { From: { } from, To: { } to } when from != to => $"{Section(to)}: {Say("decía en", "read in")} {Section(from)} «{change.Before}», {Say("dice", "reads")} «{change.After}»",
        { To: { } to } => $"{Section(to)}: {Say("decía", "read")} «{change.Before}», {Say("dice", "reads")} «{change.After}»",
        _ => throw new ArgumentException("A change has a statement before or after.", nameof(change)),
    };

    /// <summary>What stands across every sheet, or null where nothing must.</summary>
    public string? Mark(ReportView view) => view.Report.Status switch
    {
        ReportStatus.EnteredInError => Say("REGISTRADO POR ERROR", "ENTERED IN ERROR"),
        _ when view.Report.Versions.Count == 0 => Say("BORRADOR SIN FIRMA", "DRAFT, NOT SIGNED"),
        _ when view.Signatures.Any(s => !s.IsGenuine) => Say("FIRMA NO VÁLIDA", "SIGNATURE NOT VALID"),
        _ => null,
    };

    /// <summary>What must be read before the text.</summary>
    public IEnumerable<string> Notices(ReportView view)
    {
        var report = view.Report;
        if (report.Status == ReportStatus.EnteredInError)
            yield return $"{Say("Este informe se registró por error y no vale. Motivo", "This report was entered in error and does not hold. Reason")}: {report.Reason}";
        if (report.Versions.Count == 0)
        {
            yield return Say("Borrador: ningún médico lo ha firmado. No es un informe clínico.", "Draft: no physician has signed it. It is no clinical report.");
            if (view.Missing.Count > 0) yield return $"{Say("Faltan", "Missing")}: {string.Join(", ", view.Missing.Select(Section))}";
            if (view.Blockers.Count > 0) yield return $"{Say("Observaciones que impiden la firma", "Findings that stop the signature")}: {Number(view.Blockers.Count)}";
        }

        foreach (var broken in view.Signatures.Where(s => !s.IsGenuine))
            yield return $"{Part(broken.Part)}: {Say("el texto, la huella y la firma no coinciden", "text, hash and signature do not agree")}";
        if (report is { ConsentWithdrawn: true, Versions.Count: > 0 })
            yield return Say("El paciente retiró su consentimiento para la grabación; el informe firmado se conserva.", "The patient took the consent to the recording back; the signed report is kept.");
    }
}
