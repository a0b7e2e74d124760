using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>An event with the time that holds now: its own, or that of the last correction.</summary>
/// <param name="Original">The event as it was first recorded.</param>
/// <param name="Current">The same, or the correction that holds.</param>
public sealed record EffectiveEvent(StayEvent Original, StayEvent Current)
{
    /// <summary>What it says.</summary>
    public StayEventKind Kind => Original.Kind;

    /// <summary>When it happened, as is held now.</summary>
    public Instant At => Current.OccurredAt;

    /// <summary>The end of a carve-out, as is held now.</summary>
    public Instant? Until => Current.Until;

    /// <summary>Whether a correction took the place of its time.</summary>
    public bool IsCorrected => Current != Original;
}
