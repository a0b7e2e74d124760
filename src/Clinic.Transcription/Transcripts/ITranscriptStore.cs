using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>Keeps encrypted transcripts; one per session.</summary>
public interface ITranscriptStore
{
    /// <summary>The transcript of a session with its corrections, or null.</summary>
    Task<SealedTranscript?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>Stages a new transcript; a second one of a session conflicts.</summary>
    void Add(IUnit unit, SealedTranscript transcript);

    /// <summary>Stages one more correction; its position is one more than the last, or it conflicts.</summary>
    void Add(IUnit unit, SessionId session, SealedCorrection correction);

    /// <summary>Stages the end of a transcript with its corrections; what is not there is no matter.</summary>
    void Remove(IUnit unit, SessionId session);
}
