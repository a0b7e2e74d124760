namespace Clinic.Dispensing.Usage;

/// <summary>The entries that a correction made.</summary>
/// <param name="Reversal">The reversing entry.</param>
/// <param name="Replacement">The entry that is right, or null.</param>
/// <param name="Answer">Where the dispensation stands.</param>
public sealed record CorrectionAnswer(DoseId Reversal, DoseId? Replacement, DispensationAnswer Answer);
