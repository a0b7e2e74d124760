using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Finds what lies at a location, with class, value and last count of each lot.</summary>
internal sealed class CountList(
    IStockStore stock, ICountStore counts, IPresentationStore presentations, IMedicationStore medications, CountSessionOptions options)
{
    /// <summary>Every lot that lies at a location, by presentation, lot and location id.</summary>
    public async Task<IReadOnlyList<CountableLot>> AtAsync(TenantId tenant, LocationId location, CancellationToken ct)
    {
        var lying = new List<LotStock>();
        await foreach (var one in Pages.AllAsync(p => stock.ListAsync(tenant, new StockQuery(Location: location), p, ct)).ConfigureAwait(false)) lying.Add(one);
        var values = lying.GroupBy(s => s.Lot.Presentation).ToDictionary(g => g.Key, g => g.Sum(s => s.Value.Amount));
        var classes = ValueClasses.Of(values, (decimal)options.ShareOfA, (decimal)options.ShareOfB);
        var controlled = new Dictionary<PresentationId, (MedicationId Medication, bool IsControlled)>();
        foreach (var id in values.Keys) controlled.Add(id, await KindAsync(tenant, id, ct).ConfigureAwait(false));
        var all = new List<CountableLot>();
        foreach (var s in lying)
        {
            var last = await counts.LatestAsync(tenant, s.Lot.Id, location, ct).ConfigureAwait(false);
            var kind = controlled[s.Lot.Presentation];
            all.Add(new(s, kind.Medication, kind.IsControlled, classes[s.Lot.Presentation], last?.Occurred, last?.Id));
        }

        return all;
    }

    /// <summary>The list of a session, within its scope.</summary>
    public async Task<IReadOnlyList<CountSessionLine>> FreezeAsync(TenantId tenant, CountSessionSnapshot session, Instant now, CancellationToken ct)
    {
        var all = await AtAsync(tenant, session.Location, ct).ConfigureAwait(false);
        return [.. all.Where(c => IsWithin(c, session.Scope, now)).Select(c => Line(c.Stock.Lot, c.IsControlled, c.Stock.OnHand, isFound: false))];
    }

    /// <summary>A lot that was found although it is not on the list.</summary>
    public async Task<CountSessionLine> FoundAsync(TenantId tenant, Lot lot, LocationId location, CancellationToken ct)
    {
        var kind = await KindAsync(tenant, lot.Presentation, ct).ConfigureAwait(false);
        var lying = await stock.FindAsync(tenant, lot.Id, location, ct).ConfigureAwait(false);
        return Line(lot, kind.IsControlled, lying?.OnHand ?? StockQuantity.Zero(lot.Scale), isFound: true);
    }

    private async Task<(MedicationId Medication, bool IsControlled)> KindAsync(TenantId tenant, PresentationId id, CancellationToken ct)
    {
        var presentation = await presentations.FindAsync(tenant, id, ct).ConfigureAwait(false)
            ?? throw new PharmacyException(PharmacyRules.PresentationUnknown, ("presentation", id));
        var medication = await medications.FindAsync(tenant, presentation.Medication, ct).ConfigureAwait(false);
        return (presentation.Medication, medication is { Controlled: not ControlledClass.None });
    }

    private static CountSessionLine Line(Lot lot, bool isControlled, StockQuantity frozen, bool isFound) =>
        new(lot.Id, lot.Number, lot.Expiration?.Plain(), lot.Presentation, lot.UnitCost, isControlled, isFound, frozen, null, 0, []);

    private static bool IsWithin(CountableLot lot, CountScope scope, Instant now) =>
        (scope.Medication is null || lot.Medication == scope.Medication)
        && (!scope.ControlledOnly || lot.IsControlled)
        && (scope.Class is null || lot.Class == scope.Class)
        && (scope.NotCountedForDays is not { } days || lot.LastCounted is not { } last || last <= now - Duration.FromDays(days));
}
