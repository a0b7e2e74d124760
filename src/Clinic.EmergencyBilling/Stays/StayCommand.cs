using Clinic.EmergencyBilling.Rights;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>A command about one stored stay.</summary>
public abstract record StayCommand : EmergencyCommand<StayAnswer>
{
    /// <summary>The stay.</summary>
    public required StayId Stay { get; init; }

    /// <summary>The version the caller read; null to act on whatever is stored.</summary>
    public long? Version { get; init; }

    /// <summary>Where the command came from.</summary>
    public StaySource Source { get; init; }

    /// <summary>Why; at most 300 characters, and never in events, notes or logs.</summary>
    public string? Reason { get; init; }

    internal abstract EmergencyAct Act { get; }

    internal virtual StayTrigger Trigger => throw new InvalidOperationException("Care has triggers of its own.");

    internal virtual StayEvent Fill(StayEvent entry) => entry with { Reason = Reason };
}
