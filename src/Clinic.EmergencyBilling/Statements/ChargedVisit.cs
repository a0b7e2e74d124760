using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>The visit whose charges are asked for, and who will owe them.</summary>
/// <param name="Site">The site; charges of other sites are not its own.</param>
/// <param name="Encounter">The visit.</param>
/// <param name="Patient">The patient, for prices of one patient.</param>
/// <param name="Payer">The code of the payer on whose invoice they will stand; null for the patient.</param>
public sealed record ChargedVisit(SiteId Site, EncounterId Encounter, PatientId Patient, string? Payer);
