using System.Globalization;
using Clinic.Abstractions;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IAuditSealStore"/> promises: positions without gaps in the order of commits, and seals that follow each other.</summary>
public static class AuditSealStoreContract
{
    private const int Many = 24;

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Rows hold every entry exactly, counted from 1", KeepsRowsAsync),
        new("Entries committed at once are counted without gaps", CountsAtOnceAsync),
        new("Rows and seals come page by page", PagesAsync),
        new("A seal is kept to the last byte", KeepsSealAsync),
        new("A seal that does not follow the last one is refused, and nothing is published", RefusesAsync),
        new("What is sealed while others write is intact afterwards", SealsBesideWritersAsync),
        new("Another tenant has positions and seals of its own", SeparatesTenantsAsync),
    ];

    private static async Task KeepsRowsAsync(IClinicStores stores, CancellationToken ct)
    {
        var x = stores.Context() with { Request = new RequestScope("s", "POST", "/x/{y}") };
        await stores.RunAsync(x, "one", unit => unit.Audit("contract.noted", new FactKey("contract.subject", x.Command.Value), "a\0b Ñ 药 😀"), ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ClinicRuleException>(
            () => stores.RunAsync(stores.Context(), "two", _ => throw new ClinicRuleException(ClinicRules.RoleMissing), ct), "The refusal").ConfigureAwait(false);

        var entries = (await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, ct).ConfigureAwait(false)).Items;
        var rows = await stores.Get<IAuditSealStore>().RowsAsync(stores.Tenant, 0, 10, ct).ConfigureAwait(false);
        Check.Sequence([1L, 2L, 3L], rows.Select(r => r.Position ?? 0), "Positions");
        foreach (var row in rows)
        {
            var entry = entries.Single(e => ClinicId.Text(e.Id) == row.Id);
            Check.Sequence(AuditRow.Of(entry, row.Position ?? 0).Values, row.Values, "The row");
        }

        Check.Equal(0, (await stores.Get<IAuditSealStore>().StrayRowsAsync(stores.Tenant, 10, ct).ConfigureAwait(false)).Count, "Rows without position");
    }

    private static async Task CountsAtOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        var ended = await ContractSteps.AtOnceAsync(Many, _ => stores.CommitAsync(_ => { }, ct)).ConfigureAwait(false);
        Check.True(ended.All(e => e is null), "every commit is done");
        var rows = await stores.Get<IAuditSealStore>().RowsAsync(stores.Tenant, 0, 2 * Many, ct).ConfigureAwait(false);
        Check.Sequence(Enumerable.Range(1, Many).Select(i => (long)i), rows.Select(r => r.Position ?? 0), "Positions");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAuditSealStore>();
        for (var i = 0; i < 3; i++)
        {
            await stores.CommitAsync(_ => { }, ct).ConfigureAwait(false);
            await SealAsync(stores, AuditSealKeyRing.Random(), ct).ConfigureAwait(false);
        }

        Check.Sequence([1L, 2L], (await store.RowsAsync(stores.Tenant, 0, 2, ct).ConfigureAwait(false)).Select(r => r.Position ?? 0), "The first page of rows");
        Check.Sequence([3L], (await store.RowsAsync(stores.Tenant, 2, 2, ct).ConfigureAwait(false)).Select(r => r.Position ?? 0), "The last page of rows");
        Check.Sequence([1L, 2L], (await store.SealsAsync(stores.Tenant, 0, 2, ct).ConfigureAwait(false)).Select(s => s.Number), "The first page of seals");
        Check.Sequence([3L], (await store.SealsAsync(stores.Tenant, 2, 2, ct).ConfigureAwait(false)).Select(s => s.Number), "The last page of seals");
    }

    private static async Task KeepsSealAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAuditSealStore>();
        Check.Equal(null, await store.LastAsync(stores.Tenant, ct).ConfigureAwait(false), "The last seal of nothing");
        for (var i = 0; i < 3; i++) await stores.CommitAsync(_ => { }, ct).ConfigureAwait(false);
        await SealAsync(stores, AuditSealKeyRing.Random(), ct).ConfigureAwait(false);
        var seal = Check.Found(await store.LastAsync(stores.Tenant, ct).ConfigureAwait(false), "The seal");
        Check.Equal((1L, 1L, 3L, "", "random"), (seal.Number, seal.From, seal.To, seal.Previous, seal.KeyId), "The seal");
        Check.Equal(stores.Clock.GetCurrentInstant().TruncateToMicroseconds(), seal.At, "Its instant");
        Check.Equal(144, seal.Marks.Length, "The bytes of its marks");
        Check.Equal(64, seal.Hash.Length, "The length of its hash");
        var now = stores.Clock.GetCurrentInstant();
        var events = await stores.Get<IOutbox>().LeaseAsync(stores.Tenant, now, now, 10, ct).ConfigureAwait(false);
        Check.Sequence([PublishedSeal.EventType], events.Select(e => e.Type), "What is published");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAuditSealStore>();
        for (var i = 0; i < 2; i++) await stores.CommitAsync(_ => { }, ct).ConfigureAwait(false);
        await SealAsync(stores, AuditSealKeyRing.Random(), ct).ConfigureAwait(false);
        var seal = Check.Found(await store.LastAsync(stores.Tenant, ct).ConfigureAwait(false), "The seal");
        var now = stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
        foreach (var wrong in (AuditSeal[])[seal, seal with { Number = 2 }, seal with { Number = 2, From = 4, To = 4 }, seal with { Number = 3, From = 3, To = 3 }])
        {
            var published = new OutboxEvent(stores.Get<IIdGenerator>().Next(), stores.Tenant, PublishedSeal.EventType, "{}", now, 0);
            await Check.ThrowsAsync<ConcurrencyConflictException>(() => store.AppendAsync(wrong, published, ct), wrong.ToString()).ConfigureAwait(false);
        }

        Check.Equal(1L, (await stores.Get<IOutbox>().DepthAsync(stores.Tenant, ct).ConfigureAwait(false)).Waiting, "Published events");
    }

    private static async Task SealsBesideWritersAsync(IClinicStores stores, CancellationToken ct)
    {
        var keys = AuditSealKeyRing.Random();
        var ended = await ContractSteps.AtOnceAsync(Many, i => i % 3 == 0 ? SealAsync(stores, keys, ct) : stores.CommitAsync(_ => { }, ct)).ConfigureAwait(false);
        Check.True(ended.All(e => e is null), "every commit is done: " + string.Join(", ", ended.OfType<Exception>().Select(e => e.Message)));
        await SealAsync(stores, keys, ct).ConfigureAwait(false);
        var findings = await AuditExport.VerifyAsync(stores.Get<IAuditSealStore>(), stores.Tenant, keys, cancellationToken: ct).ConfigureAwait(false);
        Check.Sequence([], findings.Damages.Select(d => d.ToString()), "Damage");
        Check.Equal("16 16 0", string.Create(CultureInfo.InvariantCulture, $"{findings.Rows} {findings.SealedTo} {findings.Unsealed}"), "Rows, sealed to, not sealed");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IAuditSealStore>();
        await stores.CommitAsync(_ => { }, ct).ConfigureAwait(false);
        await SealAsync(stores, AuditSealKeyRing.Random(), ct).ConfigureAwait(false);
        Check.Equal(null, await store.LastAsync(stores.OtherTenant, ct).ConfigureAwait(false), "The last seal of the other tenant");
        Check.Equal(0, (await store.SealsAsync(stores.OtherTenant, 0, 10, ct).ConfigureAwait(false)).Count, "Seals of the other tenant");
        Check.Equal(0, (await store.RowsAsync(stores.OtherTenant, 0, 10, ct).ConfigureAwait(false)).Count, "Rows of the other tenant");
        Check.Equal(0, (await store.StrayRowsAsync(stores.OtherTenant, 10, ct).ConfigureAwait(false)).Count, "Stray rows of the other tenant");
        await stores.CommitAsync(_ => { }, ct, stores.OtherTenant).ConfigureAwait(false);
        Check.Sequence([1L], (await store.RowsAsync(stores.OtherTenant, 0, 10, ct).ConfigureAwait(false)).Select(r => r.Position ?? 0), "Positions of the other tenant");
    }

    private static Task<JobReport> SealAsync(IClinicStores stores, AuditSealKeyRing keys, CancellationToken ct) =>
        new AuditSealingJob(stores.Get<IAuditSealStore>(), keys, stores.Clock, stores.Get<IIdGenerator>()).RunOnceAsync(stores.Tenant, ct);
}
