namespace Clinic.Pharmacy.Recalls;

/// <summary>Closes a notice whose answer was looked at.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Version">The version that was read.</param>
public sealed record CloseRecallNotice(RecallNoticeId Notice, long Version) : PharmacyCommand<RecallNoticeAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.close-recall-notice";
}
