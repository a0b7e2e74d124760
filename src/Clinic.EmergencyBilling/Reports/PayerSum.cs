using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What of a whole period is owed under one payer in one currency; credited bills are left out.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Payer">The payer; null for patients alone.</param>
/// <param name="Stays">How many bills that were not credited have lines under this payer.</param>
/// <param name="Total">All of it, with tax.</param>
/// <param name="ByPayer">What the payer takes.</param>
/// <param name="ByPatient">The patients' rest.</param>
public sealed record PayerSum(Currency Currency, string? Payer, int Stays, decimal Total, decimal ByPayer, decimal ByPatient);
