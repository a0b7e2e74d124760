using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>A site with its locations, as a scan sees it.</summary>
/// <param name="Site">The site.</param>
/// <param name="Locations">All of its locations.</param>
public sealed record AlertScanSite(Site Site, IReadOnlyList<Location> Locations);
