using Clinic.Abstractions;

namespace Clinic.Pharmacy.Lots;

/// <summary>Recalls every receipt of a manufacturer's lot number at once.</summary>
/// <param name="Presentation">The presentation.</param>
/// <param name="Number">The number, exactly as printed.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Document">The notice of the manufacturer or authority; at most 60 characters.</param>
public sealed record RecallLots(PresentationId Presentation, LotNumber Number, string Reason, string? Document = null) : PharmacyCommand<RecallAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.recall-lots";
}
