using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IPatientStore"/> promises: patients, found by id, by document or by words of their names.</summary>
public static class PatientStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A patient comes back as added, allergies in their order", KeepsAsync),
        new("Patients without a document do not get in each other's way", AllowsNoDocumentAsync),
        new("Documents are compared exactly", ComparesExactlyAsync),
        new("A document that is taken is a conflict", RefusesTakenAsync),
        new("A changed document frees the old one", FreesDocumentAsync),
        new("A stale version is a conflict and changes nothing", RefusesStaleAsync),
        new("A search finds who has every word of it, whatever case, accents, order and part of a word", FindsWordsAsync),
        new("A search finds documents by their beginning", FindsDocumentsAsync),
        new("A search is ordered by name and id, and cut where it was asked", OrdersSearchAsync),
        new("A search takes nothing in it for a pattern, and blank text for nobody", TakesLiterallyAsync),
        new("A revised patient is found by the new name only, and in the own tenant only", FollowsNamesAsync),
        new("The same ids and documents in two tenants are two patients", SeparatesTenantsAsync),
    ];

    private static Patient APatient(IClinicStores stores, string? number, string kind = "cedula") =>
        new(stores.NewId<PatientId>(), "Paciente", number is null ? null : kind, number, Contact: null, [], Version: 1);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var patient = APatient(stores, "0912345678") with { Name = "José Ñáñez 😀", Contact = "+593 9\0", Allergies = ["penicilina", "AINE\0", "", "maní \"crudo\""] };
        await AddAsync(stores, ct, patient).ConfigureAwait(false);

        await ExpectAsync(stores, patient, ct).ConfigureAwait(false);
        Check.Equal(patient.Id, (await FindAsync(stores, "0912345678", ct).ConfigureAwait(false))?.Id, "The patient of the document");
        Check.Equal(null, await FindAsync(stores, "0912345679", ct).ConfigureAwait(false), "Another document");
        Check.Equal(null, await stores.Get<IPatientStore>().FindAsync(stores.Tenant, stores.NewId<PatientId>(), ct).ConfigureAwait(false), "An unknown patient");
    }

    private static async Task AllowsNoDocumentAsync(IClinicStores stores, CancellationToken ct)
    {
        var (first, second) = (APatient(stores, null), APatient(stores, null));

        await AddAsync(stores, ct, first, second).ConfigureAwait(false);

        await ExpectAsync(stores, second, ct).ConfigureAwait(false);
    }

    private static async Task ComparesExactlyAsync(IClinicStores stores, CancellationToken ct)
    {
        string[] numbers = ["A1", "a1", "A1 ", "Ñ1", "N1", "A\u00001"];
        var patients = numbers.Select(n => APatient(stores, n)).Append(APatient(stores, "A1", "passport")).ToArray();

        await AddAsync(stores, ct, patients).ConfigureAwait(false);

        foreach (var patient in patients)
        {
            var found = await stores.Get<IPatientStore>().FindByDocumentAsync(stores.Tenant, patient.DocumentKind!, patient.DocumentNumber!, ct).ConfigureAwait(false);
            Check.Equal(patient.Id, found?.Id, "The patient of a document");
        }
    }

    private static async Task RefusesTakenAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, ct, APatient(stores, "1")).ConfigureAwait(false);
        var late = APatient(stores, "1");

        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ct, late), "A taken document").ConfigureAwait(false);

        Check.Equal(null, await stores.Get<IPatientStore>().FindAsync(stores.Tenant, late.Id, ct).ConfigureAwait(false), "The late patient");
    }

    private static async Task FreesDocumentAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = APatient(stores, "1");
        await AddAsync(stores, ct, first).ConfigureAwait(false);
        await SaveAsync(stores, first with { DocumentNumber = "2", Version = 2 }, ct).ConfigureAwait(false);
        await SaveAsync(stores, first with { DocumentKind = null, DocumentNumber = null, Version = 3 }, ct).ConfigureAwait(false);

        var (second, third) = (APatient(stores, "1"), APatient(stores, "2"));
        await AddAsync(stores, ct, second, third).ConfigureAwait(false);

        Check.Equal(second.Id, (await FindAsync(stores, "1", ct).ConfigureAwait(false))?.Id, "The patient of document 1");
        Check.Equal(third.Id, (await FindAsync(stores, "2", ct).ConfigureAwait(false))?.Id, "The patient of document 2");
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var patient = APatient(stores, "1");
        await AddAsync(stores, ct, patient).ConfigureAwait(false);
        var second = patient with { Name = "Segunda", Version = 2 };
        await SaveAsync(stores, second, ct).ConfigureAwait(false);

        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => SaveAsync(stores, patient with { Name = "Perdida", Version = 2 }, ct), "A stale version").ConfigureAwait(false);

        await ExpectAsync(stores, second, ct).ConfigureAwait(false);
    }

    private static async Task FindsWordsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (jose, broken) = (Named(stores, "José  María MUÑOZ O'Brien"), Named(stores, "Zoé\0 Ñáñez 😀\ufffe"));
        await AddAsync(stores, ct, jose, broken, Named(stores, "Josefina Peña")).ConfigureAwait(false);

        foreach (var text in new[] { "munoz", "MUÑOZ jose", "  ose \t unoz ", "jose maria", "obrien", "O’BRIEN", "o brien", "Mun\u0303oz" })
            await ExpectFoundAsync(stores, text, ct, jose).ConfigureAwait(false);
        foreach (var text in new[] { "nanez zoe", "😀", "ÑÁÑEZ" }) await ExpectFoundAsync(stores, text, ct, broken).ConfigureAwait(false);
        foreach (var text in new[] { "jose perez", "munozz", "maria josefina" }) await ExpectFoundAsync(stores, text, ct).ConfigureAwait(false);
    }

    private static async Task FindsDocumentsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (one, other, none) = (APatient(stores, "0912345678"), APatient(stores, "AB-09", "passport"), APatient(stores, null));
        await AddAsync(stores, ct, one, other, none).ConfigureAwait(false);

        await ExpectFoundAsync(stores, "0912", ct, one).ConfigureAwait(false);
        await ExpectFoundAsync(stores, " 0912345678 ", ct, one).ConfigureAwait(false);
        await ExpectFoundAsync(stores, "ab-0", ct, other).ConfigureAwait(false);
        await ExpectFoundAsync(stores, "912", ct).ConfigureAwait(false);
        await ExpectFoundAsync(stores, "09123456789", ct).ConfigureAwait(false);
    }

    private static async Task OrdersSearchAsync(IClinicStores stores, CancellationToken ct)
    {
        var twins = new[] { Named(stores, "Álvaro Ruiz"), Named(stores, "Alvaro Ruiz") }.OrderBy(p => p.Id.ToString(), StringComparer.Ordinal).ToArray();
        Patient[] ordered = [Named(stores, "alba ruiz"), .. twins, Named(stores, "Ñusta Ruiz"), Named(stores, "Zoila Ruiz")];
        await AddAsync(stores, ct, [.. ordered.Reverse()]).ConfigureAwait(false);

        await ExpectFoundAsync(stores, "ruiz", ct, ordered).ConfigureAwait(false);
        var cut = await stores.Get<IPatientStore>().SearchAsync(stores.Tenant, "ruiz", 2, ct).ConfigureAwait(false);
        Check.Sequence(ordered.Take(2).Select(p => p.Id), cut.Select(p => p.Id), "The first two");
        await Check.ThrowsAsync<ArgumentOutOfRangeException>(() => stores.Get<IPatientStore>().SearchAsync(stores.Tenant, "ruiz", 0, ct), "None wanted").ConfigureAwait(false);
    }

    private static async Task TakesLiterallyAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, ct, Named(stores, "Ana Ruiz"), APatient(stores, "17")).ConfigureAwait(false);

        foreach (var text in new[] { "", "  ", "%", "_", "*", "a%a", "\"", "[a-z]", "'", "1' OR '1'='1" }) await ExpectFoundAsync(stores, text, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ArgumentException>(() => stores.Get<IPatientStore>().SearchAsync(stores.Tenant, new string('a', 201), 1, ct), "A text that is too long").ConfigureAwait(false);
    }

    private static async Task FollowsNamesAsync(IClinicStores stores, CancellationToken ct)
    {
        var patient = Named(stores, "Ana Ruiz") with { DocumentKind = "cedula", DocumentNumber = "17" };
        await AddAsync(stores, ct, patient).ConfigureAwait(false);
        var revised = patient with { Name = "Ana Sáenz", DocumentNumber = "18", Version = 2 };

        await SaveAsync(stores, revised, ct).ConfigureAwait(false);

        await ExpectFoundAsync(stores, "saenz", ct, revised).ConfigureAwait(false);
        await ExpectFoundAsync(stores, "18", ct, revised).ConfigureAwait(false);
        await ExpectFoundAsync(stores, "ruiz", ct).ConfigureAwait(false);
        await ExpectFoundAsync(stores, "17", ct).ConfigureAwait(false);
        var elsewhere = await stores.Get<IPatientStore>().SearchAsync(stores.OtherTenant, "saenz", 10, ct).ConfigureAwait(false);
        Check.Equal(0, elsewhere.Count, "Patients of the other tenant");
    }

    private static Patient Named(IClinicStores stores, string name) => APatient(stores, null) with { Name = name };

    private static async Task ExpectFoundAsync(IClinicStores stores, string text, CancellationToken ct, params Patient[] expected)
    {
        var found = await stores.Get<IPatientStore>().SearchAsync(stores.Tenant, text, 100, ct).ConfigureAwait(false);
        Check.Sequence(expected.Select(p => (p.Id, p.Name, p.Version)), found.Select(p => (p.Id, p.Name, p.Version)), $"The patients found by '{text}'");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var here = APatient(stores, "1");
        await AddAsync(stores, ct, here).ConfigureAwait(false);
        Check.Equal(null, await stores.Get<IPatientStore>().FindByDocumentAsync(stores.OtherTenant, "cedula", "1", ct).ConfigureAwait(false), "The document in the other tenant");

        await stores.CommitAsync(unit => stores.Get<IPatientStore>().Add(unit, here with { Name = "Allá" }), ct, stores.OtherTenant).ConfigureAwait(false);

        await ExpectAsync(stores, here, ct).ConfigureAwait(false);
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params Patient[] patients) =>
        stores.CommitAsync(
            unit =>
            {
                foreach (var patient in patients) stores.Get<IPatientStore>().Add(unit, patient);
            },
            ct);

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, Patient patient, CancellationToken ct) =>
        stores.CommitAsync(unit => stores.Get<IPatientStore>().Save(unit, patient), ct);

    private static Task<Patient?> FindAsync(IClinicStores stores, string number, CancellationToken ct) =>
        stores.Get<IPatientStore>().FindByDocumentAsync(stores.Tenant, "cedula", number, ct);

    private static async Task ExpectAsync(IClinicStores stores, Patient expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IPatientStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The patient");
        Check.Equal(expected with { Allergies = found.Allergies }, found, "The patient");
        Check.Sequence(expected.Allergies, found.Allergies, "The allergies");
    }
}
