using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Bridges.Tests.Dispensing;

/// <summary>Counts what a look-up asks of the stores, and how much it is given.</summary>
public sealed class CountedStores(IMedicationStore medications, IPresentationStore presentations, IPatientDirectory patients)
    : IMedicationStore, IPresentationStore, IPatientDirectory
{
    public int Calls { get; private set; }

    public int Given { get; private set; }

    Task<Medication?> IMedicationStore.FindAsync(TenantId tenant, MedicationId medication, CancellationToken cancellationToken) =>
        OneAsync(medications.FindAsync(tenant, medication, cancellationToken));

    Task<Medication?> IMedicationStore.FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Page<Medication>> IMedicationStore.ListAsync(TenantId tenant, string? text, PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(medications.ListAsync(tenant, text, page, cancellationToken));

    void IMedicationStore.Add(IUnit unit, Medication medication) => throw new NotSupportedException();

    void IMedicationStore.Save(IUnit unit, Medication medication) => throw new NotSupportedException();

    Task<Presentation?> IPresentationStore.FindAsync(TenantId tenant, PresentationId presentation, CancellationToken cancellationToken) =>
        OneAsync(presentations.FindAsync(tenant, presentation, cancellationToken));

    Task<Presentation?> IPresentationStore.FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Presentation?> IPresentationStore.FindByGtinAsync(TenantId tenant, Gtin gtin, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Page<Presentation>> IPresentationStore.ListAsync(
        TenantId tenant, MedicationId? medication, string? text, PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(presentations.ListAsync(tenant, medication, text, page, cancellationToken));

    void IPresentationStore.Add(IUnit unit, Presentation presentation) => throw new NotSupportedException();

    void IPresentationStore.Save(IUnit unit, Presentation presentation) => throw new NotSupportedException();

    Task<Patient?> IPatientDirectory.FindAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        OneAsync(patients.FindAsync(tenant, patient, cancellationToken));

    Task<Patient?> IPatientDirectory.FindByDocumentAsync(TenantId tenant, string kind, string number, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    async Task<IReadOnlyList<Patient>> IPatientDirectory.SearchAsync(TenantId tenant, string text, int most, CancellationToken cancellationToken)
    {
        var found = await patients.SearchAsync(tenant, text, most, cancellationToken);
        Count(found.Count);
        return found;
    }

    private async Task<T?> OneAsync<T>(Task<T?> find)
        where T : class
    {
        Count(1);
        return await find;
    }

    private async Task<Page<T>> PageAsync<T>(Task<Page<T>> list)
    {
        var page = await list;
        Count(page.Items.Count);
        return page;
    }

    private void Count(int given)
    {
        Calls++;
        Given += given;
    }
}
