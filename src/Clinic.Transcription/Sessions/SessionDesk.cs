using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Live;
using Clinic.Transcription.Retention;
using Clinic.Transcription.Rights;

namespace Clinic.Transcription.Sessions;

/// <summary>Every command about sessions: consent, recording, holds and ends; what follows is in the same commit.</summary>
public sealed partial class SessionDesk
{
    private const int LongestRecorder = 100;
    private const int LongestReason = 300;

    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly IConsentStore consents;
    private readonly IPersonDirectory people;
    private readonly IPatientDirectory patients;
    private readonly ISessionReports reports;
    private readonly SessionEffects effects;
    private readonly Func<ISessionAudio> audio;
    private readonly AudioEraser eraser;
    private readonly LiveSessions live;
    private readonly ErasureNotes notes;
    private readonly IPatientHoldStore holds;
    private readonly TranscriptionOptions options;
    private readonly IIdGenerator ids;

    internal SessionDesk(
        IUnitOfWork work, ISessionStore sessions, IConsentStore consents, IPersonDirectory people, IPatientDirectory patients, ISessionReports reports,
        SessionEffects effects, Func<ISessionAudio> audio, AudioEraser eraser, LiveSessions live, ErasureNotes notes, IPatientHoldStore holds, TranscriptionOptions options, IIdGenerator ids)
    {
        this.work = work;
        this.sessions = sessions;
        this.consents = consents;
        this.people = people;
        this.patients = patients;
        this.reports = reports;
        this.effects = effects;
        this.audio = audio;
        this.eraser = eraser;
        this.live = live;
        this.notes = notes;
        this.holds = holds;
        this.options = options;
        this.ids = ids;
    }

    /// <summary>Opens a session; nothing is recorded before the patient agrees.</summary>
    /// <exception cref="TranscriptionException">A role, person or patient does not fit.</exception>
    public Task<SessionAnswer> CreateAsync(CommandContext x, CreateSession command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);
    }

    /// <summary>Runs a command about a stored session; what has to be erased at once is erased before it returns, or by the queue.</summary>
    /// <exception cref="TranscriptionException">The session is not there for the actor, or a guard does not hold; every one is named.</exception>
    public async Task<SessionAnswer> RunAsync(CommandContext x, SessionCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var answer = await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
        await AfterAsync(x, command, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>The same inside a commit that somebody else began; audio is erased by the queue.</summary>
    public async Task<SessionAnswer> StageAsync(IUnit unit, SessionCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, unit.Context.Actor, command.Act);
        var before = await LoadAsync(unit, command, failures, cancellationToken).ConfigureAwait(false);
        var after = await ChangeAsync(unit, before, command, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        return await effects.SaveAsync(unit, before, after, command.Done, cancellationToken, command.Why).ConfigureAwait(false);
    }

    /// <summary>The same inside a commit that somebody else began.</summary>
    public async Task<SessionAnswer> StageAsync(IUnit unit, CreateSession command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var (x, failures) = (unit.Context, new Failures());
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.CreateSession);
        var isPhysician = x.Actor.HasAny(Role.Physician) && command.Physician == x.Actor.Person;
        // An assistant who opens a session is its assistant; nobody else could let them in.
        var assistant = command.Assistant ?? (isPhysician ? null : x.Actor.Person);
        failures.Require(isPhysician || (x.Actor.HasAny(Role.Assistant) && assistant == x.Actor.Person), TranscriptionRules.NotYourSession,
            ("action", TranscriptionAct.CreateSession), ("session", "new"), ("allowed", "Physician, Assistant"));
        await CheckPersonAsync(unit, command.Physician, Role.Physician, failures, cancellationToken).ConfigureAwait(false);
        if (assistant is { } helper) await CheckPersonAsync(unit, helper, Role.Assistant, failures, cancellationToken).ConfigureAwait(false);
        if (command.Patient == default || await patients.FindAsync(x.Tenant, command.Patient, cancellationToken).ConfigureAwait(false) is null)
            failures.Add(TranscriptionRules.PatientUnknown, ("patient", command.Patient));
        failures.ThrowIfAny();
        // What is opened while a hold is being placed is held too: one of both commits comes second and sees the other.
        var hold = PatientHold.Of(await holds.FindAsync(x.Tenant, command.Patient, cancellationToken).ConfigureAwait(false), command.Patient);
        unit.Require(hold.Fact, hold.Version);
        var session = TranscriptionSession.Restore(new()
        {
            Id = ids.Next<SessionId>(),
            Site = x.Site,
            Kind = command.Kind,
            Status = SessionStatus.Created,
            Patient = command.Patient,
            Encounter = command.Encounter,
            Physician = command.Physician,
            Assistant = assistant,
            Language = command.Language ?? options.Language,
            CreatedAt = unit.Now,
            IsHeld = hold.Sites.Contains(x.Site),
            Version = 1,
        });
        effects.Add(unit, session);
        return SessionEffects.Answer(session);
    }

    private async Task<TranscriptionSession> LoadAsync(IUnit unit, SessionCommand command, Failures failures, CancellationToken ct)
    {
        var x = unit.Context;
        var found = command.Session == default ? null : await sessions.FindAsync(x.Tenant, command.Session, ct).ConfigureAwait(false);
        if (found is null || found.ToSnapshot().Site != x.Site) throw failures.With(TranscriptionRules.SessionUnknown, ("session", command.Session));
        var allowed = command.Part switch
        {
            SessionPart.Physician => found.IsPhysician(x.Actor),
            SessionPart.Participants => found.IsPartOf(x.Actor),
            SessionPart.Supervised => found.IsPartOf(x.Actor) || x.Actor.HasAny(Role.Supervisor),
            _ => true,
        };
        failures.Require(allowed, TranscriptionRules.NotYourSession, ("action", command.Act), ("session", command.Session), ("allowed", command.Part switch
        {
            SessionPart.Physician => "Physician",
            SessionPart.Supervised => "Physician, Assistant, Supervisor",
            _ => "Physician, Assistant",
        }));
        failures.Require(command.Version is null || command.Version == found.Version, TranscriptionRules.StaleSession,
            ("session", command.Session), ("asked", command.Version), ("found", found.Version));
        return found;
    }

    private async Task CheckPersonAsync(IUnit unit, PersonId person, Role role, Failures failures, CancellationToken ct)
    {
        var found = person == default ? null : await people.FindAsync(unit.Context.Tenant, person, ct).ConfigureAwait(false);
        failures.Require(found is { IsRetired: false } && found.Roles.Contains(role), TranscriptionRules.PersonUnfit, ("person", person), ("allowed", role));
    }

    // What the commit decided is carried out where it does not lie in the database; all of it may be repeated.
    private async Task AfterAsync(CommandContext x, SessionCommand command, CancellationToken ct)
    {
        live.Told(x.Tenant, command);
        if (command is StartRecording { Format: var recorded }) await audio().BeginAsync(x.Tenant, command.Session, recorded, ct).ConfigureAwait(false);
        else if (command is BeginImport { Format: var imported }) await audio().BeginAsync(x.Tenant, command.Session, imported, ct).ConfigureAwait(false);
        else if (command is WithdrawConsent or CancelSession or RefuseConsent or ReleaseSession)
        {
            await eraser.TryNowAsync(x.Tenant, command.Session, ct).ConfigureAwait(false);
            await notes.NoteAsync(x.Tenant, command.Session, ct).ConfigureAwait(false);
        }
    }
}
