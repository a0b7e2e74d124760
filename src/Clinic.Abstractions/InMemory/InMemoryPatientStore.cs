namespace Clinic.Abstractions.InMemory;

/// <summary>Patients in memory.</summary>
public sealed class InMemoryPatientStore(InMemoryCoordinator coordinator) : IPatientStore
{
    private readonly Dictionary<(TenantId, PatientId), Patient> patients = [];
    private readonly Dictionary<(TenantId, string, string), PatientId> byDocument = [];

    /// <inheritdoc/>
    public Task<Patient?> FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => patients.GetValueOrDefault((tenant, patient))));

    /// <inheritdoc/>
    public Task<Patient?> FindByDocumentAsync(TenantId tenant, string kind, string number, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => byDocument.TryGetValue((tenant, kind, number), out var id) ? patients[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Patient>> SearchAsync(TenantId tenant, string text, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var search = new PatientSearch(text);
        var found = coordinator.Read(() => patients.Where(p => p.Key.Item1 == tenant && search.Finds(p.Value)).Select(p => p.Value).ToList());
        return Task.FromResult<IReadOnlyList<Patient>>(
            [.. found.OrderBy(p => PatientSearch.NameKey(p.Name), StringComparer.Ordinal).ThenBy(p => p.Id.ToString(), StringComparer.Ordinal).Take(most)]);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Patient patient) => Stage(unit, patient);

    /// <inheritdoc/>
    public void Save(IUnit unit, Patient patient) => Stage(unit, patient);

    private void Stage(IUnit unit, Patient patient)
    {
        var tenant = unit.Context.Tenant;
        var fact = new FactKey("core.patient", patient.Id.Value);
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(fact, patient.Version);
            if (patients.GetValueOrDefault((tenant, patient.Id)) is { DocumentKind: { } oldKind, DocumentNumber: { } oldNumber }) c.Remove(byDocument, (tenant, oldKind, oldNumber));
            if (patient is { DocumentKind: { } kind, DocumentNumber: { } number }) c.AddUnique(byDocument, (tenant, kind, number), patient.Id, fact);
            c.Put(patients, (tenant, patient.Id), patient);
        });
    }
}
