namespace Clinic.Abstractions;

/// <summary>The ways in which a person proves who they are.</summary>
public enum CredentialKind
{
    /// <summary>Signs in. 10 to 128 characters by default.</summary>
    Password,

    /// <summary>Confirms an act at a station, never signs in. 4 to 12 digits.</summary>
    Pin,

    /// <summary>The number on a badge; confirms an act, never signs in. 6 to 64 characters.</summary>
    Badge,
}
