using Clinic.Abstractions;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Work;

namespace Clinic.Transcription.Sessions;

/// <summary>Reading sessions: one's own, or all of the site for supervisors and auditors; never what was said.</summary>
public sealed class SessionInquiries
{
    private readonly ISessionStore sessions;
    private readonly EngineChoice engines;

    internal SessionInquiries(ISessionStore sessions, EngineChoice engines)
    {
        this.sessions = sessions;
        this.engines = engines;
    }

    /// <summary>Sessions of the caller's site that the caller may see, newest first; paged.</summary>
    /// <exception cref="TranscriptionException">The role is missing.</exception>
    public async Task<Page<SessionView>> ListAsync(CommandContext x, SessionQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var narrowed = query with { Site = x.Site, Participant = TranscriptionRights.SeesAll(x.Actor) ? query.Participant : x.Actor.Person };
        var found = await sessions.ListAsync(x.Tenant, narrowed, page, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Where(s => s.IsSeenBy(x)).Select(s => View(x, s))], found.Next);
    }

    /// <summary>One session; null where there is none that the caller may see.</summary>
    /// <exception cref="TranscriptionException">The role is missing.</exception>
    public async Task<SessionView?> FindAsync(CommandContext x, SessionId session, CancellationToken cancellationToken = default)
    {
        CheckRead(x);
        var found = session == default ? null : await sessions.FindAsync(x.Tenant, session, cancellationToken).ConfigureAwait(false);
        return found is not null && found.IsSeenBy(x) ? View(x, found) : null;
    }

    private SessionView View(CommandContext x, TranscriptionSession session) =>
        new(session.ToSnapshot(), session.Status == SessionStatus.Captured || session.IsHeardAnew ? engines.For(session).Wait : null, session.IsReadable && session.IsPartOf(x.Actor));

    private static void CheckRead(CommandContext x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var failures = new Failures();
        TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.ReadSessions);
        failures.ThrowIfAny();
    }
}
