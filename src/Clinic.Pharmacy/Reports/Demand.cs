using Clinic.Abstractions;

namespace Clinic.Pharmacy.Reports;

/// <summary>How much of a presentation was asked for, and how much was given.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Asked">What was asked for, in base units.</param>
/// <param name="Given">What was given of it; never more than asked.</param>
public sealed record Demand(PresentationId Presentation, decimal Asked, decimal Given);
