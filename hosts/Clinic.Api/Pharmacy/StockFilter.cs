using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Api.Pharmacy;

/// <summary>Which stock is asked for; every part that is missing takes all.</summary>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Lot">Of one lot.</param>
/// <param name="Location">At one location.</param>
/// <param name="Site">At all locations of one site.</param>
public readonly record struct StockFilter(PresentationId? Presentation, LotId? Lot, LocationId? Location, SiteId? Site)
{
    internal StockQuery Query => new(Presentation, Lot, Location, Site);
}
