using Clinic.Abstractions.InMemory;
using NodaTime;

namespace Clinic.Abstractions.Tests.Commands;

/// <summary>A unit of work in memory with one fact and one table to write into.</summary>
internal sealed class Desk
{
    private static readonly PersonId Ana = new(new Guid("00000000-0000-7000-8000-00000000000a"));

    public Desk(UnitOfWorkOptions? options = null, PayloadKeyRing? keys = null)
    {
        Ids = new UuidV7Generator(Clock);
        Store = new(Ids);
        Keys = keys ?? PayloadKeyRing.Random();
        Work = new(Store, Keys, Clock, Ids, options ?? new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(1) });
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 10, 15, 0) + Duration.FromNanoseconds(1_234_567));

    public IIdGenerator Ids { get; }

    public InMemoryCoordinator Store { get; }

    public PayloadKeyRing Keys { get; }

    public UnitOfWork Work { get; }

    public Dictionary<string, int> Written { get; } = [];

    public FactKey Fact { get; } = new("test.fact", new Guid("00000000-0000-7000-8000-0000000000f1"));

    public static TenantId Tenant { get; } = new(new Guid("00000000-0000-7000-8000-0000000000f2"));

    public CommandContext As(CommandId? command = null, PersonId? person = null, SiteId? site = null) => new(
        Tenant, site ?? new SiteId(new Guid("00000000-0000-7000-8000-0000000000f3")), new Actor(person ?? Ana, [Role.Pharmacist], []), "test", command ?? Ids.Next<CommandId>());

    public Task<NoteAnswer> NoteAsync(CommandContext x, string text = "a", Action<IUnit>? also = null, CancellationToken ct = default) =>
        Work.RunAsync(x, new Note(text), (unit, _) =>
        {
            InMemoryUnit.Of(unit).Stage(c => c.Put(Written, text, Written.GetValueOrDefault(text) + 1));
            unit.Audit("test.noted", Fact, text);
            also?.Invoke(unit);
            return Task.FromResult(new NoteAnswer(text, 1.50m, 7));
        }, ct);

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() => (await Store.ListAsync(Tenant, new AuditQuery(), new PageRequest(500), default)).Items;
}
