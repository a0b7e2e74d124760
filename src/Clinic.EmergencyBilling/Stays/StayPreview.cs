using Clinic.EmergencyBilling.Rating;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>A stay with its figures at one moment.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Statement">What it costs, as the bill would say.</param>
public sealed record StayPreview(EmergencyStay Stay, Statement Statement);
