namespace Clinic.Benchmarks.Stores;

/// <summary>A lot on a shelf as Dapper maps it.</summary>
internal sealed class CandidateRow
{
    public string Id { get; set; } = "";

    public string PresentationId { get; set; } = "";

    public string SiteId { get; set; } = "";

    public string Number { get; set; } = "";

    public string? Expiration { get; set; }

    public string? ExpirationRaw { get; set; }

    public long UnitCost { get; set; }

    public string Currency { get; set; } = "";

    public int LotScale { get; set; }

    public long Received { get; set; }

    public string? Supplier { get; set; }

    public string? ReceiptId { get; set; }

    public string? Gtin { get; set; }

    public string Status { get; set; } = "";

    public long Version { get; set; }

    public string LocationId { get; set; } = "";

    public long OnHand { get; set; }

    public long Reserved { get; set; }

    public int Scale { get; set; }
}
