using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What an alert is about.</summary>
/// <param name="Site">The site, or null where it is not known.</param>
/// <param name="Department">The department, or null for a site as a whole.</param>
/// <param name="Location">The location, or null.</param>
/// <param name="Presentation">The presentation, or null.</param>
/// <param name="Lot">The lot, or null.</param>
public sealed record AlertPlace(
    SiteId? Site = null, DepartmentId? Department = null, LocationId? Location = null, PresentationId? Presentation = null, LotId? Lot = null);
