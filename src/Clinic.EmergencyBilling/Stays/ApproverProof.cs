using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>What an approver types or scans; the secret is in no payload, record or text.</summary>
/// <param name="Person">Who it is said to be; null only for a badge, which names its owner.</param>
/// <param name="Kind">PIN or badge.</param>
/// <param name="Secret">What was typed or scanned.</param>
public sealed record ApproverProof(PersonId? Person, CredentialKind Kind, [property: JsonIgnore] Secret Secret);
