using Clinic.Abstractions;

namespace Clinic.Pharmacy.Lots;

/// <summary>Holds, quarantines, approves or condemns one lot; recall goes by number.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Trigger">What happens; not recall.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record ChangeLotStatus(LotId Lot, long Version, LotTrigger Trigger, string Reason) : PharmacyCommand<LotStatusAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.change-lot-status";
}
