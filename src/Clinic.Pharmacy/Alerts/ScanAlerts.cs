using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Judges one presentation, or the open discrepancies, and writes down what changed.</summary>
/// <param name="Presentation">The presentation; null for the discrepancies.</param>
/// <param name="At">The instant it is judged by.</param>
public sealed record ScanAlerts(PresentationId? Presentation, Instant At) : PharmacyCommand<AlertScanAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.scan-alerts";
}
