using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Which lots a campaign is about, those received later included.</summary>
/// <param name="Basis">By what they are found.</param>
/// <param name="Presentation">The presentation of the lot number; for a GTIN the one that carries it, if any.</param>
/// <param name="Number">The lot number, exactly as printed.</param>
/// <param name="Gtin">The GTIN.</param>
/// <param name="Supplier">The supplier's name, compared without regard to case.</param>
/// <param name="From">Received at or after; null takes all.</param>
/// <param name="Until">Received before; null takes all.</param>
public sealed record RecallScope(
    RecallBasis Basis, PresentationId? Presentation = null, LotNumber? Number = null, Gtin? Gtin = null, string? Supplier = null, Instant? From = null,
    Instant? Until = null)
{
    /// <summary>A manufacturer's lot number.</summary>
    public static RecallScope OfNumber(PresentationId presentation, LotNumber number) => new(RecallBasis.LotNumber, presentation, number);

    /// <summary>Everything under a GTIN.</summary>
    public static RecallScope OfGtin(Gtin gtin) => new(RecallBasis.Gtin, Gtin: gtin);

    /// <summary>Everything of a supplier in a period.</summary>
    public static RecallScope OfSupplier(string supplier, Instant? from = null, Instant? until = null) =>
        new(RecallBasis.Supplier, Supplier: supplier, From: from, Until: until);

    /// <summary>Whether a lot belongs to it. Pure.</summary>
    public bool Takes(LotSnapshot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return Basis switch
        {
            RecallBasis.LotNumber => lot.Presentation == Presentation && lot.Number == Number,
            RecallBasis.Gtin => (Presentation is not null && lot.Presentation == Presentation) || (lot.Gtin is { } under && under == Gtin),
            _ => string.Equals(lot.Supplier, Supplier, StringComparison.OrdinalIgnoreCase)
                && (From is not { } from || lot.Received >= from) && (Until is not { } until || lot.Received < until),
        };
    }

    internal bool IsSound => Basis switch
    {
        RecallBasis.LotNumber => Presentation is { } p && p != default && Number is { } n && n != default && Gtin is null && Supplier is null && From is null && Until is null,
        RecallBasis.Gtin => Gtin is { IsEmpty: false } && Number is null && Supplier is null && From is null && Until is null,
        RecallBasis.Supplier => TextForm.IsText(Supplier, 200) && Presentation is null && Number is null && Gtin is null && !(From >= Until),
        _ => false,
    };
}
