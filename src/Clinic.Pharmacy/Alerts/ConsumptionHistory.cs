using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>The movements of a presentation from an instant on, with what is on hand at their end.</summary>
/// <param name="Scale">Decimals of the steps.</param>
/// <param name="OnHand">Steps on hand now, per location; a location without any may be missing.</param>
/// <param name="Slices">Per location and start, in that order.</param>
public sealed record ConsumptionHistory(int Scale, IReadOnlyDictionary<LocationId, long> OnHand, IReadOnlyList<ConsumptionSlice> Slices);
