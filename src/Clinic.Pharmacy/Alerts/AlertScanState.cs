using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>How far the scan of a clinic has come.</summary>
/// <param name="After">The mark after which the next run goes on; null begins a round.</param>
/// <param name="Latest">The latest instant that a run judged by; a clock that lies a little behind is not followed.</param>
/// <param name="Rounds">Rounds finished.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record AlertScanState(string? After, Instant Latest, long Rounds, long Version)
{
    /// <summary>The fact that guards rely on.</summary>
    public static FactKey FactOf(TenantId tenant) => new("pharmacy.alert-scan", tenant.Value);
}
