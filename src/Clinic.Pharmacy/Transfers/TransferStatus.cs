namespace Clinic.Pharmacy.Transfers;

/// <summary>Where the goods of a transfer are.</summary>
public enum TransferStatus
{
    /// <summary>Some or all are on their way.</summary>
    InTransit,

    /// <summary>Everything arrived or was written off.</summary>
    Completed,

    /// <summary>The dispatch was reversed; nothing ever left.</summary>
    Reversed,
}
