using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>What goes back to the buyer by one kind of payment.</summary>
/// <param name="Kind">By what; at most what was paid that way.</param>
/// <param name="Amount">How much; more than zero.</param>
public sealed record Refund(PaymentKind Kind, Money Amount);
