namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>How a payer and the patient share the total: copayment first, then a percentage, then a limit.</summary>
/// <param name="Copay">What the patient pays first.</param>
/// <param name="PayerPercent">What the payer takes of the rest, 0 to 100 with up to four decimals.</param>
/// <param name="PayerLimit">The most the payer pays; null for no limit.</param>
public sealed record PayerSplit(decimal Copay, decimal PayerPercent, decimal? PayerLimit);
