namespace Clinic.Dispensing.Billing;

/// <summary>What comparing deliveries with the bill says of a line; exactly one of the four.</summary>
public enum MatchKind
{
    /// <summary>Delivered and billed alike.</summary>
    Matched,

    /// <summary>Delivered and not billed.</summary>
    Missing,

    /// <summary>Billed and not delivered.</summary>
    Extra,

    /// <summary>Delivered and billed in different quantities.</summary>
    Different,
}
