using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>A difference that nobody has resolved.</summary>
/// <param name="Key">The same text as long as it is the same difference; at most 120 characters.</param>
/// <param name="Kind">What it is, such as <c>ReturnDiffers</c>.</param>
/// <param name="Opened">Since when it is open.</param>
/// <param name="Department">The department that answers for it, or null.</param>
/// <param name="Presentation">The presentation, or null.</param>
public sealed record OpenDiscrepancy(string Key, string Kind, Instant Opened, DepartmentId? Department = null, PresentationId? Presentation = null);
