using Clinic.Abstractions;
using Clinic.Transcription.Audio;

namespace Clinic.Transcription.Sessions;

/// <summary>The audio of sessions, as they need it; whoever keeps recordings answers it.</summary>
/// <remarks>Safe for concurrent use. Every call may be repeated with the same effect.</remarks>
public interface ISessionAudio
{
    /// <summary>Makes the place of a recording; nothing happens where it is there.</summary>
    Task BeginAsync(TenantId tenant, SessionId session, AudioFormat format, CancellationToken cancellationToken);

    /// <summary>Writes bytes at an offset and gives the next one; the same offset and bytes again change nothing.</summary>
    Task<long> AppendAsync(TenantId tenant, SessionId session, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>How many bytes of a recording are safe; 0 where there is none, or none any more.</summary>
    Task<long> LengthAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Closes a recording for good and says what there is; of one that its writer left, the good beginning.</summary>
    Task<CapturedAudio> SealAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>What a recording that is not closed says about itself, and everything for which it is refused.</summary>
    Task<AudioInspection> InspectAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Opens a closed recording from its beginning; the caller disposes it.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="session">The session.</param>
    /// <param name="captured">What there was when it was closed; one that is no longer the same is refused.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    ValueTask<Stream> OpenAsync(TenantId tenant, SessionId session, CapturedAudio? captured, CancellationToken cancellationToken);

    /// <summary>Destroys the key and the bytes of a recording that is not closed, so that it may begin anew; nothing happens where there is none.</summary>
    Task DiscardAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Destroys the key, then the bytes, whether closed or not; again gives the same proof.</summary>
    Task<AudioErasure> EraseAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);
}
