using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Searching;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>Seals reports into a commit and opens them again; who may is asked before.</summary>
internal sealed class ReportArchive(IClinicalReportStore store, TextKeys keys, TranscriptIndexing indexing)
{
    private const string State = "state";

    public IClinicalReportStore Store => store;

    public async Task<ClinicalReport?> FindAsync(TenantId tenant, ReportId report, CancellationToken ct)
    {
        if (report == default || await store.FindAsync(tenant, report, ct).ConfigureAwait(false) is not { } found) return null;
        if (found.Summary.Status == ReportStatus.Erased) return Erased(found.Summary);
        var key = await keys.FindAsync(tenant, found.Fact, ct).ConfigureAwait(false)
            ?? throw new TranscriptionException(TranscriptionRules.TextKeyMissing, ("text", found.Fact), ("key", "of the report"));
        var document = Read<Document>(key, found.Fact, State, found.Document);
        var parts = found.Parts.ToDictionary(p => p.Name, StringComparer.Ordinal);
        return ClinicalReport.Restore(document.State with
        {
            Versions = [.. document.Filings.Where(f => f.IsVersion).Select(f => Read<SignedVersion>(key, found.Fact, f.Part, parts[f.Part].Content) with { RecordId = f.RecordId, FiledAt = f.FiledAt })],
            Addenda = [.. document.Filings.Where(f => !f.IsVersion).Select(f => Read<ReportAddendum>(key, found.Fact, f.Part, parts[f.Part].Content) with { RecordId = f.RecordId, FiledAt = f.FiledAt })],
        });
    }

    public async Task AddAsync(IUnit unit, ClinicalReport report, CancellationToken ct)
    {
        var key = await keys.ForWritingAsync(unit, report.Fact, ct).ConfigureAwait(false);
        indexing.Put(unit, report);
        store.Add(unit, Sealed(key, report));
    }

    public async Task SaveAsync(IUnit unit, ClinicalReport before, ClinicalReport after, CancellationToken ct)
    {
        indexing.Put(unit, after);
        if (after.Status == ReportStatus.Erased)
        {
            // The key goes first: whatever copy of the text is left anywhere says nothing.
            keys.Destroy(unit, after.Fact);
            store.Save(unit, new(ReportSummary.Of(after), ReadOnlyMemory<byte>.Empty, []), []);
            return;
        }

        var key = await keys.FindAsync(unit.Context.Tenant, after.Fact, ct).ConfigureAwait(false)
            ?? throw new TranscriptionException(TranscriptionRules.TextKeyMissing, ("text", after.Fact), ("key", "of the report"));
        var (had, has) = (before.ToSnapshot(), after.ToSnapshot());
        store.Save(unit, Sealed(key, after),
        [
            .. has.Versions.Skip(had.Versions.Count).Select(v => Part(key, NameOf(v), v.Signature, v with { RecordId = null, FiledAt = null })),
            .. has.Addenda.Skip(had.Addenda.Count).Select(a => Part(key, NameOf(a), a.Signature, a with { RecordId = null, FiledAt = null })),
        ]);
    }

    private static SealedReport Sealed(TextKey key, ClinicalReport report)
    {
        var state = report.ToSnapshot();
        var document = new Document(state with { Versions = [], Addenda = [] },
        [
            .. state.Versions.Select(v => new Filing(NameOf(v), v.RecordId, v.FiledAt)),
            .. state.Addenda.Select(a => new Filing(NameOf(a), a.RecordId, a.FiledAt)),
        ]);
        return new(ReportSummary.Of(report), key.Seal(State, JsonSerializer.SerializeToUtf8Bytes(document, ClinicJson.Options)), []) { NextAttempt = state.NextAttempt };
    }

    private static SealedPart Part<T>(TextKey key, string name, ReportSignature signature, T content) =>
        new(name, signature.ContentHash, signature.At, key.Seal(name, JsonSerializer.SerializeToUtf8Bytes(content, ClinicJson.Options)));

    private static T Read<T>(TextKey key, FactKey report, string part, ReadOnlyMemory<byte> content) =>
        key.Open(part, content.Span) is { } clear
            ? JsonSerializer.Deserialize<T>(clear, ClinicJson.Options)!
            : throw new TranscriptionException(TranscriptionRules.TextNotGenuine, ("text", report));

    // What is left of an erased report: that it was, whose it was, and that it says nothing any more.
    private static ClinicalReport Erased(ReportSummary s) => ClinicalReport.Restore(new()
    {
        Id = s.Report,
        Site = s.Site,
        Session = s.Session,
        Patient = s.Patient,
        Physician = s.Physician,
        Assistant = s.Assistant,
        Language = "es",
        Template = ReportTemplate.Visit,
        Status = ReportStatus.Erased,
        StartedAt = s.StartedAt,
        ConsentWithdrawn = s.ConsentWithdrawn,
        Version = s.Version,
    });

    private static string NameOf(SignedVersion version) => FormattableString.Invariant($"v{version.Number}");

    private static string NameOf(ReportAddendum addendum) => FormattableString.Invariant($"a{addendum.Number}");

    private sealed record Document(ReportSnapshot State, IReadOnlyList<Filing> Filings);

    private sealed record Filing(string Part, string? RecordId, Instant? FiledAt)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public bool IsVersion => Part[0] == 'v';
    }
}
