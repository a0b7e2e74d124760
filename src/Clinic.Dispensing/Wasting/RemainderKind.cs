namespace Clinic.Dispensing.Wasting;

/// <summary>Why part of a delivery was discarded.</summary>
public enum RemainderKind
{
    /// <summary>The rest of an opened container.</summary>
    OpenedRemainder,

    /// <summary>Broken or spilt.</summary>
    Broken,

    /// <summary>Past its date or its time after opening.</summary>
    Expired,

    /// <summary>The patient refused it.</summary>
    RefusedByPatient,

    /// <summary>Contaminated, or its cold chain was interrupted.</summary>
    Contaminated,

    /// <summary>What a container held above its label; counts against nothing.</summary>
    Overfill,
}
