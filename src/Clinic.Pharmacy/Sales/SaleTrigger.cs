namespace Clinic.Pharmacy.Sales;

/// <summary>What changes the status of a sale.</summary>
public enum SaleTrigger
{
    /// <summary>Lines are added, changed or removed.</summary>
    Change,

    /// <summary>Paid and handed over.</summary>
    Complete,

    /// <summary>Part of what is still out comes back.</summary>
    ReturnPart,

    /// <summary>The rest of what is still out comes back.</summary>
    ReturnRest,

    /// <summary>Given up, or taken back as a whole.</summary>
    Cancel,
}
