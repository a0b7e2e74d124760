using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>The whole state of one version of a <see cref="PriceList"/>, as stores keep it.</summary>
/// <param name="Id">The id, the same in every version.</param>
/// <param name="Code">The clinic's own code, unique per tenant; 1 to 40 characters.</param>
/// <param name="Name">The name for people; 1 to 200 characters.</param>
/// <param name="Site">Where it holds; its dates are of this site's zone.</param>
/// <param name="Segment">Who pays these prices.</param>
/// <param name="Currency">The currency of every amount.</param>
/// <param name="TaxInclusive">Whether the prices contain the tax.</param>
/// <param name="Rounding">What happens to a half cent when a line is rounded, once.</param>
/// <param name="From">The first date of the list.</param>
/// <param name="Until">The last date of the list; null for no end.</param>
/// <param name="Effective">The date from which this version holds.</param>
/// <param name="Entries">The prices.</param>
/// <param name="IsRetired">Whether the list ends with the day before this version holds.</param>
/// <param name="Author">Who prepared the version.</param>
/// <param name="Approver">Who approved it; null when nobody needed to.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="At">When it was published.</param>
/// <param name="Version">Counts the versions, from 1.</param>
public sealed record PriceListSnapshot(
    PriceListId Id, string Code, string Name, SiteId Site, PriceSegment Segment, Currency Currency, bool TaxInclusive, MidpointRounding Rounding,
    LocalDate From, LocalDate? Until, LocalDate Effective, IReadOnlyList<PriceEntry> Entries, bool IsRetired,
    PersonId Author, PersonId? Approver, string Reason, Instant At, long Version);
