namespace Clinic.Pharmacy.Recalls;

/// <summary>By what the lots of a campaign are found.</summary>
public enum RecallBasis
{
    /// <summary>A manufacturer's lot number of one presentation.</summary>
    LotNumber,

    /// <summary>A GTIN: every lot of its presentation, and every lot received under it.</summary>
    Gtin,

    /// <summary>Everything that a supplier delivered in a period.</summary>
    Supplier,
}
