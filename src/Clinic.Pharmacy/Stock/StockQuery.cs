using Clinic.Abstractions;

namespace Clinic.Pharmacy.Stock;

/// <summary>Which stock is asked for; every part that is null takes all.</summary>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Lot">Of one lot.</param>
/// <param name="Location">At one location.</param>
/// <param name="Site">At all locations of one site.</param>
public sealed record StockQuery(PresentationId? Presentation = null, LotId? Lot = null, LocationId? Location = null, SiteId? Site = null);
