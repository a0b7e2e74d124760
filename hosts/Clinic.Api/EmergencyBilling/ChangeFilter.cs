using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Which changes are asked for; every part that is missing takes all.</summary>
/// <param name="Stay">Of one stay.</param>
/// <param name="Tariff">Of one tariff.</param>
/// <param name="Person">Made or approved by one person.</param>
public readonly record struct ChangeFilter(StayId? Stay, TariffId? Tariff, PersonId? Person)
{
    internal ChangeQuery Query => new() { Stay = Stay, Tariff = Tariff, Person = Person };
}
