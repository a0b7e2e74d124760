using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Requesting;

/// <summary>One product that is asked for.</summary>
/// <param name="Presentation">The product; once per request.</param>
/// <param name="Quantity">How much, in the base unit or a pack.</param>
/// <param name="Directions">How to use it; at most 500 characters, or null.</param>
/// <param name="UsableThrough">The end of the treatment, or null.</param>
/// <param name="MaySubstitute">Whether another product may take its place.</param>
public sealed record RequestLine(
    PresentationId Presentation, Quantity Quantity, string? Directions = null, LocalDate? UsableThrough = null, bool MaySubstitute = false)
{
    /// <summary>The product only; directions are private.</summary>
    public override string ToString() => Presentation.ToString();
}
