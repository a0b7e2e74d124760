using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Which price lists are asked for; every part that is null takes all.</summary>
/// <param name="Site">Of one site.</param>
/// <param name="Segment">Of one segment.</param>
public sealed record PriceListQuery(SiteId? Site = null, PriceSegment? Segment = null);
