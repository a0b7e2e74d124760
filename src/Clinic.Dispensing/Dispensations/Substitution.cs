using Clinic.Abstractions;
using Clinic.Dispensing.HandOvers;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>What a line was before another product took its place.</summary>
/// <param name="Original">The presentation that was asked for.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="By">Who substituted.</param>
/// <param name="At">When.</param>
/// <param name="Confirmed">The prescriber who confirmed it, where one must; null otherwise.</param>
public sealed record Substitution(PresentationId Original, string Reason, PersonId By, Instant At, AuthenticationRecord? Confirmed = null)
{
    /// <summary>The original only.</summary>
    public override string ToString() => Original.ToString();
}
