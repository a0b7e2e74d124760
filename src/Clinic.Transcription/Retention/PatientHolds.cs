using Clinic.Abstractions;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Retention;

/// <summary>Legal holds of all sessions of a patient at once, with what is opened later: all of it in one commit, or nothing.</summary>
public sealed class PatientHolds
{
    private readonly IUnitOfWork work;
    private readonly SessionDesk desk;
    private readonly ISessionStore sessions;
    private readonly IPatientHoldStore store;
    private readonly IPatientDirectory patients;
    private readonly IIdGenerator ids;

    internal PatientHolds(IUnitOfWork work, SessionDesk desk, ISessionStore sessions, IPatientHoldStore store, IPatientDirectory patients, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.sessions = sessions;
        this.store = store;
        this.patients = patients;
        this.ids = ids;
    }

    /// <summary>Holds what is not held and not purged, and what is opened from now on.</summary>
    /// <exception cref="TranscriptionException">The role or the reason is missing, or the patient is unknown.</exception>
    public Task<PatientHoldAnswer> HoldAsync(CommandContext x, HoldPatient command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(x, command, command.Patient, new(
            true, "patient.held", s => s is { IsHeld: false, Status: not SessionStatus.Purged }, id => new HoldSession { Session = id, Reason = command.Reason }), cancellationToken);
    }

    /// <summary>Releases what is held, and holds nothing more that is opened; what is due is erased by the queue.</summary>
    /// <exception cref="TranscriptionException">The role is missing, or the patient is unknown.</exception>
    public Task<PatientHoldAnswer> ReleaseAsync(CommandContext x, ReleasePatient command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(x, command, command.Patient, new(false, "patient.released", s => s.IsHeld, id => new ReleaseSession { Session = id }), cancellationToken);
    }

    private async Task<PatientHoldAnswer> RunAsync(CommandContext x, ICommand<PatientHoldAnswer> command, PatientId patient, Change change, CancellationToken cancellationToken)
    {
        var done = false;
        var answer = await work.RunAsync(x, command, (unit, ct) =>
        {
            done = true;
            return StageAsync(unit, command, patient, change, ct);
        }, cancellationToken).ConfigureAwait(false);
        // A session that was opened between the reading and the commit did not see it; one that is opened now does. A repeated command changes nothing.
        if (!done || (await WantedAsync(x, patient, change, cancellationToken).ConfigureAwait(false)).Count == 0) return answer;
        var late = await work.RunAsync(
            x with { Command = ids.Next<CommandId>() }, command, (unit, ct) => StageAsync(unit, command, patient, change, ct), cancellationToken).ConfigureAwait(false);
        return new(answer.Sessions + late.Sessions);
    }

    private async Task<PatientHoldAnswer> StageAsync(IUnit unit, ICommand<PatientHoldAnswer> command, PatientId patient, Change change, CancellationToken ct)
    {
        var (x, failures) = (unit.Context, new Failures());
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.HoldSession);
        if (command is HoldPatient { Reason: var reason }) failures.Text("reason", reason, 300);
        if (patient == default || await patients.FindAsync(x.Tenant, patient, ct).ConfigureAwait(false) is null) failures.Add(TranscriptionRules.PatientUnknown, ("patient", patient));
        failures.ThrowIfAny();
        var hold = PatientHold.Of(await store.FindAsync(x.Tenant, patient, ct).ConfigureAwait(false), patient);
        if (hold.Sites.Contains(x.Site) != change.Holds) store.Save(unit, change.Holds ? hold.With(x.Site) : hold.Without(x.Site));
        var wanted = await WantedAsync(x, patient, change, ct).ConfigureAwait(false);
        foreach (var session in wanted) _ = await desk.StageAsync(unit, change.Step(session), ct).ConfigureAwait(false);
        unit.Audit(change.Done, new("transcription.patient", patient.Value), FormattableString.Invariant($"sessions {wanted.Count}{(command is HoldPatient { Reason: var why } ? ": " + why : "")}"));
        return new(wanted.Count);
    }

    private async Task<List<SessionId>> WantedAsync(CommandContext x, PatientId patient, Change change, CancellationToken ct)
    {
        var (wanted, mark) = (new List<SessionId>(), (string?)null);
        do
        {
            var page = await sessions.ListAsync(x.Tenant, new() { Patient = patient, Site = x.Site }, new PageRequest(PageRequest.LargestSize, mark), ct).ConfigureAwait(false);
            wanted.AddRange(page.Items.Where(s => change.Wanted(s.ToSnapshot())).Select(s => s.Id));
            mark = page.Next;
        }
        while (mark is not null);
        return wanted;
    }

    private sealed record Change(bool Holds, string Done, Func<SessionSnapshot, bool> Wanted, Func<SessionId, SessionCommand> Step);
}
