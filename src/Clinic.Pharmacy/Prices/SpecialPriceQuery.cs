using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>Which special prices are asked for; every part that is null takes all.</summary>
/// <param name="Site">Of one site.</param>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Segment">Of one segment.</param>
/// <param name="On">Those that hold on a date.</param>
public sealed record SpecialPriceQuery(SiteId? Site = null, PresentationId? Presentation = null, PriceSegment? Segment = null, LocalDate? On = null);
