using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Notes a try to reach a recipient.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="How">How.</param>
/// <param name="Reached">Whether the recipient was told.</param>
/// <param name="At">When; null means now.</param>
public sealed record NoteRecallAttempt(RecallNoticeId Notice, long Version, RecallChannel How, bool Reached, Instant? At = null)
    : PharmacyCommand<RecallNoticeAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.note-recall-attempt";
}
