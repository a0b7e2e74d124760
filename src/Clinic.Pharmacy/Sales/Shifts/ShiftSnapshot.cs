using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>The whole state of a <see cref="CashierShift"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Site">The site of the till.</param>
/// <param name="Cashier">Whose shift it is.</param>
/// <param name="Float">The cash in the till at the opening.</param>
/// <param name="Opened">When it was opened.</param>
/// <param name="Totals">What went through, per kind that moved, in the order of the kinds.</param>
/// <param name="Status">Whether it is open.</param>
/// <param name="Closed">When it was closed, or null.</param>
/// <param name="ClosedBy">Who counted and signed, or null.</param>
/// <param name="Reason">Why counted and expected differ, or why somebody else closed it; null when neither.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record ShiftSnapshot(
    ShiftId Id, SiteId Site, PersonId Cashier, Money Float, Instant Opened, IReadOnlyList<KindTotal> Totals, ShiftStatus Status, Instant? Closed,
    PersonId? ClosedBy, string? Reason, long Version);
