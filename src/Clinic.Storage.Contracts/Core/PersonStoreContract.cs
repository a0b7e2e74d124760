using System.Globalization;
using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IPersonStore"/> promises: people with rights, and sign-in names without regard to case.</summary>
public static class PersonStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A person comes back with roles and departments", KeepsAsync),
        new("A changed person loses the roles that were taken away", ChangesAsync),
        new("A sign-in name is found without regard to case", IgnoresCaseAsync),
        new("Names that differ in an accent are two names", KeepsAccentsApartAsync),
        new("Case is compared alike under every culture", IgnoresCultureAsync),
        new("A sign-in name that is taken is a conflict, in whatever case", RefusesTakenAsync),
        new("A changed sign-in name frees the old one", FreesNameAsync),
        new("Of two people who want one name at once, one gets it", OneOfTwoAsync),
        new("A stale version is a conflict and changes nothing", RefusesStaleAsync),
        new("People are listed by sign-in name, page by page, each once", PagesAsync),
        new("The same ids and names in two tenants are two people", SeparatesTenantsAsync),
    ];

    internal static Person APerson(IClinicStores stores, string signInName) =>
        new(stores.NewId<PersonId>(), "Persona", signInName, new HashSet<Role> { Role.Nurse }, new HashSet<DepartmentId>(), IsRetired: false, Version: 1);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = APerson(stores, "Ana.Núñez") with
        {
            Name = "Ana Núñez\0",
            Roles = Enum.GetValues<Role>().ToHashSet(),
            Departments = new HashSet<DepartmentId> { stores.NewId<DepartmentId>(), stores.NewId<DepartmentId>() },
            IsRetired = true,
        };
        var bare = APerson(stores, "bare") with { Roles = new HashSet<Role>() };
        await AddAsync(stores, ct, person, bare).ConfigureAwait(false);

        await ExpectAsync(stores, person, ct).ConfigureAwait(false);
        await ExpectAsync(stores, bare, ct).ConfigureAwait(false);
        Check.Equal(null, await stores.Get<IPersonStore>().FindAsync(stores.Tenant, stores.NewId<PersonId>(), ct).ConfigureAwait(false), "An unknown person");
    }

    private static async Task ChangesAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = APerson(stores, "change") with { Roles = new HashSet<Role> { Role.Nurse, Role.Cashier }, Departments = new HashSet<DepartmentId> { stores.NewId<DepartmentId>() } };
        await AddAsync(stores, ct, person).ConfigureAwait(false);
        var changed = person with
        {
            Name = "Otra",
            Roles = new HashSet<Role> { Role.Cashier, Role.Auditor },
            Departments = new HashSet<DepartmentId>(),
            IsRetired = true,
            Version = 2,
        };

        await stores.CommitAsync(unit => stores.Get<IPersonStore>().Save(unit, changed), ct).ConfigureAwait(false);

        await ExpectAsync(stores, changed, ct).ConfigureAwait(false);
    }

    private static async Task IgnoresCaseAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = APerson(stores, "Peña.Ávila");
        await AddAsync(stores, ct, person).ConfigureAwait(false);

        foreach (var typed in new[] { "peña.ávila", "PEÑA.ÁVILA", "pen\u0303a.a\u0301vila", "Peña.Ávila" })
            Check.Equal(person.Id, (await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, typed, ct).ConfigureAwait(false))?.Id, $"Who signs in as {typed}");
    }

    private static async Task KeepsAccentsApartAsync(IClinicStores stores, CancellationToken ct)
    {
        var (plain, accented) = (APerson(stores, "pena"), APerson(stores, "peña"));

        await AddAsync(stores, ct, plain, accented).ConfigureAwait(false);

        Check.Equal(plain.Id, (await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, "PENA", ct).ConfigureAwait(false))?.Id, "Who signs in as PENA");
        Check.Equal(accented.Id, (await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, "PEÑA", ct).ConfigureAwait(false))?.Id, "Who signs in as PEÑA");
    }

    private static async Task IgnoresCultureAsync(IClinicStores stores, CancellationToken ct)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var person = APerson(stores, "ivi.silva");
            await AddAsync(stores, ct, person).ConfigureAwait(false);
            Check.Equal(person.Id, (await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, "IVI.SILVA", ct).ConfigureAwait(false))?.Id, "Who signs in in Turkish");

            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-EC");
            Check.Equal(person.Id, (await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, "Ivi.Silva", ct).ConfigureAwait(false))?.Id, "Who signs in in Spanish");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task RefusesTakenAsync(IClinicStores stores, CancellationToken ct)
    {
        await AddAsync(stores, ct, APerson(stores, "ñandú")).ConfigureAwait(false);
        var late = APerson(stores, "ÑANDÚ");

        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ct, late), "A taken name").ConfigureAwait(false);

        Check.Equal(null, await stores.Get<IPersonStore>().FindAsync(stores.Tenant, late.Id, ct).ConfigureAwait(false), "The late person");
    }

    private static async Task FreesNameAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = APerson(stores, "old");
        await AddAsync(stores, ct, first).ConfigureAwait(false);
        await stores.CommitAsync(unit => stores.Get<IPersonStore>().Save(unit, first with { SignInName = "new", Version = 2 }), ct).ConfigureAwait(false);
        Check.Equal(null, await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, "old", ct).ConfigureAwait(false), "Who has the old name");

        var second = APerson(stores, "old");
        await AddAsync(stores, ct, second).ConfigureAwait(false);

        Check.Equal(second.Id, (await stores.Get<IPersonStore>().FindBySignInAsync(stores.Tenant, "OLD", ct).ConfigureAwait(false))?.Id, "Who has the old name");
    }

    private static async Task OneOfTwoAsync(IClinicStores stores, CancellationToken ct)
    {
        var errors = await ContractSteps.AtOnceAsync(4, i => AddAsync(stores, ct, APerson(stores, i % 2 == 0 ? "one" : "ONE"))).ConfigureAwait(false);

        Check.Equal(1, errors.Count(e => e is null), "People who got the name");
        Check.True(errors.Where(e => e is not null).All(e => e is ConcurrencyConflictException), "the others get a conflict");
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = APerson(stores, "stale");
        await AddAsync(stores, ct, person).ConfigureAwait(false);
        var second = person with { Name = "Segunda", Version = 2 };
        await stores.CommitAsync(unit => stores.Get<IPersonStore>().Save(unit, second), ct).ConfigureAwait(false);

        foreach (var version in new[] { 2L, 4L })
        {
            var stale = person with { Name = "Perdida", Roles = new HashSet<Role>(), Version = version };
            var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
                () => stores.CommitAsync(unit => stores.Get<IPersonStore>().Save(unit, stale), ct), $"Version {version}").ConfigureAwait(false);
            Check.Sequence([person.Id.Value], conflict.Facts.Select(f => f.Id), "The facts of the conflict");
        }

        await ExpectAsync(stores, second, ct).ConfigureAwait(false);
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        string[] names = ["delta", "alfa", "ñu", "charlie", "bravo", "nube", "zulu"];
        await AddAsync(stores, ct, [.. names.Select(n => APerson(stores, n))]).ConfigureAwait(false);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await stores.Get<IPersonStore>().ListAsync(stores.Tenant, new PageRequest(2, after), ct).ConfigureAwait(false);
            seen.AddRange(page.Items.Select(p => p.SignInName));
            after = page.Next;
        }
        while (after is not null && seen.Count < 100);

        Check.Sequence(["alfa", "bravo", "charlie", "delta", "nube", "zulu", "ñu"], seen, "The names");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var people = stores.Get<IPersonStore>();
        var here = APerson(stores, "same");
        var there = here with { Name = "Allá", Roles = new HashSet<Role> { Role.Auditor } };
        await AddAsync(stores, ct, here).ConfigureAwait(false);
        Check.Equal(null, await people.FindBySignInAsync(stores.OtherTenant, "same", ct).ConfigureAwait(false), "The name in the other tenant");

        await stores.CommitAsync(unit => people.Add(unit, there), ct, stores.OtherTenant).ConfigureAwait(false);

        await ExpectAsync(stores, here, ct).ConfigureAwait(false);
        Check.Equal("Allá", (await people.FindAsync(stores.OtherTenant, here.Id, ct).ConfigureAwait(false))?.Name, "The name there");
        Check.Equal(1, (await people.ListAsync(stores.Tenant, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "People here");
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params Person[] people) =>
        stores.CommitAsync(
            unit =>
            {
                foreach (var person in people) stores.Get<IPersonStore>().Add(unit, person);
            },
            ct);

    private static async Task ExpectAsync(IClinicStores stores, Person expected, CancellationToken ct)
    {
        var found = Check.Found(await stores.Get<IPersonStore>().FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The person");
        Check.Equal((expected.Name, expected.SignInName, expected.IsRetired, expected.Version), (found.Name, found.SignInName, found.IsRetired, found.Version), "The person");
        Check.Sequence(expected.Roles.Order(), found.Roles.Order(), "The roles");
        Check.Sequence(expected.Departments.Select(d => d.ToString()).Order(StringComparer.Ordinal), found.Departments.Select(d => d.ToString()).Order(StringComparer.Ordinal), "The departments");
    }
}
