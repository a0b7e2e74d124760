using Clinic.Abstractions;
using Clinic.Pharmacy.Receiving;

namespace Clinic.Pharmacy.Stock;

/// <summary>The facts that audit entries and guards name.</summary>
public static class PharmacyFacts
{
    /// <summary>A posting of the ledger.</summary>
    public static FactKey Posting(PostingId posting) => new("pharmacy.posting", posting.Value);

    /// <summary>A receipt.</summary>
    public static FactKey Receipt(ReceiptId receipt) => new("pharmacy.receipt", receipt.Value);

    /// <summary>The balance of a lot, at whichever location.</summary>
    public static FactKey Balance(LotId lot) => new("pharmacy.balance", lot.Value);
}
