using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Retention;

/// <summary>Erases a patient's recordings, transcripts and drafts, and keeps the proof.</summary>
/// <remarks>Each session is a commit of its own, so that a crash leaves whole ones; the same again goes on where it stopped.</remarks>
public sealed class PatientEraser
{
    private readonly IUnitOfWork work;
    private readonly SessionDesk desk;
    private readonly ISessionStore sessions;
    private readonly ITranscriptStore transcripts;
    private readonly IClinicalReportStore reports;
    private readonly IPatientDirectory patients;
    private readonly IPatientErasureStore store;
    private readonly IPatientHoldStore holds;
    private readonly ITranscriptIndex index;
    private readonly IIdGenerator ids;

    internal PatientEraser(
        IUnitOfWork work, SessionDesk desk, ISessionStore sessions, ITranscriptStore transcripts, IClinicalReportStore reports, IPatientDirectory patients,
        IPatientErasureStore store, IPatientHoldStore holds, ITranscriptIndex index, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.sessions = sessions;
        this.transcripts = transcripts;
        this.reports = reports;
        this.patients = patients;
        this.store = store;
        this.holds = holds;
        this.index = index;
        this.ids = ids;
    }

    /// <summary>Erases and proves it; sessions under a legal hold stop all of it before anything is destroyed.</summary>
    /// <exception cref="TranscriptionException">The role is missing, the patient is unknown, or a legal hold stands.</exception>
    public async Task<PatientErasureAnswer> EraseAsync(CommandContext x, ErasePatient command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var (all, destroyed, kept) = (new List<TranscriptionSession>(), new List<ErasedItem>(), new List<KeptReport>());
        // A command that was done is answered once more; what was opened after it is none of its business.
        if ((await store.OfPatientAsync(x.Tenant, command.Patient, cancellationToken).ConfigureAwait(false)).All(e => e.Id != x.Command.Value))
        {
            await work.RunAsync(x with { Command = ids.Next<CommandId>() }, new BeginErasure(command.Patient), (unit, ct) => CheckAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
            all = await AllAsync(x.Tenant, command.Patient, cancellationToken).ConfigureAwait(false);
        }

        foreach (var session in all)
        {
            var texts = await TextsAsync(x.Tenant, session, kept, cancellationToken).ConfigureAwait(false);
            if (session.Status == SessionStatus.ConsentWithdrawn && !session.HasAudio) continue;
            if (session.Status != SessionStatus.ConsentWithdrawn)
            {
                var own = x with { Site = session.ToSnapshot().Site, Command = ids.Next<CommandId>() };
                await desk.RunAsync(own, new WithdrawConsent { Session = session.Id, Given = command.Given }, cancellationToken).ConfigureAwait(false);
                destroyed.AddRange(texts);
            }

            var after = await sessions.FindAsync(x.Tenant, session.Id, cancellationToken).ConfigureAwait(false);
            if (session.HasAudio && after?.ToSnapshot().Erasure is { } proof) destroyed.Add(new("audio", session.Id.Value, proof.Hash));
        }

        await index.SweepAsync(x.Tenant, cancellationToken).ConfigureAwait(false);
        return await work.RunAsync(x, command, (unit, _) =>
        {
            var erasure = new PatientErasure(x.Command.Value, command.Patient, unit.Now, x.Actor.Person, [.. all.Select(s => s.Id)], destroyed, kept);
            store.Add(unit, erasure);
            unit.Audit("patient.erased", erasure.Fact, FormattableString.Invariant($"sessions {all.Count}, destroyed {destroyed.Count}, kept {kept.Count}"));
            return Task.FromResult(new PatientErasureAnswer(erasure.Id, all.Count, destroyed.Count, kept.Count));
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The proofs about a patient.</summary>
    /// <exception cref="TranscriptionException">The role is missing.</exception>
    public Task<IReadOnlyList<PatientErasure>> ProofsAsync(CommandContext x, PatientId patient, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadErasures);
        failures.ThrowIfAny();
        return store.OfPatientAsync(x.Tenant, patient, cancellationToken);
    }

    private async Task<int> CheckAsync(IUnit unit, ErasePatient command, CancellationToken ct)
    {
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, unit.Context.Actor, TranscriptionAct.ErasePatient);
        command.Given.Check(failures, unit.Context.Actor.Person);
        if (command.Patient == default || await patients.FindAsync(unit.Context.Tenant, command.Patient, ct).ConfigureAwait(false) is null)
            failures.Add(TranscriptionRules.PatientUnknown, ("patient", command.Patient));
        var all = failures.Count > 0 ? [] : await AllAsync(unit.Context.Tenant, command.Patient, ct).ConfigureAwait(false);
        foreach (var held in all.Where(s => s.ToSnapshot().IsHeld)) failures.Add(TranscriptionRules.LegalHoldStands, ("session", held.Id));
        if (await holds.FindAsync(unit.Context.Tenant, command.Patient, ct).ConfigureAwait(false) is { Sites.Count: > 0 } && failures.Count == 0)
            failures.Add(TranscriptionRules.LegalHoldStands, ("session", "of the patient"));
        failures.ThrowIfAny();
        unit.Audit("patient.erasure-begun", new("transcription.patient", command.Patient.Value), FormattableString.Invariant($"sessions {all.Count}"));
        return all.Count;
    }

    private async Task<List<TranscriptionSession>> AllAsync(TenantId tenant, PatientId patient, CancellationToken ct)
    {
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

    // The hashes are of the encrypted bytes: they prove what lay there and say nothing of it.
    private async Task<List<ErasedItem>> TextsAsync(TenantId tenant, TranscriptionSession session, List<KeptReport> kept, CancellationToken ct)
    {
        var found = new List<ErasedItem>();
        if (await transcripts.FindAsync(tenant, session.Id, ct).ConfigureAwait(false) is { } transcript) found.Add(new("transcript", session.Id.Value, Hash(transcript.Document)));
        foreach (var summary in await reports.OfSessionAsync(tenant, session.Id, ct).ConfigureAwait(false))
        {
            if (summary.Status == ReportStatus.Erased || await reports.FindAsync(tenant, summary.Report, ct).ConfigureAwait(false) is not { } report) continue;
            if (summary.SignedVersions == 0) found.Add(new("report", summary.Report.Value, Hash(report.Document)));
            else kept.Add(new(summary.Report, summary.SignedVersions, report.Parts.Last(p => p.Name.StartsWith('v')).ContentHash));
        }

        return found;
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private sealed record BeginErasure(PatientId Patient) : ICommand<int>
    {
        public string Name => "transcription.begin-erasure";

        public void Describe(IPayloadWriter payload) => payload.Write("patient", Patient.ToString());
    }
}
