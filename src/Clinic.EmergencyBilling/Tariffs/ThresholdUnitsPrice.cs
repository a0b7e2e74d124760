using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Coded units: the first from a threshold on, further ones by blocks after what the first covers.</summary>
/// <remarks>CPT counts 99291 at 30 minutes covering 60 and 99292 at 15 of 30; CMS covers 74 and wants 30 of 30.</remarks>
/// <param name="Code">The component's code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="TaxCode">A tax of the version.</param>
/// <param name="QualifiesAt">Less than this gives no unit.</param>
/// <param name="Covers">What the first unit covers.</param>
/// <param name="FirstPrice">The price of the first unit.</param>
/// <param name="Block">The length of a further unit.</param>
/// <param name="Threshold">From which remainder on a further unit counts.</param>
/// <param name="AddPrice">The price of a further unit.</param>
/// <param name="AddCode">The code of a further unit.</param>
public sealed record ThresholdUnitsPrice(
    string Code, string Name, string TaxCode, Duration QualifiesAt, Duration Covers, decimal FirstPrice, Duration Block, Duration Threshold, decimal AddPrice, string AddCode)
    : PriceComponent(Code, Name, TaxCode);
