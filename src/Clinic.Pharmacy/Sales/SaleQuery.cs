using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Shifts;

namespace Clinic.Pharmacy.Sales;

/// <summary>Which sales are asked for; every part that is null takes all.</summary>
/// <param name="Status">In one status.</param>
/// <param name="Shift">Paid in one shift.</param>
/// <param name="Patient">For one patient.</param>
/// <param name="Cashier">By one cashier.</param>
/// <param name="Site">At one site.</param>
public sealed record SaleQuery(SaleStatus? Status = null, ShiftId? Shift = null, PatientId? Patient = null, PersonId? Cashier = null, SiteId? Site = null);
