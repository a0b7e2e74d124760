namespace Clinic.EmergencyBilling.Statements;

/// <summary>What a payer and the patient owe of the lines under that payer.</summary>
/// <param name="Payer">The payer, or null for the patient alone.</param>
/// <param name="Total">All of it, with tax.</param>
/// <param name="ByPayer">What the payer takes.</param>
/// <param name="ByPatient">The rest.</param>
public sealed record ChargePayer(string? Payer, decimal Total, decimal ByPayer, decimal ByPatient);
