using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>What would a stay cost: typed times, or those of a real stay, under a version or under terms that nobody saved yet.</summary>
/// <param name="Stay">A real stay; null for typed times.</param>
/// <param name="Times">Typed times; null for a real stay.</param>
/// <param name="Tariff">The tariff whose version prices; null for the prices in force, or for terms.</param>
/// <param name="Number">The version, draft or published; null for the last one.</param>
/// <param name="Terms">Terms to try; null for a stored version.</param>
public sealed record SimulateStay(
    StayId? Stay = null, SimulatedTimes? Times = null, TariffId? Tariff = null, int? Number = null, TariffTerms? Terms = null);
