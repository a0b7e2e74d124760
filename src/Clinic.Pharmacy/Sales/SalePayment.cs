using Clinic.Abstractions;
using Clinic.Pharmacy.Sales.Shifts;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>Money that came in for a sale or went back; never a negative amount.</summary>
/// <param name="Number">The place in the sale, from 1.</param>
/// <param name="Kind">By what.</param>
/// <param name="Amount">How much; more than zero.</param>
/// <param name="IsRefund">Whether it went back to the buyer.</param>
/// <param name="Given">For cash, what was handed over.</param>
/// <param name="Reference">The number of the voucher, transfer or approval.</param>
/// <param name="Department">The department, for credit to one.</param>
/// <param name="Shift">The shift in whose till it counts.</param>
/// <param name="At">When.</param>
/// <param name="By">Who took or gave it.</param>
/// <param name="Return">The return it belongs to, from 1; null for the sale itself and its cancellation.</param>
public sealed record SalePayment(
    int Number, PaymentKind Kind, Money Amount, bool IsRefund, Money? Given, string? Reference, DepartmentId? Department, ShiftId Shift, Instant At,
    PersonId By, int? Return = null)
{
    /// <summary>What the buyer got back of the notes handed over.</summary>
    public Money Change => Given is { } given ? given - Amount : Money.Zero(Amount.Currency);
}
