using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Retention;

/// <summary>Holds the database against the list of erasures: what a restored backup brought back is erased again.</summary>
/// <remarks>Run it before anybody works on a restored database; as a job it also notes what a crash kept from being noted.</remarks>
public sealed class ReapplyErasures : IClinicJob
{
    private const int PerPage = 200;

    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly IConsentStore consents;
    private readonly ISessionReports reports;
    private readonly SessionEffects effects;
    private readonly ErasureNotes notes;
    private readonly Func<ISessionAudio> audio;
    private readonly AudioEraser eraser;
    private readonly ITranscriptIndex index;
    private readonly TranscriptionOptions options;
    private readonly IIdGenerator ids;

    internal ReapplyErasures(
        IUnitOfWork work, ISessionStore sessions, IConsentStore consents, ISessionReports reports, SessionEffects effects, ErasureNotes notes, Func<ISessionAudio> audio,
        AudioEraser eraser, ITranscriptIndex index, TranscriptionOptions options, IIdGenerator ids)
    {
        this.work = work;
        this.sessions = sessions;
        this.consents = consents;
        this.reports = reports;
        this.effects = effects;
        this.notes = notes;
        this.audio = audio;
        this.eraser = eraser;
        this.index = index;
        this.options = options;
        this.ids = ids;
    }

