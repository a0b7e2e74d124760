namespace Clinic.Pharmacy.Alerts;

/// <summary>The whole state of an <see cref="AlertRule"/>, as stores keep it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What it warns of.</param>
/// <param name="Scope">Which products and places.</param>
/// <param name="Settings">How it judges.</param>
/// <param name="To">Who is told at once.</param>
/// <param name="Escalations">Who is told when nobody answers, soonest first.</param>
/// <param name="IsEnabled">False silences what it is the most particular rule for.</param>
/// <param name="IsRetired">Whether it no longer counts.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record AlertRuleSnapshot(
    AlertRuleId Id, AlertKind Kind, AlertScope Scope, AlertSettings Settings, AlertRecipients To, IReadOnlyList<AlertEscalation> Escalations,
    bool IsEnabled, bool IsRetired, long Version);
