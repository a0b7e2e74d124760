using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Notes how far a scan has come.</summary>
/// <param name="After">The mark after which the next run goes on; null begins a round.</param>
/// <param name="At">The instant it judged by.</param>
/// <param name="Version">The version of the state it began with; 0 for the first run.</param>
public sealed record NoteAlertScan(string? After, Instant At, long Version) : PharmacyCommand<AlertScanAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.note-alert-scan";
}