    /// <inheritdoc/>
    public string Name => "transcription.reapply-erasures";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(6);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var entries = (await notes.Ledger.ListAsync(tenant, cancellationToken).ConfigureAwait(false)).ToLookup(e => e.Session);
        await NoteMissingAsync(tenant, entries, cancellationToken).ConfigureAwait(false);
        var again = 0;
        var report = await SessionSweep.RunAsync(
            () => Task.FromResult<IReadOnlyList<SessionId>>([.. entries.Select(e => e.Key)]),
            async id => again += await ReapplyAsync(tenant, [.. entries[id]], cancellationToken).ConfigureAwait(false) ? 1 : 0,
            cancellationToken).ConfigureAwait(false);
        if (again > 0) await index.SweepAsync(tenant, cancellationToken).ConfigureAwait(false);
        return report with { Done = again };
    }

    private async Task NoteMissingAsync(TenantId tenant, ILookup<SessionId, ErasureEntry> entries, CancellationToken ct)
    {
        string? mark = null;
        do
        {
            var page = await sessions.ListAsync(tenant, new(), new PageRequest(PerPage, mark), ct).ConfigureAwait(false);
            foreach (var session in page.Items.Where(s => entries[s.Id].All(e => e.Decision is not null))) await notes.NoteAsync(tenant, session, ct).ConfigureAwait(false);
            mark = page.Next;
        }
        while (mark is not null);
    }

    private async Task<bool> ReapplyAsync(TenantId tenant, IReadOnlyList<ErasureEntry> of, CancellationToken ct)
    {
        if (of.FirstOrDefault(e => e.Decision is null) is { } end) return await ReapplyAsync(tenant, end, ct).ConfigureAwait(false);
        var again = false;
        foreach (var entry in of) again |= await NarrowAsync(tenant, entry, ct).ConfigureAwait(false);
        return again;
    }

    // A decision that the backup does not know is written down again as the same one, so that what is agreed to afterwards stands.
    private async Task<bool> NarrowAsync(TenantId tenant, ErasureEntry entry, CancellationToken ct)
    {
        if (await sessions.FindAsync(tenant, entry.Session, ct).ConfigureAwait(false) is not { } found) return false;
        if (await LostAsync(tenant, found, entry, ct).ConfigureAwait(false) == ConsentScope.None) return false;
        await work.RunAsync(new(tenant, found.ToSnapshot().Site, Actor.System, "job", ids.Next<CommandId>()), new EraseAgain(entry.Session), async (unit, token) =>
        {
            var before = await sessions.FindAsync(tenant, entry.Session, token).ConfigureAwait(false) ?? found;
            var lost = await LostAsync(tenant, before, entry, token).ConfigureAwait(false);
            if (lost == ConsentScope.None) return SessionEffects.Answer(before);
            var (decision, failures) = (Decision(before, entry.Decision!.Value, lost, entry, unit), new Failures());
            consents.Add(unit, decision);
            var after = before.Narrow(failures, decision, options.Sessions, unit.Now);
            failures.ThrowIfAny();
            return await effects.SaveAsync(unit, before, after, "consent-narrowed-again", token).ConfigureAwait(false);
        }, ct).ConfigureAwait(false);
        return true;
    }

    // What a decision took back and stands again, because nobody here knows the decision.
    private async Task<ConsentScope> LostAsync(TenantId tenant, TranscriptionSession session, ErasureEntry entry, CancellationToken ct)
    {
        var lost = entry.Scopes & session.Consent.Granted;
        if (lost == ConsentScope.None || !SessionLifecycle.Allowed(session.Status).Contains(SessionTrigger.NarrowConsent)) return ConsentScope.None;
        var known = await consents.OfSessionAsync(tenant, session.Id, ct).ConfigureAwait(false);
        return known.Any(d => d.Id == entry.Decision || (d.Kind == ConsentKind.Granted && d.At > entry.At)) ? ConsentScope.None : lost;
    }

    private static ConsentDecision Decision(TranscriptionSession session, ConsentDecisionId id, ConsentScope scopes, ErasureEntry entry, IUnit unit)
    {
        var s = session.ToSnapshot();
        return new(id, s.Patient, s.Id, s.Consent.Decisions + 1, ConsentKind.Withdrawn, scopes, null,
            new(entry.Giver ?? ConsentGiver.Patient, entry.Manner ?? ConsentManner.OnPaper) { Language = s.Language }, unit.Context.Actor.Person, unit.Now);
    }

    private async Task<bool> ReapplyAsync(TenantId tenant, ErasureEntry entry, CancellationToken ct)
    {
        // What came after the backup is unknown to it, and its audio too.
        if (await sessions.FindAsync(tenant, entry.Session, ct).ConfigureAwait(false) is not { } found) return false;
        var again = !SessionLifecycle.IsOver(found.Status) || found.ToSnapshot().HasTranscript;
        if (again) await EraseAsync(tenant, found.ToSnapshot().Site, entry, ct).ConfigureAwait(false);
        if (await eraser.DueAsync(tenant, entry.Session, ct).ConfigureAwait(false) is { } due)
        {
            await eraser.EraseAsync(new(tenant, due.ToSnapshot().Site, Actor.System, "job", ids.Next<CommandId>()), entry.Session, null, ct).ConfigureAwait(false);
            return true;
        }

        // A vault may be restored without its database; erasing what is not there gives the same proof again.
        if (found.ToSnapshot() is { Audio: AudioPresence.Erased, IsHeld: false }) await audio().EraseAsync(tenant, entry.Session, ct).ConfigureAwait(false);
        return again;
    }

    private Task<SessionAnswer> EraseAsync(TenantId tenant, SiteId site, ErasureEntry entry, CancellationToken ct) =>
        work.RunAsync(new(tenant, site, Actor.System, "job", ids.Next<CommandId>()), new EraseAgain(entry.Session), async (unit, token) =>
        {
            var before = await sessions.FindAsync(tenant, entry.Session, token).ConfigureAwait(false)
                ?? throw new TranscriptionException(TranscriptionRules.SessionUnknown, ("session", entry.Session));
            // A hold that stood at the backup was over when the session was erased.
            var free = before.ToSnapshot().IsHeld ? TranscriptionSession.Restore(before.ToSnapshot() with { IsHeld = false }) : before;
            var failures = new Failures();
            var after = await EndedAsync(unit, free, entry, failures, token).ConfigureAwait(false);
            failures.ThrowIfAny();
            return await effects.SaveAsync(unit, before, after, "session-erased-again", token).ConfigureAwait(false);
        }, ct);

    private async Task<TranscriptionSession> EndedAsync(IUnit unit, TranscriptionSession free, ErasureEntry entry, Failures failures, CancellationToken ct)
    {
        var allowed = SessionLifecycle.Allowed(free.Status);
        if (SessionLifecycle.IsOver(free.Status)) return free.Release(options.Sessions, unit.Now);
        if (entry.Status == SessionStatus.ConsentWithdrawn)
        {
            var standing = await reports.OfAsync(unit.Context.Tenant, entry.Session, ct).ConfigureAwait(false);
            var decision = Decision(free, ids.Next<ConsentDecisionId>(), ConsentScopes.All, entry, unit);
            consents.Add(unit, decision);
            return free.Withdraw(failures, decision, standing.HasSigned, unit.Now);
        }

        var isOver = free.ToSnapshot().KeepUntil is { } until && until <= unit.Now;
        return entry.Status == SessionStatus.Purged && isOver && allowed.Contains(SessionTrigger.RetentionExpired)
            ? free.Expire(failures, openReport: false, unit.Now)
            : free.Cancel(failures, unit.Now);
    }

    private sealed record EraseAgain(SessionId Session) : ICommand<SessionAnswer>
    {
        public string Name => "transcription.erase-again";

        public void Describe(IPayloadWriter payload) => payload.Write("session", Session.ToString());
    }
}
