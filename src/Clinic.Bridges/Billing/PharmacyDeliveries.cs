using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.EmergencyBilling.Statements;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Billing;

/// <summary>Reads what left the pharmacy for a visit and did not come back: dispensations, and stock that was handed out directly.</summary>
public sealed class PharmacyDeliveries(IDispensationStore dispensations, IMovementStore ledger, ISiteDirectory sites, IOptions<DispensingOptions> options)
{
    internal async Task<IReadOnlyList<DeliveredPart>> OfAsync(TenantId tenant, ChargedVisit visit, CancellationToken ct) =>
    [
        .. await DispensedAsync(tenant, visit, ct).ConfigureAwait(false),
        .. await HandedOutAsync(tenant, visit, ct).ConfigureAwait(false),
    ];

    private async Task<IEnumerable<DeliveredPart>> DispensedAsync(TenantId tenant, ChargedVisit visit, CancellationToken ct)
    {
        var query = new DispensationQuery { Encounter = visit.Encounter, Site = visit.Site };
        var all = await Pages.AllAsync(p => dispensations.ListAsync(tenant, query, p, ct)).ConfigureAwait(false);
        return all.SelectMany(Parts);
    }

    private IEnumerable<DeliveredPart> Parts(Dispensation d)
    {
        var times = d.HandOvers.ToDictionary(h => h.Id, h => h.At);
        return
            from line in d.Lines
            from account in line.Accounts
            from issue in line.Charged(account, options.Value.ChargesWaste)
            where issue.Quantity > 0
            select new DeliveredPart(
                ChargeReference.Of(d.Id, line.Number, account.Lot), FormattableString.Invariant($"{d.Id}/{line.Number}"), line.Product.Presentation, account.Lot,
                times[issue.HandOver], issue.Quantity);
    }

    // The ledger is asked by patient; what belongs to a dispensation, sale or requisition is charged by that record or not at all.
    private async Task<IEnumerable<DeliveredPart>> HandedOutAsync(TenantId tenant, ChargedVisit visit, CancellationToken ct)
    {
        var here = (await sites.LocationsAsync(tenant, visit.Site, ct).ConfigureAwait(false)).Select(l => l.Id).ToHashSet();
        var query = new MovementQuery { Patient = visit.Patient };
        var mine = (await Pages.AllAsync(p => ledger.ListAsync(tenant, query, p, ct)).ConfigureAwait(false))
            .Where(m => m.Kind is MovementKind.Issue or MovementKind.Return && m.Target?.Encounter == visit.Encounter && !OwnedElsewhere.Is(m.Document)).ToList();
        // A return and whatever is reversed count against the issue that they come from.
        var left = mine.GroupBy(m => m.Returns ?? m.Reverses ?? m.Id).ToDictionary(g => g.Key, g => -g.Sum(m => m.Change.Value));
        return mine.Where(m => m.Kind == MovementKind.Issue && m.Reverses is null && here.Contains(m.Location) && left[m.Id] > 0).Select(m => new DeliveredPart(
            ChargeReference.Of(m.Posting, m.Lot), $"{m.Posting}/{m.Presentation}", m.Presentation, m.Lot, m.Occurred, left[m.Id]));
    }
}
