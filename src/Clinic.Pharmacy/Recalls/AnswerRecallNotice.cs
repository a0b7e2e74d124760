namespace Clinic.Pharmacy.Recalls;

/// <summary>Notes what became of the goods at a recipient, or gives the recipient up as unreachable.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="IsUnreachable">Whether nobody can be reached.</param>
/// <param name="Outcomes">What became of each lot; none for the unreachable.</param>
public sealed record AnswerRecallNotice(RecallNoticeId Notice, long Version, bool IsUnreachable, IReadOnlyList<RecallOutcome> Outcomes)
    : PharmacyCommand<RecallNoticeAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.answer-recall-notice";
}
