using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>What was counted of one kind of payment.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Amount">How much lies there; for cash with the float.</param>
public sealed record CountedKind(PaymentKind Kind, Money Amount);
