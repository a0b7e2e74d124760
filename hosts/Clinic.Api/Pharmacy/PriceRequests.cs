using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Prices;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>A new price list.</summary>
/// <param name="Data">All of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="PreparedBy">Who prepared it, when the caller only approves.</param>
public sealed record PublishPriceListRequest(PriceListData Data, string Reason, PersonId? PreparedBy = null);

/// <summary>The next version of a price list.</summary>
/// <param name="Effective">The date from which it holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Set">New and changed prices; what is not named stays.</param>
/// <param name="Remove">Prices that end.</param>
/// <param name="Name">The new name; missing to keep it.</param>
/// <param name="Until">The new last date; missing to keep it.</param>
/// <param name="PreparedBy">Who prepared it, when the caller only approves.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RevisePriceListRequest(
    LocalDate Effective, string Reason, IReadOnlyList<PriceEntry>? Set = null, IReadOnlyList<PriceEntryKey>? Remove = null, string? Name = null,
    LocalDate? Until = null, PersonId? PreparedBy = null, long? Version = null);

/// <summary>Ends a price list for good.</summary>
/// <param name="Effective">The first date on which it no longer holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="PreparedBy">Who prepared it, when the caller only approves.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RetirePriceListRequest(LocalDate Effective, string Reason, PersonId? PreparedBy = null, long? Version = null);

/// <summary>A special price, approved by the caller.</summary>
/// <param name="Data">All of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="PreparedBy">Who prepared it; missing when the caller did.</param>
public sealed record SetSpecialPriceRequest(SpecialPriceData Data, string Reason, PersonId? PreparedBy = null);

/// <summary>Ends a special price before its time.</summary>
/// <param name="Last">The last date on which it holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record EndSpecialPriceRequest(LocalDate Last, string Reason, long? Version = null);

/// <summary>A tax group, or a new rate of one.</summary>
/// <param name="Code">The code that prices name.</param>
/// <param name="Name">The name for people.</param>
/// <param name="From">The first date of the rate.</param>
/// <param name="Percent">The rate, 0 to 100.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsExempt">Whether its goods are outside the tax.</param>
/// <param name="Version">The version that was read; 0 or missing for a new group.</param>
public sealed record SetTaxGroupRequest(string Code, string Name, LocalDate From, decimal Percent, string Reason, bool IsExempt = false, long? Version = null);

/// <summary>Which price lists are asked for.</summary>
/// <param name="Site">Of one site.</param>
/// <param name="Segment">Of one segment.</param>
public readonly record struct PriceListFilter(SiteId? Site, PriceSegment? Segment)
{
    internal PriceListQuery Query => new(Site, Segment);
}

/// <summary>Which special prices are asked for.</summary>
/// <param name="Site">Of one site.</param>
/// <param name="Presentation">Of one presentation.</param>
/// <param name="Segment">Of one segment.</param>
/// <param name="On">Those that hold on a date.</param>
public readonly record struct SpecialPriceFilter(SiteId? Site, PresentationId? Presentation, PriceSegment? Segment, Day? On)
{
    internal SpecialPriceQuery Query => new(Site, Presentation, Segment, On?.Value);
}
