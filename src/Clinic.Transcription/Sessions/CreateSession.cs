using Clinic.Abstractions;

namespace Clinic.Transcription.Sessions;

/// <summary>Opens a session for a visit; nothing is recorded before the patient agrees.</summary>
public sealed record CreateSession : TranscriptionCommand<SessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.create-session";

    /// <summary>Conversation or dictation.</summary>
    public SessionKind Kind { get; init; }

    /// <summary>Whose visit it is.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>Who answers for it; a physician opens sessions of their own only.</summary>
    public required PersonId Physician { get; init; }

    /// <summary>Who helps; an assistant who opens it helps.</summary>
    public PersonId? Assistant { get; init; }

    /// <summary>The visit, where it has an id.</summary>
    public EncounterId? Encounter { get; init; }

    /// <summary><c>es</c> or <c>en</c>; null for the clinic's.</summary>
    public string? Language { get; init; }
}
