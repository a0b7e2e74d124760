using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Inquiries;
using Clinic.Pharmacy.Labels;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Dispensing;

/// <summary>Makes the labels of a dispensation: one per line and lot, kept aside or handed over. Each look is in the audit.</summary>
public sealed class DispensingLabels(
    DispensationInquiries inquiries, ILotStore lots, IPresentationStore presentations, IPatientDirectory patients, ISiteDirectory sites, PatientReadLog reads,
    IOptions<PharmacyStockOptions> options)
{
    /// <summary>The labels, or null where there is no dispensation that the actor may see.</summary>
    /// <exception cref="Clinic.Dispensing.DispensingException">The actor may not read.</exception>
    public async Task<IReadOnlyList<DispensingLabel>?> OfAsync(CommandContext x, DispensationId dispensation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (await inquiries.FindAsync(x, dispensation, cancellationToken).ConfigureAwait(false) is not { } found) return null;
        var d = found.ToSnapshot();
        if (d.Target.Patient is { } seen) await reads.NoteAsync(x, "dispensation.labelled", [seen], cancellationToken).ConfigureAwait(false);
        var site = await sites.FindSiteAsync(x.Tenant, d.Site, cancellationToken).ConfigureAwait(false) ?? throw new ArgumentException("The context names a site that does not exist.", nameof(x));
        var whom = await ForAsync(x, d, cancellationToken).ConfigureAwait(false);
        var at = d.HandOvers.Count > 0 ? d.HandOvers[^1].At : d.Prepared?.At;
        var labels = new List<DispensingLabel>();
        foreach (var line in d.Lines)
        {
            // What left is labelled as it left; before that, what lies ready.
            var parts = line.Accounts.Count > 0
                ? line.Accounts.Select(a => (a.Lot, Quantity: a.Issues.Sum(i => i.Quantity)))
                : line.Parts.GroupBy(p => p.Lot).Select(g => (Lot: g.Key, Quantity: g.Sum(p => p.Quantity)));
            foreach (var (lotId, quantity) in parts)
            {
                if (await lots.FindAsync(x.Tenant, lotId, cancellationToken).ConfigureAwait(false) is not { } lot) continue;
                var presentation = await presentations.FindAsync(x.Tenant, lot.Presentation, cancellationToken).ConfigureAwait(false);
                labels.Add(new(
                    LotLabel.Of(presentation!, lot), string.Create(CultureInfo.InvariantCulture, $"{quantity:0.######} {line.Product.BaseUnit.Code.Trim('{', '}')}"), whom,
                    line.Directions, line.Product.BeyondUse, d.Prescription, at is { } when ? site.DateOf(when) : null, site.Name));
            }
        }

        return labels;
    }

    private async Task<string> ForAsync(CommandContext x, DispensationSnapshot d, CancellationToken ct)
    {
        if (d.Target.Patient is { } id && await patients.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) is { } patient)
            return options.Value.NamesOnLabels ? patient.Name : Initials(patient.Name);
        var departments = await sites.DepartmentsAsync(x.Tenant, d.Site, ct).ConfigureAwait(false);
        return departments.FirstOrDefault(w => w.Id == d.Target.Department)?.Name ?? "";
    }

    private static string Initials(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => $"{StringInfo.GetNextTextElement(w)}."));
}
