using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Loads and stages sessions as wholes; signs of life of recorders go beside them.</summary>
public interface ISessionStore
{
    /// <summary>A session, or null.</summary>
    Task<TranscriptionSession?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Sessions by the instant they were opened, newest first, then by id downwards; paged.</summary>
    Task<Page<TranscriptionSession>> ListAsync(TenantId tenant, SessionQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The session that a physician records or lets stand still, or null.</summary>
    Task<TranscriptionSession?> ActiveOfAsync(TenantId tenant, PersonId physician, CancellationToken cancellationToken);

    /// <summary>Sessions that are recorded or stand still although their recorder's lease is over, the longest first, after so many that are passed over.</summary>
    Task<IReadOnlyList<SessionId>> LostAsync(TenantId tenant, Instant now, int skip, int most, CancellationToken cancellationToken);

    /// <summary>Sessions without a legal hold whose time is over, the longest first, after so many that are passed over.</summary>
    Task<IReadOnlyList<SessionId>> ExpiredAsync(TenantId tenant, Instant now, int skip, int most, CancellationToken cancellationToken);

    /// <summary>Notes a sign of life of a recorder; false where the session is not recorded by it.</summary>
    Task<bool> RenewAsync(TenantId tenant, SessionId session, string recorder, Instant until, CancellationToken cancellationToken);

    /// <summary>Stages a new session.</summary>
    void Add(IUnit unit, TranscriptionSession session);

    /// <summary>Stages a changed session, one version on; a second active session of one physician conflicts at the commit.</summary>
    void Save(IUnit unit, TranscriptionSession session);
}
