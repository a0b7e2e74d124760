using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>A new price list as people enter it; it holds at the site of the command.</summary>
/// <param name="Code">The clinic's own code, unique per tenant; 1 to 40 characters.</param>
/// <param name="Name">The name for people; 1 to 200 characters.</param>
/// <param name="Segment">Who pays these prices.</param>
/// <param name="Currency">The currency of every amount.</param>
/// <param name="TaxInclusive">Whether the prices contain the tax.</param>
/// <param name="From">The first date; today or later.</param>
/// <param name="Entries">The prices; at least one.</param>
/// <param name="Until">The last date; null for no end.</param>
/// <param name="Rounding">What happens to a half cent of a line; away from zero unless said.</param>
public sealed record PriceListData(
    string Code, string Name, PriceSegment Segment, Currency Currency, bool TaxInclusive, LocalDate From, IReadOnlyList<PriceEntry> Entries,
    LocalDate? Until = null, MidpointRounding Rounding = MidpointRounding.AwayFromZero);
