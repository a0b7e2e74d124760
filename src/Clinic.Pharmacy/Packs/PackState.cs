namespace Clinic.Pharmacy.Packs;

/// <summary>What a registry of packs says of one.</summary>
public enum PackState
{
    /// <summary>The registry does not know it, or knows other data of it: perhaps falsified.</summary>
    Unknown,

    /// <summary>It may be supplied.</summary>
    Active,

    /// <summary>It was supplied to a patient.</summary>
    Supplied,

    /// <summary>It was destroyed.</summary>
    Destroyed,

    /// <summary>Its lot was recalled.</summary>
    Recalled,

    /// <summary>It was reported stolen.</summary>
    Stolen,
}
