using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Who pays for what, and how urgent it is, from an instant on.</summary>
/// <param name="From">From when on it holds, inclusive.</param>
/// <param name="Payer">The code of the payer, or null for the patient alone.</param>
/// <param name="ServiceLine">The code of the service line, or null.</param>
/// <param name="Acuity">The acuity, or null before triage.</param>
public sealed record StayTerms(Instant From, string? Payer = null, string? ServiceLine = null, AcuityLevel? Acuity = null);
