namespace Clinic.Pharmacy.Alerts;

/// <summary>Closes an alert; while its cause lasts it is not raised again.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Note">What was done; at most 500 characters.</param>
public sealed record ResolveAlert(AlertId Alert, long Version, string? Note = null) : PharmacyCommand<AlertAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.resolve-alert";
}
