using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>What the buyer hands over at the till.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Amount">What counts towards the sale; more than zero.</param>
/// <param name="Given">For cash, the notes and coins handed over; null means exactly the amount.</param>
/// <param name="Reference">The number of the voucher, transfer or approval; at most 60 characters.</param>
/// <param name="Department">The department, for credit to one.</param>
public sealed record Payment(PaymentKind Kind, Money Amount, Money? Given = null, string? Reference = null, DepartmentId? Department = null);
