using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.HandOvers;

/// <summary>A dispensation that goes with a hand-over, in whole or in part.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Lines">How much of which lines, in base units; null for all that is ready.</param>
/// <param name="Version">The version the caller read; null to act on whatever is stored.</param>
/// <param name="Packs">The serialised packs that go with it; null where none are verified.</param>
public sealed record HandOverItem(DispensationId Dispensation, IReadOnlyList<HandOverLine>? Lines = null, long? Version = null, IReadOnlyList<HandOverPack>? Packs = null);
