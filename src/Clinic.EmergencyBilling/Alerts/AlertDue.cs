using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>The next level to fire, and the first second at which its clock stands over the threshold.</summary>
/// <remarks>The instant may have passed already: then it is due at once.</remarks>
/// <param name="Rule">The rule and its level.</param>
/// <param name="At">When it is due.</param>
public readonly record struct AlertDue(AlertRule Rule, Instant At)
{
    /// <summary>What to remember once it fired.</summary>
    public AlertMark Mark => new(Rule.Code, Rule.Level);
}
