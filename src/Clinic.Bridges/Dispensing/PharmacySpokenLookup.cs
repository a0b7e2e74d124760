using Clinic.Abstractions;
using Clinic.Dispensing.Spoken;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Bridges.Dispensing;

/// <summary>Finds whom and what a sentence may mean among patients, people and the pharmacy's catalogue.</summary>
/// <remarks>A product is named by its presentation, its generic name or its brand; ingredients give the strength only. Retired ones are left out.</remarks>
public sealed class PharmacySpokenLookup(
    IPresentationStore presentations, IMedicationStore medications, IPatientDirectory patients, IPersonDirectory people) : ISpokenLookup
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpokenPatient>> SearchPatientsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        var search = new PatientNameSearch(patients, tenant);
        var found = await search.AllAsync(words, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0) found = await search.NearAsync(words, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(Spoken)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SpokenPresentation>> SearchPresentationsAsync(
        TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        var stems = new NameStems(words);
        return stems.IsEmpty ? [] : await new CatalogueNameSearch(presentations, medications, tenant).AllAsync(stems, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>Answers everybody: the people of a clinic are a page or two, and so near names are found too.</remarks>
    public async Task<IReadOnlyList<SpokenPerson>> SearchPeopleAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken) =>
    [
        .. (await Pages.AllAsync(p => people.ListAsync(tenant, p, cancellationToken)).ConfigureAwait(false)).Where(p => !p.IsRetired).Select(Spoken),
    ];

    /// <inheritdoc/>
    public async Task<SpokenPatient?> FindPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        await patients.FindAsync(tenant, patient, cancellationToken).ConfigureAwait(false) is { } found ? Spoken(found) : null;

    /// <inheritdoc/>
    public async Task<SpokenPresentation?> FindPresentationAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken)
    {
        if (await presentations.FindAsync(tenant, presentation, cancellationToken).ConfigureAwait(false) is not { IsRetired: false } found) return null;
        var medication = await medications.FindAsync(tenant, found.Medication, cancellationToken).ConfigureAwait(false);
        return medication is null or { IsRetired: true } ? null : CatalogueNameSearch.Spoken(found.ToSnapshot(), medication.ToSnapshot());
    }

    /// <inheritdoc/>
    public async Task<SpokenPerson?> FindPersonAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        await people.FindAsync(tenant, person, cancellationToken).ConfigureAwait(false) is { IsRetired: false } found ? Spoken(found) : null;

    private static SpokenPatient Spoken(Patient patient) => new(patient.Id, patient.Name, patient.DocumentNumber is { } number ? [number] : null);

    private static SpokenPerson Spoken(Person person) => new(person.Id, person.Name, [person.SignInName]);
}
