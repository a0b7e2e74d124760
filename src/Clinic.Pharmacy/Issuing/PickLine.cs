using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Issuing;

/// <summary>How much of a presentation should leave a location.</summary>
/// <param name="Presentation">The presentation; once per command.</param>
/// <param name="Quantity">How much, in the base unit or a pack; with chosen lots, their sum or null.</param>
/// <param name="Lots">The lots that a person chose; null leaves the choice to the policy.</param>
/// <param name="UsableThrough">The end of the treatment, through which the lots must be usable; null means today.</param>
public sealed record PickLine(PresentationId Presentation, Quantity? Quantity = null, IReadOnlyList<LotPick>? Lots = null, LocalDate? UsableThrough = null);
