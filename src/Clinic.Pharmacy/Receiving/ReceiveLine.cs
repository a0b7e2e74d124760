using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Receiving;

/// <summary>One lot of a delivery, typed or scanned; what both say must agree.</summary>
public sealed record ReceiveLine
{
    /// <summary>The presentation; may be missing when the scan carries a GTIN.</summary>
    public PresentationId? Presentation { get; init; }

    /// <summary>The GS1 element string as it came from the scanner, or null.</summary>
    public string? Scan { get; init; }

    /// <summary>The manufacturer's lot number; may be missing when it was scanned.</summary>
    public LotNumber? LotNumber { get; init; }

    /// <summary>The expiration date; may be missing when it was scanned or the number is known.</summary>
    public ExpirationDate? Expiration { get; init; }

    /// <summary>What was paid for, in the base unit or a pack.</summary>
    public required Quantity Paid { get; init; }

    /// <summary>What came free of charge, in the base unit or a pack; null for none.</summary>
    public Quantity? Free { get; init; }

    /// <summary>What was paid for the line in all, in the currency of the site.</summary>
    public required Money Price { get; init; }

    /// <summary>Says that a cost far from the last one is right.</summary>
    public bool ConfirmCost { get; init; }
}
