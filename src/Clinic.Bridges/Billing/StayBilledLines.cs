using Clinic.Abstractions;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Dispensations;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Bridges.Billing;

/// <summary>Tells dispensing what the invoices of stays say of its deliveries, so that bill and deliveries can be compared.</summary>
public sealed class StayBilledLines(IStayInvoiceStore invoices, IStayStore stays, IDispensationStore dispensations) : IBilledLines
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<BilledLine>?> ListAsync(TenantId tenant, EncounterId encounter, CancellationToken cancellationToken)
    {
        var known = await stays.ListAsync(tenant, new() { Encounter = encounter }, new(1), cancellationToken).ConfigureAwait(false);
        if (known.Items.Count == 0) return null;
        var documents = await invoices.OfEncounterAsync(tenant, encounter, cancellationToken).ConfigureAwait(false);
        var standing = documents.Where(i => i is { IsCharge: true, Status: StayInvoiceStatus.Accepted or StayInvoiceStatus.Pending });
        var billed = new List<BilledLine>();
        foreach (var charge in standing.SelectMany(i => i.ToSnapshot().Lines).Where(l => l.Source == PharmacyCharges.Source).GroupBy(l => l.Reference, StringComparer.Ordinal))
        {
            // What was invoiced and taken off by a later invoice was not billed in the end.
            var quantity = charge.Sum(l => l.Quantity);
            if (quantity <= 0 || !ChargeReference.TryRead(charge.Key, out var id, out var number)) continue;
            if ((await dispensations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false))?.LineOf(number) is { } line)
                billed.Add(new(charge.Key, line.Product.Presentation, new(quantity, new(charge.First().Unit)), id, number));
        }

        return billed;
    }
}
