namespace Clinic.Dispensing.HandOvers;

/// <summary>What was handed over of one dispensation.</summary>
/// <param name="Answer">Where it stands.</param>
/// <param name="Parts">The lots that left.</param>
public sealed record HandedOverItem(DispensationAnswer Answer, IReadOnlyList<HandedOverPart> Parts);
