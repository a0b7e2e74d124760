using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Exporting;

/// <summary>One entry of the audit as a patient takes it along.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, such as <c>transcript.read</c>.</param>
/// <param name="Subject">To which thing.</param>
public sealed record ExportedAccess(Instant At, PersonId Actor, string Action, string Subject);
