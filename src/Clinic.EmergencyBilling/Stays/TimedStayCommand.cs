using System.Text.Json.Serialization;
using NodaTime;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>A command that says when something happened: an instant, a local time as typed, or now.</summary>
public abstract record TimedStayCommand : StayCommand
{
    /// <summary>When; null for now, or for the local time.</summary>
    public Instant? At { get; init; }

    /// <summary>When, as typed on the wall clock of the site; null for now, or for the instant.</summary>
    public LocalEntry? AtLocal { get; init; }

    /// <summary>The second person, where what is entered needs one.</summary>
    public ApproverProof? Approver { get; init; }

    /// <summary>The station, 1 to 100 characters; a command repeated from another one is still the same.</summary>
    [JsonIgnore]
    public string Device { get; init; } = "station";
}
