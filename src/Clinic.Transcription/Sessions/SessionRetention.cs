using Clinic.Abstractions;
using Clinic.Transcription.Retention;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Erases transcripts whose time is over; a legal hold or an open report stops it.</summary>
public sealed class SessionRetention : IClinicJob
{
    private const int PerRun = 100;

    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly ISessionReports reports;
    private readonly SessionEffects effects;
    private readonly ErasureNotes notes;
    private readonly IClock clock;
    private readonly IIdGenerator ids;

    internal SessionRetention(IUnitOfWork work, ISessionStore sessions, ISessionReports reports, SessionEffects effects, ErasureNotes notes, IClock clock, IIdGenerator ids)
    {
        this.work = work;
        this.sessions = sessions;
        this.reports = reports;
        this.effects = effects;
        this.notes = notes;
        this.clock = clock;
        this.ids = ids;
    }

    /// <inheritdoc/>
    public string Name => "transcription.retention";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (now, done, failed, error) = (clock.GetCurrentInstant(), 0, 0, (string?)null);
        while (done < PerRun)
        {
            var found = 0;
            // What cannot go yet, as with an open report, stays first for ever: the rest must not wait behind it.
            var page = await SessionSweep.RunAsync(
                async () =>
                {
                    var expired = await sessions.ExpiredAsync(tenant, now, failed, PerRun - done, cancellationToken).ConfigureAwait(false);
                    found = expired.Count;
                    return expired;
                },
                id => ExpireAsync(tenant, id, cancellationToken), cancellationToken).ConfigureAwait(false);
            (done, failed, error) = (done + page.Done, failed + page.Failed, error ?? page.Error);
            if (found == 0) break;
        }

        return new(done, failed, error);
    }

    /// <summary>Ends one session whose time is over.</summary>
    /// <exception cref="TranscriptionException">Its time is not over, a legal hold stands, or a report is open.</exception>
    public async Task ExpireAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken = default)
    {
        var found = await sessions.FindAsync(tenant, session, cancellationToken).ConfigureAwait(false)
            ?? throw new TranscriptionException(TranscriptionRules.SessionUnknown, ("session", session));
        var x = new CommandContext(tenant, found.ToSnapshot().Site, Actor.System, "job", ids.Next<CommandId>());
        await work.RunAsync(x, new ExpireSession(session), async (unit, ct) =>
        {
            var before = await sessions.FindAsync(tenant, session, ct).ConfigureAwait(false) ?? found;
            var (standing, failures) = (await reports.OfAsync(tenant, session, ct).ConfigureAwait(false), new Failures());
            var after = before.Expire(failures, standing.HasOpen, unit.Now);
            failures.ThrowIfAny();
            return await effects.SaveAsync(unit, before, after, "session-purged", ct).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        await notes.NoteAsync(tenant, session, cancellationToken).ConfigureAwait(false);
    }

    private sealed record ExpireSession(SessionId Session) : ICommand<SessionAnswer>
    {
        public string Name => "transcription.expire-session";

        public void Describe(IPayloadWriter payload) => payload.Write("session", Session.ToString());
    }
}
