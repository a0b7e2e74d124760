using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Dispensing.Closing;

/// <summary>Sets used, returned and wasted against delivered, lot by lot; from the accounts, or anew from the logs.</summary>
public static class Reconciliation
{
    /// <summary>One row per delivered lot, as the accounts say.</summary>
    public static IReadOnlyList<ReconciliationRow> Of(Dispensation dispensation)
    {
        ArgumentNullException.ThrowIfNull(dispensation);
        return
        [
            .. dispensation.Lines.SelectMany(l => l.Accounts.Select(a => new ReconciliationRow(
                l.Number, a.Lot, a.Number, l.Product.AccountUnit, a.Delivered, a.Used, a.Returned, a.Wasted, a.Booked, a.PendingReturn))),
        ];
    }

    /// <summary>One row per delivered lot, recomputed from hand-overs, doses, returns and waste; linear in their number.</summary>
    public static IReadOnlyList<ReconciliationRow> Recompute(Dispensation dispensation, IEnumerable<DoseEntry> doses, IEnumerable<WasteEntry> wastes)
    {
        ArgumentNullException.ThrowIfNull(dispensation);
        ArgumentNullException.ThrowIfNull(doses);
        ArgumentNullException.ThrowIfNull(wastes);
        var used = new Dictionary<(int, LotId), decimal>();
        foreach (var dose in doses) used[(dose.Line, dose.Lot)] = used.GetValueOrDefault((dose.Line, dose.Lot)) + dose.Effect;
        var wasted = new Dictionary<(int, LotId), decimal>();
        foreach (var waste in wastes) wasted[(waste.Line, waste.Lot)] = wasted.GetValueOrDefault((waste.Line, waste.Lot)) + waste.Effect;
        var delivered = new Dictionary<(int, LotId), decimal>();
        foreach (var part in dispensation.HandOvers.SelectMany(h => h.Parts)) delivered[(part.Line, part.Lot)] = delivered.GetValueOrDefault((part.Line, part.Lot)) + part.Quantity;
        var returned = dispensation.Returns.Where(r => !r.IsPending).ToLookup(r => (r.Line, r.Lot), r => r.Counted!.Value);
        var pending = dispensation.Returns.Where(r => r.IsPending).ToLookup(r => (r.Line, r.Lot), r => r.Declared);
        return
        [
            .. dispensation.Lines.SelectMany(l => l.Accounts.Select(a =>
            {
                var key = (l.Number, a.Lot);
                return new ReconciliationRow(
                    l.Number, a.Lot, a.Number, l.Product.AccountUnit, l.Product.ToAccount(delivered.GetValueOrDefault(key)), used.GetValueOrDefault(key),
                    returned[key].Sum(), wasted.GetValueOrDefault(key), a.Booked, pending[key].Sum());
            })),
        ];
    }
}
