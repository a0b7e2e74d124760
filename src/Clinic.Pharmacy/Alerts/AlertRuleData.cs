namespace Clinic.Pharmacy.Alerts;

/// <summary>What a person says about a rule.</summary>
/// <param name="Scope">Which products and places; all unless said.</param>
/// <param name="Settings">How it judges; by the options unless said.</param>
/// <param name="To">Who is told at once; nobody unless said.</param>
/// <param name="Escalations">Who is told when nobody answers; nobody unless said.</param>
/// <param name="IsEnabled">False silences what it is the most particular rule for.</param>
public sealed record AlertRuleData(
    AlertScope? Scope = null, AlertSettings? Settings = null, AlertRecipients? To = null, IReadOnlyList<AlertEscalation>? Escalations = null, bool IsEnabled = true);
