using System.IO.Compression;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Exporting;

/// <summary>Takes out everything of a patient as a zip: one JSON document, and the recordings that are still there.</summary>
/// <remarks>For the patient, by those who keep patients; it is audited before a byte leaves.</remarks>
public sealed class PatientExport
{
    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly IConsentStore consents;
    private readonly TranscriptArchive transcripts;
    private readonly ReportArchive reports;
    private readonly IPatientDirectory patients;
    private readonly IAuditLog audit;
    private readonly Func<ISessionAudio> audio;

    internal PatientExport(
        IUnitOfWork work, ISessionStore sessions, IConsentStore consents, TranscriptArchive transcripts, ReportArchive reports, IPatientDirectory patients, IAuditLog audit,
        Func<ISessionAudio> audio)
    {
        this.work = work;
        this.sessions = sessions;
        this.consents = consents;
        this.transcripts = transcripts;
        this.reports = reports;
        this.patients = patients;
        this.audit = audit;
        this.audio = audio;
    }

    /// <summary>Writes the zip; the stream need not be able to seek and stays open.</summary>
    /// <exception cref="TranscriptionException">The role is missing, or the patient is unknown; nothing was written then.</exception>
    public async Task WriteAsync(CommandContext x, PatientId patient, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(output);
        Instant? at = null;
        var all = new List<TranscriptionSession>();
        await work.RunAsync(x, new ExportPatient(patient), async (unit, ct) =>
        {
            all = await AllowedAsync(unit, patient, ct).ConfigureAwait(false);
            unit.Audit("patient.exported", new("transcription.patient", patient.Value), FormattableString.Invariant($"sessions {all.Count}"));
            foreach (var session in all) unit.Audit("session.exported", session.Fact);
            at = unit.Now;
            return all.Count;
        }, cancellationToken).ConfigureAwait(false);
        if (at is null) throw new ClinicRuleException(ClinicRules.CommandReused, ("command", x.Command));

        var pending = new PendingStream(output);
        await using var closing = pending.ConfigureAwait(false);
        var zip = await ZipArchive.CreateAsync(pending, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            var exported = new List<ExportedSession>(all.Count);
            foreach (var session in all) exported.Add(await ExportAsync(x.Tenant, session, cancellationToken).ConfigureAwait(false));
            var entry = await zip.CreateEntry("patient.json").OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (entry.ConfigureAwait(false))
                await JsonSerializer.SerializeAsync(entry, new PatientDocument(PatientDocument.CurrentForm, patient, at.Value, exported), ClinicJson.Options, cancellationToken).ConfigureAwait(false);
            foreach (var session in all.Where(s => FileOf(s) is not null)) await CopyAudioAsync(zip, x.Tenant, session, cancellationToken).ConfigureAwait(false);
        }

        await pending.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<TranscriptionSession>> AllowedAsync(IUnit unit, PatientId patient, CancellationToken ct)
    {
        var (tenant, failures) = (unit.Context.Tenant, new Failures());
        TranscriptionRights.CheckRole(failures, unit.Context.Actor, TranscriptionAct.ExportPatient);
        if (patient == default || await patients.FindAsync(tenant, patient, ct).ConfigureAwait(false) is null) failures.Add(TranscriptionRules.PatientUnknown, ("patient", patient));
        failures.ThrowIfAny();
        var (all, mark) = (new List<TranscriptionSession>(), (string?)null);
        do
        {
            var page = await sessions.ListAsync(tenant, new() { Patient = patient }, new PageRequest(PageRequest.LargestSize, mark), ct).ConfigureAwait(false);
            all.AddRange(page.Items);
            mark = page.Next;
        }
        while (mark is not null);
        return all;
    }

    private async Task<ExportedSession> ExportAsync(TenantId tenant, TranscriptionSession session, CancellationToken ct)
    {
        var (found, subjects) = (new List<ReportSnapshot>(), new List<FactKey> { session.Fact, SealedTranscript.FactOf(session.Id) });
        foreach (var summary in await reports.Store.OfSessionAsync(tenant, session.Id, ct).ConfigureAwait(false))
        {
            if (await reports.FindAsync(tenant, summary.Report, ct).ConfigureAwait(false) is not { IsWithheld: false } report) continue;
            found.Add(report.ToSnapshot());
            subjects.Add(report.Fact);
        }

        var transcript = session.IsReadable ? await transcripts.FindAsync(tenant, session.Id, ct).ConfigureAwait(false) : null;
        return new(
            session.ToSnapshot(), await consents.OfSessionAsync(tenant, session.Id, ct).ConfigureAwait(false), transcript, found, FileOf(session),
            await AccessAsync(tenant, subjects, ct).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<ExportedAccess>> AccessAsync(TenantId tenant, List<FactKey> subjects, CancellationToken ct)
    {
        var found = new List<ExportedAccess>();
        foreach (var subject in subjects)
        {
            string? mark = null;
            do
            {
                var page = await audit.ListAsync(tenant, new(subject), new PageRequest(PageRequest.LargestSize, mark), ct).ConfigureAwait(false);
                found.AddRange(page.Items.Select(e => new ExportedAccess(e.At, e.Actor, e.Action, subject.ToString())));
                mark = page.Next;
            }
            while (mark is not null);
        }

        return [.. found.OrderBy(a => a.At).ThenBy(a => a.Action, StringComparer.Ordinal)];
    }

    private async Task CopyAudioAsync(ZipArchive zip, TenantId tenant, TranscriptionSession session, CancellationToken ct)
    {
        var from = await audio().OpenAsync(tenant, session.Id, session.ToSnapshot().Captured, ct).ConfigureAwait(false);
        await using (from.ConfigureAwait(false))
        {
            var entry = await zip.CreateEntry(FileOf(session)!, CompressionLevel.Fastest).OpenAsync(ct).ConfigureAwait(false);
            await using (entry.ConfigureAwait(false)) await from.CopyToAsync(entry, ct).ConfigureAwait(false);
        }
    }

    private static string? FileOf(TranscriptionSession session) =>
        session.ToSnapshot() is { Audio: AudioPresence.Sealed, Format: { } format } ? $"audio/{session.Id}.{EndingOf(format)}" : null;

    private static string EndingOf(AudioFormat format) => format switch
    {
        { Encoding: not null } => "pcm",
        { MediaType: var type } when type.StartsWith("audio/wav", StringComparison.OrdinalIgnoreCase) => "wav",
        { MediaType: var type } when type.StartsWith("audio/webm", StringComparison.OrdinalIgnoreCase) => "webm",
        { MediaType: var type } when type.StartsWith("audio/ogg", StringComparison.OrdinalIgnoreCase) => "ogg",
        { MediaType: var type } when type.StartsWith("audio/mp4", StringComparison.OrdinalIgnoreCase) => "m4a",
        { MediaType: var type } when type.StartsWith("audio/mpeg", StringComparison.OrdinalIgnoreCase) => "mp3",
        { MediaType: var type } when type.StartsWith("audio/flac", StringComparison.OrdinalIgnoreCase) => "flac",
        _ => "bin",
    };

    private sealed record ExportPatient(PatientId Patient) : ICommand<int>
    {
        public string Name => "transcription.export-patient";

        public void Describe(IPayloadWriter payload) => payload.Write("patient", Patient.ToString());
    }
}
