using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Bridges.Dispensing;

/// <summary>The presentations whose own, generic or brand name may be the one said.</summary>
internal sealed class CatalogueNameSearch(IPresentationStore presentations, IMedicationStore medications, TenantId tenant)
{
    private readonly Dictionary<MedicationId, Medication?> known = [];
    private readonly Dictionary<PresentationId, SpokenPresentation> found = [];

    public async Task<IReadOnlyList<SpokenPresentation>> AllAsync(NameStems stems, CancellationToken ct)
    {
        foreach (var medication in await Pages.AllAsync(p => medications.ListAsync(tenant, stems.Rarest, p, ct)).ConfigureAwait(false))
        {
            known[medication.Id] = medication;
            var names = medication.ToSnapshot();
            if (!stems.In(names.GenericName) && !stems.In(names.CommercialName)) continue;
            foreach (var presentation in await Pages.AllAsync(p => presentations.ListAsync(tenant, medication.Id, null, p, ct)).ConfigureAwait(false))
                await AddAsync(presentation, ct).ConfigureAwait(false);
        }

        foreach (var presentation in await Pages.AllAsync(p => presentations.ListAsync(tenant, null, stems.Rarest, p, ct)).ConfigureAwait(false))
        {
            if (stems.In(presentation.Name)) await AddAsync(presentation, ct).ConfigureAwait(false);
        }

        return [.. found.Values];
    }

    public static SpokenPresentation Spoken(PresentationSnapshot presentation, MedicationSnapshot medication)
    {
        var others = new[] { medication.GenericName, medication.CommercialName }.OfType<string>().Distinct(StringComparer.Ordinal);
        return new(presentation.Id, presentation.Name, presentation.BaseUnit, [.. others], presentation.ContainerContent, StrengthOf(presentation, medication));
    }

    private async Task AddAsync(Presentation presentation, CancellationToken ct)
    {
        if (presentation.IsRetired || found.ContainsKey(presentation.Id)) return;
        if (!known.TryGetValue(presentation.Medication, out var medication))
            known[presentation.Medication] = medication = await medications.FindAsync(tenant, presentation.Medication, ct).ConfigureAwait(false);
        if (medication is { IsRetired: false }) found[presentation.Id] = Spoken(presentation.ToSnapshot(), medication.ToSnapshot());
    }

    // Of several ingredients there is no one strength.
    private static SpokenStrength? StrengthOf(PresentationSnapshot presentation, MedicationSnapshot medication)
    {
        if (medication.Ingredients is not [var only]) return null;
        var perPiece = only.Per is { Value: 1 } per && per.Unit == presentation.BaseUnit && presentation.BaseUnit.Code[0] == '{';
        return new(only.Strength, perPiece ? null : only.Per);
    }
}
