namespace Clinic.Pharmacy.Adjusting;

/// <summary>Why stock was discarded.</summary>
public enum WasteKind
{
    /// <summary>Past its expiration date.</summary>
    Expired,

    /// <summary>Broken or spilt.</summary>
    Broken,

    /// <summary>Contaminated, or its cold chain was interrupted.</summary>
    Contaminated,

    /// <summary>The rest of an opened container.</summary>
    OpenedRemainder,

    /// <summary>Recalled and destroyed.</summary>
    Recalled,

    /// <summary>Lost; nobody knows where it is.</summary>
    Lost,
}
