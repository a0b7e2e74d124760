namespace Clinic.Pharmacy.Recalls;

/// <summary>Where a notice stands.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Status">The status now.</param>
/// <param name="Version">The version now stored.</param>
public sealed record RecallNoticeAnswer(RecallNoticeId Notice, RecallNoticeStatus Status, long Version);
