using Clinic.Abstractions;
using Clinic.Canonical;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>The canonical bytes of what is signed: whose, by whom and when, for whom, which words, resting on what.</summary>
internal static class ReportContent
{
    public const string Form = "clinic-report/3";

    // Without the version of the transcript that the evidence points into.
    private const string FormBefore = "clinic-report/2";

    /// <summary>Of a version; the hash of the version before is inside, so that versions are a chain.</summary>
    public static CanonicalBytes Of(ReportSnapshot report, int version, VersionKind kind, string? reason, IReadOnlyList<ReportStatement> statements, string? previousHash, long? transcript)
    {
        var bytes = Head(report, version, transcript).Word(kind).Text(reason).Text(previousHash);
        if (transcript is not null) bytes.Number(transcript);
        return bytes.Each(statements, s =>
        {
            bytes.Number(s.Number).Word(s.Section).Text(s.Text).Word(s.Origin).Word(s.Polarity);
            bytes.Each(s.Evidence, e => bytes.Number(e.Segment).Number(e.Start).Number(e.Length));
        });
    }

    /// <summary>Of an addendum to a version.</summary>
    public static CanonicalBytes OfAddendum(ReportSnapshot report, int number, int toVersion, string text, string versionHash) =>
        Head(report, toVersion, null).Text("addendum").Number(number).Text(text).Text(versionHash);

    /// <summary>With who signs and when, so that neither can be changed beside the text.</summary>
    public static CanonicalBytes Signed(CanonicalBytes content, PersonId signer, Instant at) => content.Text("signed").Text(signer.ToString()).Moment(at);

    public static CanonicalBytes Of(ReportSnapshot report, SignedVersion version) => Signed(
        Of(report, version.Number, version.Kind, version.Reason, version.Statements, version.Number == 1 ? null : report.Versions[version.Number - 2].Signature.ContentHash, version.TranscriptVersion),
        version.Signature.Signer, version.Signature.At);

    public static CanonicalBytes Of(ReportSnapshot report, ReportAddendum addendum) =>
        Signed(OfAddendum(report, addendum.Number, addendum.ToVersion, addendum.Text, report.Versions[addendum.ToVersion - 1].Signature.ContentHash), addendum.Signature.Signer, addendum.Signature.At);

    private static CanonicalBytes Head(ReportSnapshot report, int version, long? transcript) => new CanonicalBytes().Text(transcript is null ? FormBefore : Form)
        .Text(report.Id.ToString()).Text(report.Session.ToString()).Text(report.Patient.ToString()).Text(report.Encounter?.ToString())
        .Text(report.Physician.ToString()).Text(report.Site.ToString()).Text(report.Language).Text(report.Template.Name)
        .Text(report.Draft?.Drafter).Text(report.Draft?.Version).Text(report.Draft?.Model).Number(version);
}
