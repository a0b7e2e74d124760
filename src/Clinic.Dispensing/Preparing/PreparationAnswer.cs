using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing.Preparing;

/// <summary>Where a preparation stands, and what is kept aside for it.</summary>
/// <param name="Dispensation">The dispensation.</param>
/// <param name="Status">Its dispense status.</param>
/// <param name="Version">Its version.</param>
/// <param name="Lines">What is kept aside, per line.</param>
public sealed record PreparationAnswer(DispensationId Dispensation, DispenseStatus Status, long Version, IReadOnlyList<KeptLine> Lines);
