using Clinic.Abstractions;
using Clinic.Transcription.Consents;

namespace Clinic.Transcription.Sessions;

/// <summary>The reports that came of sessions, as sessions need them.</summary>
public interface ISessionReports
{
    /// <summary>What stands of reports of a session.</summary>
    Task<StandingReports> OfAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Stages what follows for drafts and reports when scopes were taken back; signed reports stay and are flagged.</summary>
    /// <param name="unit">The unit of the command.</param>
    /// <param name="session">The session.</param>
    /// <param name="scopes">What was taken back.</param>
    /// <param name="isHeld">Whether a legal hold stands: then nothing is erased, and nobody reads what would be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task WithdrawnAsync(IUnit unit, SessionId session, ConsentScope scopes, bool isHeld, CancellationToken cancellationToken);

    /// <summary>Stages that what a legal hold kept from being erased is erased.</summary>
    Task ReleasedAsync(IUnit unit, SessionId session, CancellationToken cancellationToken);

    /// <summary>Stages what follows for drafts and excerpts when a session was cancelled or its time is over.</summary>
    Task EndedAsync(IUnit unit, SessionId session, SessionStatus status, CancellationToken cancellationToken);
}
