using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The prices of a site at one moment, and what must still hold when something that relied on them is committed.</summary>
/// <param name="Book">The published tariffs.</param>
/// <param name="Holidays">The calendar; null when the site has none.</param>
/// <param name="Facts">The facts with the versions that were read.</param>
public sealed record TariffsInForce(TariffBook Book, HolidayCalendar? Holidays, IReadOnlyList<(FactKey Fact, long Version)> Facts)
{
    /// <summary>Makes a commit fail when prices or calendar moved since they were read.</summary>
    public void Require(IUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        foreach (var (fact, version) in Facts) unit.Require(fact, version);
    }
}
