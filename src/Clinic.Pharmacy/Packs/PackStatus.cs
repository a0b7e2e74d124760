using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Packs;

/// <summary>How a pack stands in the registry.</summary>
/// <param name="State">The state.</param>
/// <param name="Site">The site that decommissioned it, or null.</param>
/// <param name="Since">When it did, or null.</param>
public sealed record PackStatus(PackState State, SiteId? Site = null, Instant? Since = null);
