using System.Text;
using Clinic.Abstractions;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Reads and corrects what was said; for the responsible physician and the assistant only, and every look is in the audit.</summary>
public sealed class TranscriptDesk
{
    private const int LongestText = 5_000;

    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly TranscriptArchive archive;

    internal TranscriptDesk(IUnitOfWork work, ISessionStore sessions, TranscriptArchive archive)
    {
        this.work = work;
        this.sessions = sessions;
        this.archive = archive;
    }

    /// <summary>The transcript of a session with its history, under a command id of its own; the look is audited before anything is shown.</summary>
    /// <exception cref="TranscriptionException">There is none, or the actor has no part in the session.</exception>
    public async Task<OpenedTranscript> ReadAsync(CommandContext x, SessionId session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        OpenedTranscript? found = null;
        await work.RunAsync(x, new ReadTranscript(session), async (unit, ct) =>
        {
            (_, found) = await OpenAsync(unit, session, TranscriptionAct.ReadTranscripts, new Failures(), ct).ConfigureAwait(false);
            unit.Audit("transcript.read", SealedTranscript.FactOf(session), FormattableString.Invariant($"version {found.Version}"));
            return new TranscriptAnswer(session, found.Version);
        }, cancellationToken).ConfigureAwait(false);
        // A repeated command is answered from its record, so what it read is read and audited anew.
        return found ?? throw new ClinicRuleException(ClinicRules.CommandReused, ("command", x.Command));
    }

    /// <summary>Says who the voices are.</summary>
    /// <exception cref="TranscriptionException">The version is stale, a label is unknown, or the actor has no part in the session.</exception>
    public Task<TranscriptAnswer> SetRolesAsync(CommandContext x, SetSpeakerRoles command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);
    }

    /// <summary>Writes what was really said in one segment.</summary>
    /// <exception cref="TranscriptionException">The version is stale, there is no such segment, or the actor has no part in the session.</exception>
    public Task<TranscriptAnswer> CorrectAsync(CommandContext x, CorrectSegment command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);
    }

    /// <summary>The same inside a commit that somebody else began.</summary>
    public async Task<TranscriptAnswer> StageAsync(IUnit unit, SetSpeakerRoles command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var (session, found) = await OpenAsync(unit, command.Session, TranscriptionAct.CorrectTranscripts, failures, cancellationToken).ConfigureAwait(false);
        CheckVersion(failures, command.Version, found);
        var labels = found.Current.Segments.Select(s => s.Speaker).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (label, role) in command.Roles)
        {
            failures.Require(labels.Contains(label), TranscriptionRules.SpeakerUnknown, ("session", command.Session));
            failures.Field("role", Enum.IsDefined(role), role, "unknown, physician, patient, relative, clinician");
        }

        failures.ThrowIfAny();
        var correction = Next(unit, found) with { Roles = new Dictionary<string, SpeakerRole>(command.Roles, StringComparer.Ordinal) };
        return await SaveAsync(unit, session, found, correction, "transcript.roles-set", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same inside a commit that somebody else began.</summary>
    public async Task<TranscriptAnswer> StageAsync(IUnit unit, CorrectSegment command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var (session, found) = await OpenAsync(unit, command.Session, TranscriptionAct.CorrectTranscripts, failures, cancellationToken).ConfigureAwait(false);
        CheckVersion(failures, command.Version, found);
        failures.Require(command.Segment >= 0 && command.Segment < found.Current.Segments.Count, TranscriptionRules.SegmentUnknown,
            ("segment", command.Segment), ("allowed", FormattableString.Invariant($"0 to {found.Current.Segments.Count - 1}")));
        failures.Text("text", command.Text, LongestText);
        failures.ThrowIfAny();
        var correction = Next(unit, found) with { Segment = command.Segment, Text = command.Text.Normalize(NormalizationForm.FormC) };
        return await SaveAsync(unit, session, found, correction, "transcript.segment-corrected", cancellationToken).ConfigureAwait(false);
    }

    private async Task<(TranscriptionSession Session, OpenedTranscript Found)> OpenAsync(IUnit unit, SessionId id, TranscriptionAct act, Failures failures, CancellationToken ct)
    {
        var (x, session) = (unit.Context, id == default ? null : await sessions.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false));
        TranscriptionRights.CheckRole(failures, x.Actor, act);
        if (session is null || !session.IsSeenBy(x)) throw failures.With(TranscriptionRules.SessionUnknown, ("session", id));
        failures.Require(session.IsPartOf(x.Actor), TranscriptionRules.NotYourSession, ("action", act), ("session", id), ("allowed", "Physician, Assistant"));
        failures.ThrowIfAny();
        unit.Require(session.Fact, session.Version);
        var found = session.IsReadable ? await archive.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) : null;
        return (session, found ?? throw failures.With(TranscriptionRules.TranscriptUnknown, ("session", id)));
    }

    private static TranscriptCorrection Next(IUnit unit, OpenedTranscript found) => new(found.Corrections.Count + 1, unit.Now, unit.Context.Actor.Person);

    private static void CheckVersion(Failures failures, long asked, OpenedTranscript found) =>
        failures.Require(asked == found.Version, TranscriptionRules.StaleTranscript, ("asked", asked), ("found", found.Version));

    private async Task<TranscriptAnswer> SaveAsync(IUnit unit, TranscriptionSession of, OpenedTranscript before, TranscriptCorrection correction, string action, CancellationToken ct)
    {
        var session = of.Id;
        await archive.CorrectAsync(unit, of.ToSnapshot(), before, correction, ct).ConfigureAwait(false);
        // Whoever drafts or signs relies on the session: what rests on the words before must not commit after them.
        sessions.Save(unit, TranscriptionSession.Restore(of.ToSnapshot() with { Version = of.Version + 1 }));
        var version = correction.Position + 1L;
        unit.Audit(action, SealedTranscript.FactOf(session), FormattableString.Invariant($"version {version}"));
        unit.Publish(TranscriptionEvents.TranscriptCorrected, System.Text.Json.JsonSerializer.Serialize(new TranscriptAnswer(session, version), ClinicJson.Options));
        return new(session, version);
    }

    private sealed record ReadTranscript(SessionId Session) : ICommand<TranscriptAnswer>
    {
        public string Name => "transcription.read-transcript";

        public void Describe(IPayloadWriter payload) => payload.Write("session", Session.ToString());
    }
}
