using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Stock;

/// <summary>What should be kept aside for a line.</summary>
/// <param name="Owner">The dispensation.</param>
/// <param name="From">Where the stock lies.</param>
/// <param name="Presentation">What is kept.</param>
/// <param name="Quantity">How much, in base units.</param>
/// <param name="Unit">The base unit.</param>
/// <param name="Expires">Until when it is kept.</param>
/// <param name="UsableThrough">The date through which lots must be usable; null means today.</param>
/// <param name="MayBePartial">Whether less than asked is welcome.</param>
/// <param name="Lots">The lots that a person chose; null leaves the choice to the pharmacy.</param>
/// <param name="Replacing">Reservations of the owner that this one replaces, whose stock may be kept again; one that is gone is no error.</param>
public sealed record StockWish(
    string Owner, LocationId From, PresentationId Presentation, decimal Quantity, UnitCode Unit, Instant Expires, LocalDate? UsableThrough,
    bool MayBePartial, IReadOnlyList<LotChoice>? Lots, IReadOnlyList<Guid> Replacing);
