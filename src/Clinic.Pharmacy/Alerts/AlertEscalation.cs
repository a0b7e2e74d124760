using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Who is told next when nobody answers.</summary>
/// <param name="After">How long after the alert was raised.</param>
/// <param name="To">Who.</param>
public sealed record AlertEscalation(Duration After, AlertRecipients To);
