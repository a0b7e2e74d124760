using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>What lines of one price have in common, said once, so that a line stays small.</summary>
internal sealed record LineSource(string Code, string Name, string TaxCode, TariffVersion Version);
