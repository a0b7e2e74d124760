namespace Clinic.Abstractions.InMemory;

/// <summary>People in memory.</summary>
public sealed class InMemoryPersonStore(InMemoryCoordinator coordinator) : IPersonStore
{
    private readonly Dictionary<(TenantId Tenant, PersonId Id), Person> people = [];
    private readonly Dictionary<(TenantId, string), PersonId> bySignIn = [];

    /// <inheritdoc/>
    public Task<Person?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => people.GetValueOrDefault((tenant, person))));

    /// <inheritdoc/>
    public Task<Person?> FindBySignInAsync(TenantId tenant, string signInName, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
            bySignIn.TryGetValue((tenant, SignInNames.Normalize(signInName)), out var id) ? people[(tenant, id)] : null));

    /// <inheritdoc/>
    public Task<Page<Person>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = coordinator.Read(() => people
            .Where(p => p.Key.Tenant == tenant)
            .Select(p => p.Value)
            .OrderBy(Mark, StringComparer.Ordinal)
            .Where(p => page.After is null || string.CompareOrdinal(Mark(p), page.After) > 0)
            .Take(page.Size + 1)
            .ToList());
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, Person person)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(Fact(person), person.Version);
            c.AddUnique(bySignIn, (tenant, Mark(person)), person.Id, Fact(person));
            c.Put(people, (tenant, person.Id), person);
        });
    }

    /// <inheritdoc/>
    public void Save(IUnit unit, Person person)
    {
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(Fact(person), person.Version);
            c.Remove(bySignIn, (tenant, Mark(people[(tenant, person.Id)])));
            c.AddUnique(bySignIn, (tenant, Mark(person)), person.Id, Fact(person));
            c.Put(people, (tenant, person.Id), person);
        });
    }

    private static string Mark(Person person) => SignInNames.Normalize(person.SignInName);

    private static FactKey Fact(Person person) => new("core.person", person.Id.Value);
}
