using Clinic.Abstractions;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Retention;

/// <summary>Legal holds of all sessions of a patient at once: all of them in one commit, or none.</summary>
public sealed class PatientHolds
{
    private readonly IUnitOfWork work;
    private readonly SessionDesk desk;
    private readonly ISessionStore sessions;

    internal PatientHolds(IUnitOfWork work, SessionDesk desk, ISessionStore sessions)
    {
        this.work = work;
        this.desk = desk;
        this.sessions = sessions;
    }

    /// <summary>Holds what is not held and not purged.</summary>
    /// <exception cref="TranscriptionException">The role or the reason is missing.</exception>
    public Task<PatientHoldAnswer> HoldAsync(CommandContext x, HoldPatient command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(x, command, command.Patient, s => s is { IsHeld: false, Status: not SessionStatus.Purged },
            id => new HoldSession { Session = id, Reason = command.Reason }, "patient.held", cancellationToken);
    }

    /// <summary>Releases what is held; what is due is erased by the queue.</summary>
    /// <exception cref="TranscriptionException">The role is missing.</exception>
    public Task<PatientHoldAnswer> ReleaseAsync(CommandContext x, ReleasePatient command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return RunAsync(x, command, command.Patient, s => s.IsHeld, id => new ReleaseSession { Session = id }, "patient.released", cancellationToken);
    }

    private Task<PatientHoldAnswer> RunAsync(
        CommandContext x, ICommand<PatientHoldAnswer> command, PatientId patient, Func<SessionSnapshot, bool> wanted, Func<SessionId, SessionCommand> step, string done,
        CancellationToken cancellationToken) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var failures = new Failures();
            TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.HoldSession);
            if (command is HoldPatient { Reason: var reason }) failures.Text("reason", reason, 300);
            failures.ThrowIfAny();
            var (changed, mark) = (0, (string?)null);
            do
            {
                var page = await sessions.ListAsync(x.Tenant, new() { Patient = patient, Site = x.Site }, new PageRequest(PageRequest.LargestSize, mark), ct).ConfigureAwait(false);
                foreach (var session in page.Items.Where(s => wanted(s.ToSnapshot())))
                {
                    _ = await desk.StageAsync(unit, step(session.Id), ct).ConfigureAwait(false);
                    changed++;
                }

                mark = page.Next;
            }
            while (mark is not null);
            unit.Audit(done, new("transcription.patient", patient.Value), FormattableString.Invariant($"sessions {changed}"));
            return new PatientHoldAnswer(changed);
        }, cancellationToken);
}
