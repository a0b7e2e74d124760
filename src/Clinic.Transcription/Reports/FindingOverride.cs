using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports;

/// <summary>A physician's words on why a finding does not stop the signature.</summary>
/// <param name="Finding">The key of the finding.</param>
/// <param name="Words">Why.</param>
/// <param name="By">Who stands by it.</param>
/// <param name="At">When.</param>
public sealed record FindingOverride(string Finding, string Words, PersonId By, Instant At)
{
    /// <summary>The key only; words may tell of the patient.</summary>
    public override string ToString() => $"{nameof(FindingOverride)} of {Finding}";
}
