using Clinic.Abstractions;

namespace Clinic.Pharmacy.Lots;

/// <summary>The status a lot now has.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Status">The status.</param>
/// <param name="Version">The version now stored.</param>
public sealed record LotStatusAnswer(LotId Lot, LotStatus Status, long Version);
