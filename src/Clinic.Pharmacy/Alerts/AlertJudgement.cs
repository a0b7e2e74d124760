namespace Clinic.Pharmacy.Alerts;

/// <summary>By what a thing is judged.</summary>
/// <param name="Rule">The rule, or null for the options.</param>
/// <param name="Settings">Its settings with nothing left open.</param>
public sealed record AlertJudgement(AlertRule? Rule, AlertSettings Settings);
