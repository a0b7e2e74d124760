using Clinic.Pharmacy.Recalls;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Writes down what shall go back to a supplier; lots of any status and age may.</summary>
public sealed record DraftSupplierReturn : PharmacyCommand<SupplierReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.draft-supplier-return";

    /// <summary>Who takes the goods back; the one that delivered them.</summary>
    public required string Supplier { get; init; }

    /// <summary>Why.</summary>
    public required SupplierReturnReason Reason { get; init; }

    /// <summary>The recall behind it, or null.</summary>
    public RecallCampaignId? Campaign { get; init; }

    /// <summary>More about it; at most 200 characters, needed where the reason is another one.</summary>
    public string? Note { get; init; }

    /// <summary>The lots, each place once.</summary>
    public required IReadOnlyList<ReturnedGoods> Goods { get; init; }
}
