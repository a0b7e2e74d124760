namespace Clinic.Dispensing.Billing;

/// <summary>A billed line with its quantity in the account unit of the product.</summary>
internal sealed record AccountedBill(BilledLine Line, decimal Quantity);
