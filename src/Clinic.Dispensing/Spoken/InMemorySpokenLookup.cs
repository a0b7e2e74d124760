using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;
using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken;

/// <summary>Patients, presentations and people in memory, for tests and small clinics.</summary>
public sealed class InMemorySpokenLookup : ISpokenLookup
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId, PatientId), SpokenPatient> patients = [];
    private readonly Dictionary<(TenantId, PresentationId), SpokenPresentation> presentations = [];
    private readonly Dictionary<(TenantId, PersonId), SpokenPerson> people = [];

    /// <summary>Adds a patient, or replaces the one of the same id.</summary>
    public void Put(TenantId tenant, SpokenPatient patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        lock (gate) patients[(tenant, patient.Id)] = patient;
    }

    /// <summary>Adds a presentation, or replaces the one of the same id.</summary>
    public void Put(TenantId tenant, SpokenPresentation presentation)
    {
        ArgumentNullException.ThrowIfNull(presentation);
        lock (gate) presentations[(tenant, presentation.Id)] = presentation;
    }

    /// <summary>Adds a person, or replaces the one of the same id.</summary>
    public void Put(TenantId tenant, SpokenPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        lock (gate) people[(tenant, person.Id)] = person;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpokenPatient>> SearchPatientsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        Search(patients, tenant, words, p => Names(p.Name, p.OtherNames), NameMatch.Person);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpokenPresentation>> SearchPresentationsAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        Search(presentations, tenant, words, p => Names(p.Name, p.OtherNames), NameMatch.Medicine);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpokenPerson>> SearchPeopleAsync(TenantId tenant, IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        Search(people, tenant, words, p => Names(p.Name, p.OtherNames), NameMatch.Person);

    /// <inheritdoc/>
    public Task<SpokenPatient?> FindPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Find(patients, (tenant, patient));

    /// <inheritdoc/>
    public Task<SpokenPresentation?> FindPresentationAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        Find(presentations, (tenant, presentation));

    /// <inheritdoc/>
    public Task<SpokenPerson?> FindPersonAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        Find(people, (tenant, person));

    private Task<IReadOnlyList<T>> Search<TId, T>(
        Dictionary<(TenantId Tenant, TId), T> all, TenantId tenant, IReadOnlyList<string> words,
        Func<T, IEnumerable<IReadOnlyList<string>>> names, Func<IReadOnlyList<string>, IEnumerable<IReadOnlyList<string>>, NameFit> fit)
        where TId : struct
    {
        ArgumentNullException.ThrowIfNull(words);
        lock (gate)
            return Task.FromResult<IReadOnlyList<T>>([.. all.Where(e => e.Key.Tenant == tenant).Select(e => e.Value).Where(e => fit(words, names(e)) != NameFit.None)]);
    }

    private Task<T?> Find<TId, T>(Dictionary<(TenantId, TId), T> all, (TenantId, TId) key)
        where TId : struct
        where T : class
    {
        lock (gate) return Task.FromResult(all.GetValueOrDefault(key));
    }

    // All words, small ones too: more than what is certain does no harm here.
    private static IEnumerable<IReadOnlyList<string>> Names(string name, IReadOnlyList<string>? others) =>
        (others ?? []).Prepend(name).Select(n => (IReadOnlyList<string>)[.. Tokenizer.Split(CleanText.Name(n), UnitWords.IsUnit).Where(t => t.Kind != TokenKind.Symbol).Select(t => t.NameText)]);
}
