namespace Clinic.Pharmacy.Recalls;

/// <summary>What may happen to a notice.</summary>
public enum RecallNoticeTrigger
{
    /// <summary>Somebody tried and reached nobody.</summary>
    Attempt,

    /// <summary>The recipient was told.</summary>
    Notify,

    /// <summary>The recipient answered, or was given up as unreachable.</summary>
    Answer,

    /// <summary>The answer was looked at.</summary>
    Close,
}
