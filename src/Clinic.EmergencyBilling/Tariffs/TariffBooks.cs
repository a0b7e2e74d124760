using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The fact that stands for all prices and the calendar of a site.</summary>
public static class TariffBooks
{
    /// <summary>The kind of the fact.</summary>
    public const string Kind = "emergency.tariff-book";

    /// <summary>The fact of a site.</summary>
    public static FactKey FactOf(SiteId site) => new(Kind, site.Value);
}
