using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Everything that is known about one presentation when it is judged.</summary>
/// <param name="Now">The instant it is judged by.</param>
/// <param name="Sites">The sites.</param>
/// <param name="Presentation">The presentation.</param>
/// <param name="Medication">Its medication, or null.</param>
/// <param name="Stock">What lies of it, everywhere.</param>
/// <param name="History">Its movements, as far back as the longest window.</param>
public sealed record AlertScanInput(
    Instant Now, IReadOnlyList<AlertScanSite> Sites, Presentation Presentation, Medication? Medication, IReadOnlyList<LotStock> Stock, ConsumptionHistory History);
