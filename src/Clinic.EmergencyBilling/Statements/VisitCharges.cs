using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>What other domains charge to the visit of a stay and no invoice says yet.</summary>
internal sealed class VisitCharges(IStayInvoiceStore invoices, IStayStore stays, EmergencyBillingOptions options, IOtherCharges? others)
{
    /// <summary>Everything that is charged to the visit, and what of it is left to be invoiced.</summary>
    public async Task<(IReadOnlyList<OtherCharge> All, IReadOnlyList<OtherCharge> Left)> OfAsync(TenantId tenant, EmergencyStay stay, CancellationToken ct)
    {
        if (others is null || stay.IsVoid) return ([], []);
        var payer = options.OtherChargesGoTo == OtherChargesGoTo.Payer ? stay.Payer : null;
        var charges = await others.OfAsync(tenant, new(stay.Site, stay.Encounter, stay.Patient, payer), ct).ConfigureAwait(false);
        return (charges, ChargesLeft.Of(charges, await invoices.OfEncounterAsync(tenant, stay.Encounter, ct).ConfigureAwait(false)));
    }

    /// <summary>What is left, for a commit that relies on nobody else having invoiced or credited the visit meanwhile.</summary>
    public async Task<IReadOnlyList<OtherCharge>> LeftAsync(IUnit unit, EmergencyStay stay, CancellationToken ct)
    {
        if (others is null) return [];
        var query = new StayQuery { Encounter = stay.Encounter };
        var page = new PageRequest(PageRequest.LargestSize);
        while (true)
        {
            var found = await stays.ListAsync(unit.Context.Tenant, query, page, ct).ConfigureAwait(false);
            foreach (var other in found.Items.Where(s => s.Id != stay.Id)) unit.Require(other.Fact, other.Version);
            if (found.Next is null) break;
            page = new(PageRequest.LargestSize, found.Next);
        }

        return (await OfAsync(unit.Context.Tenant, stay, ct).ConfigureAwait(false)).Left;
    }
}
