using Clinic.Abstractions;
using Clinic.Dispensing.Products;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Bridges.Dispensing;

/// <summary>Tells dispensing what the pharmacy's catalogue knows of a product.</summary>
public sealed class PharmacyProductCatalogue(
    IPresentationStore presentations, IMedicationStore medications, IClock clock, IOptions<PharmacyStockOptions> options) : IProductCatalogue
{
    /// <inheritdoc/>
    public async Task<DispensableProduct?> FindAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken)
    {
        var found = await presentations.FindAsync(tenant, presentation, cancellationToken).ConfigureAwait(false);
        if (found is null) return null;
        var medication = await medications.FindAsync(tenant, found.Medication, cancellationToken).ConfigureAwait(false);
        return medication is null || medication.ToSnapshot().IsRetired ? null : Product(found, medication.ToSnapshot());
    }

    /// <inheritdoc/>
    public async Task<ScannedProduct?> ReadScanAsync(TenantId tenant, string scan, CancellationToken cancellationToken)
    {
        // The year only opens the window of two-digit years; a few hours of zone do not move it by more than the window allows.
        var year = clock.GetCurrentInstant().InUtc().Year;
        if (Gs1ElementString.Parse(scan, year) is not Gs1ScanResult.Read { Scan: { Gtin: { } gtin } read }) return null;
        var owner = await presentations.FindByGtinAsync(tenant, gtin, cancellationToken).ConfigureAwait(false);
        return new(owner?.Id, read.LotNumber, read.ExpirationDate?.Date);
    }

    private DispensableProduct Product(Presentation presentation, MedicationSnapshot medication)
    {
        var p = presentation.ToSnapshot();
        var units = p.Levels.Select(l => new ProductUnit(new UnitCode(l.Name), presentation.UnitsPer(l.Name)!.Value));
        var strengths = medication.Ingredients.Select(i => new ProductStrength(i.Name, i.Strength, i.Per));
        return new(p.Id, medication.Id, p.Name, ClassOf(medication), p.BaseUnit, p.Scale, [.. units], p.ContainerContent, p.BeyondUse, [.. strengths]);
    }

    private MedicationClass ClassOf(MedicationSnapshot medication)
    {
        if (medication.Controlled != ControlledClass.None) return MedicationClass.Controlled;
        var alert = options.Value.HighAlertMedications.Contains(medication.Id)
            || (medication.AtcCode is { } atc && options.Value.HighAlertAtc.Any(a => atc.StartsWith(a, StringComparison.OrdinalIgnoreCase)));
        return alert ? MedicationClass.HighAlert : MedicationClass.Standard;
    }
}
