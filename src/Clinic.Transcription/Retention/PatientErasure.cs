using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Retention;

/// <summary>The proof that everything of a patient that may go is gone; kept for good, with nothing of what was said.</summary>
/// <param name="Id">The id of the command that asked for it.</param>
/// <param name="Patient">Whose it was.</param>
/// <param name="At">When it was complete.</param>
/// <param name="By">Who did it.</param>
/// <param name="Sessions">Every session of the patient.</param>
/// <param name="Destroyed">What was destroyed by this erasure; what earlier ends had destroyed is not in it.</param>
/// <param name="Kept">Signed reports that stay.</param>
public sealed record PatientErasure(
    Guid Id, PatientId Patient, Instant At, PersonId By, IReadOnlyList<SessionId> Sessions, IReadOnlyList<ErasedItem> Destroyed, IReadOnlyList<KeptReport> Kept)
{
    /// <summary>The erasure as the subject of audit entries.</summary>
    public FactKey Fact => new("transcription.erasure", Id);

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
