using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>The whole state of a stay, as stores keep it.</summary>
public sealed record StaySnapshot
{
    /// <summary>The id.</summary>
    public required StayId Id { get; init; }

    /// <summary>The site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>The zone of the site when the patient was registered, as an IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>The patient.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>The visit, which other charges and deliveries name too.</summary>
    public required EncounterId Encounter { get; init; }

    /// <summary>Where it stands on its way to a settled bill.</summary>
    public required StayStatus Status { get; init; }

    /// <summary>How far care has come.</summary>
    public required ClinicalStatus Clinical { get; init; }

    /// <summary>The log in the order of recording; the first entry is the registration.</summary>
    public required IReadOnlyList<StayEvent> Events { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
