namespace Clinic.Pharmacy.Recalls;

/// <summary>How somebody tried to reach a recipient.</summary>
public enum RecallChannel
{
    /// <summary>Face to face.</summary>
    InPerson,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By mail or message.</summary>
    Message,

    /// <summary>By letter.</summary>
    Letter,
}
