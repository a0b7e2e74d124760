using Clinic.Abstractions;
using Clinic.Transcription.Consents;

namespace Clinic.Transcription.Sessions;

/// <summary>The reports that came of sessions, as sessions need them.</summary>
public interface ISessionReports
{
    /// <summary>What stands of reports of a session.</summary>
    Task<StandingReports> OfAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Stages what follows for drafts and reports when scopes were taken back; signed reports stay and are flagged.</summary>
    Task WithdrawnAsync(IUnit unit, SessionId session, ConsentScope scopes, CancellationToken cancellationToken);

    /// <summary>Stages what follows for drafts and excerpts when a session was cancelled or its time is over.</summary>
    Task EndedAsync(IUnit unit, SessionId session, SessionStatus status, CancellationToken cancellationToken);
}
