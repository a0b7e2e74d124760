using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>The second person who stood by what was entered late, or after the close.</summary>
/// <param name="Approver">Who approved; never who entered it.</param>
/// <param name="Kind">How the approver was known.</param>
/// <param name="At">When.</param>
public sealed record StayApproval(PersonId Approver, CredentialKind Kind, Instant At);
