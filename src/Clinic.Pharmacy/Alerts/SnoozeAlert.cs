using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Puts an alert off.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Until">When it opens again.</param>
/// <param name="Note">Why; at most 500 characters.</param>
public sealed record SnoozeAlert(AlertId Alert, long Version, Instant Until, string? Note = null) : PharmacyCommand<AlertAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.snooze-alert";
}
