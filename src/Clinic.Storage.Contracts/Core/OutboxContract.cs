using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IOutbox"/> promises: each event at least once, to one deliverer at a time.</summary>
public static class OutboxContract
{
    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Events are leased in the order of their commits, as many as asked", OrdersAsync),
        new("An event keeps type, content and instant exactly", KeepsEventAsync),
        new("A leased event is not given again before the lease ends, and then it is", LeasesAsync),
        new("Two deliverers at once never get the same event", LeasesAtOnceAsync),
        new("A delivered event is not given again", DeliversAsync),
        new("A failed event comes again when asked, with its attempts counted", RetriesAsync),
        new("An event that was given up is counted and not given again", GivesUpAsync),
        new("Notes about an unknown or delivered event change nothing", IgnoresUnknownAsync),
        new("Another tenant sees, takes and ends nothing", SeparatesTenantsAsync),
    ];

    private static async Task OrdersAsync(IClinicStores stores, CancellationToken ct)
    {
        await PublishAsync(stores, ct, "1", "2").ConfigureAwait(false);
        await PublishAsync(stores, ct, "3").ConfigureAwait(false);

        var leased = await LeaseAsync(stores, ct, 2).ConfigureAwait(false);
        var rest = await LeaseAsync(stores, ct).ConfigureAwait(false);

        Check.Sequence(["contract.1", "contract.2"], leased.Select(e => e.Type), "The first two");
        Check.Sequence(["contract.3"], rest.Select(e => e.Type), "The rest");
        Check.Equal(new OutboxDepth(3, 0), await stores.Get<IOutbox>().DepthAsync(stores.Tenant, ct).ConfigureAwait(false), "The depth");
    }

    private static async Task KeepsEventAsync(IClinicStores stores, CancellationToken ct)
    {
        const string Json = "{\"text\":\"Ñ 😀 \\u0000\",\"figure\":12345678901234567890.1234500}";
        await stores.CommitAsync(unit => unit.Publish("contract.kept", Json), ct).ConfigureAwait(false);

        var kept = (await LeaseAsync(stores, ct).ConfigureAwait(false)).Single();

        Check.Equal(("contract.kept", Json, stores.Tenant, 0), (kept.Type, kept.Json, kept.Tenant, kept.Attempts), "The event");
        Check.Equal(Now(stores), kept.At, "The instant");
    }

    private static async Task LeasesAsync(IClinicStores stores, CancellationToken ct)
    {
        await PublishAsync(stores, ct, "1").ConfigureAwait(false);
        var first = await LeaseAsync(stores, ct).ConfigureAwait(false);
        var during = await LeaseAsync(stores, ct).ConfigureAwait(false);
        stores.Clock.Advance(Lease);

        var after = await LeaseAsync(stores, ct).ConfigureAwait(false);

        Check.Equal(0, during.Count, "Events during the lease");
        Check.Sequence(first.Select(e => e.Id), after.Select(e => e.Id), "Events after the lease");
    }

    private static async Task LeasesAtOnceAsync(IClinicStores stores, CancellationToken ct)
    {
        await PublishAsync(stores, ct, [.. Enumerable.Range(1, 40).Select(i => $"{i}")]).ConfigureAwait(false);
        var taken = new System.Collections.Concurrent.ConcurrentBag<Guid>();

        var errors = await ContractSteps.AtOnceAsync(6, async _ =>
        {
            while (await LeaseAsync(stores, ct, 3).ConfigureAwait(false) is { Count: > 0 } some)
            {
                foreach (var e in some) taken.Add(e.Id);
            }
        }).ConfigureAwait(false);

        Check.True(errors.All(e => e is null), $"no deliverer fails, but one got {errors.FirstOrDefault(e => e is not null)?.Message}");
        Check.Equal((40, 40), (taken.Count, taken.Distinct().Count()), "Events taken, and different ones");
    }

    private static async Task DeliversAsync(IClinicStores stores, CancellationToken ct)
    {
        var outbox = stores.Get<IOutbox>();
        await PublishAsync(stores, ct, "1", "2").ConfigureAwait(false);
        var leased = await LeaseAsync(stores, ct).ConfigureAwait(false);
        await outbox.DeliveredAsync(stores.Tenant, leased[0].Id, Now(stores), ct).ConfigureAwait(false);
        stores.Clock.Advance(Lease);

        var again = await LeaseAsync(stores, ct).ConfigureAwait(false);

        Check.Sequence([leased[1].Id], again.Select(e => e.Id), "What comes again");
        Check.Equal(new OutboxDepth(1, 0), await outbox.DepthAsync(stores.Tenant, ct).ConfigureAwait(false), "The depth");
    }

    private static async Task RetriesAsync(IClinicStores stores, CancellationToken ct)
    {
        var outbox = stores.Get<IOutbox>();
        await PublishAsync(stores, ct, "1").ConfigureAwait(false);
        var leased = (await LeaseAsync(stores, ct).ConfigureAwait(false)).Single();
        await outbox.FailedAsync(stores.Tenant, leased.Id, "SmtpException", Now(stores) + Duration.FromMinutes(5), ct).ConfigureAwait(false);
        stores.Clock.Advance(Lease);
        var early = await LeaseAsync(stores, ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromMinutes(4));

        var again = (await LeaseAsync(stores, ct).ConfigureAwait(false)).Single();

        Check.Equal(0, early.Count, "Events before their time");
        Check.Equal((leased.Id, 1), (again.Id, again.Attempts), "The event and its attempts");
    }

    private static async Task GivesUpAsync(IClinicStores stores, CancellationToken ct)
    {
        var outbox = stores.Get<IOutbox>();
        await PublishAsync(stores, ct, "1", "2").ConfigureAwait(false);
        var leased = await LeaseAsync(stores, ct).ConfigureAwait(false);
        await outbox.FailedAsync(stores.Tenant, leased[0].Id, new string('x', 1_000), next: null, ct).ConfigureAwait(false);
        stores.Clock.Advance(Duration.FromDays(1_000));

        var again = await LeaseAsync(stores, ct).ConfigureAwait(false);

        Check.Sequence([leased[1].Id], again.Select(e => e.Id), "What comes again");
        Check.Equal(new OutboxDepth(1, 1), await outbox.DepthAsync(stores.Tenant, ct).ConfigureAwait(false), "The depth");
    }

    private static async Task IgnoresUnknownAsync(IClinicStores stores, CancellationToken ct)
    {
        var outbox = stores.Get<IOutbox>();
        await PublishAsync(stores, ct, "1").ConfigureAwait(false);
        var leased = (await LeaseAsync(stores, ct).ConfigureAwait(false)).Single();
        await outbox.DeliveredAsync(stores.Tenant, leased.Id, Now(stores), ct).ConfigureAwait(false);

        await outbox.DeliveredAsync(stores.Tenant, leased.Id, Now(stores), ct).ConfigureAwait(false);
        await outbox.FailedAsync(stores.Tenant, leased.Id, "late", Now(stores), ct).ConfigureAwait(false);
        await outbox.DeliveredAsync(stores.Tenant, stores.NewId<CommandId>().Value, Now(stores), ct).ConfigureAwait(false);
        await outbox.FailedAsync(stores.Tenant, stores.NewId<CommandId>().Value, "unknown", Now(stores), ct).ConfigureAwait(false);

        Check.Equal(0, (await LeaseAsync(stores, ct).ConfigureAwait(false)).Count, "Events");
        Check.Equal(new OutboxDepth(0, 0), await outbox.DepthAsync(stores.Tenant, ct).ConfigureAwait(false), "The depth");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var outbox = stores.Get<IOutbox>();
        await PublishAsync(stores, ct, "1").ConfigureAwait(false);
        var other = stores.OtherTenant;

        Check.Equal(0, (await outbox.LeaseAsync(other, Now(stores), Now(stores) + Lease, 10, ct).ConfigureAwait(false)).Count, "Events of the other tenant");
        Check.Equal(new OutboxDepth(0, 0), await outbox.DepthAsync(other, ct).ConfigureAwait(false), "The depth of the other tenant");
        var leased = (await LeaseAsync(stores, ct).ConfigureAwait(false)).Single();
        await outbox.DeliveredAsync(other, leased.Id, Now(stores), ct).ConfigureAwait(false);
        await outbox.FailedAsync(other, leased.Id, "other", next: null, ct).ConfigureAwait(false);
        Check.Equal(new OutboxDepth(1, 0), await outbox.DepthAsync(stores.Tenant, ct).ConfigureAwait(false), "The depth");
    }

    private static Task<ContractAnswer> PublishAsync(IClinicStores stores, CancellationToken ct, params string[] names) =>
        stores.CommitAsync(
            unit =>
            {
                foreach (var name in names) unit.Publish($"contract.{name}", "{}");
            },
            ct);

    private static Task<IReadOnlyList<OutboxEvent>> LeaseAsync(IClinicStores stores, CancellationToken ct, int most = 100) =>
        stores.Get<IOutbox>().LeaseAsync(stores.Tenant, Now(stores), Now(stores) + Lease, most, ct);

    private static Instant Now(IClinicStores stores) => stores.Clock.GetCurrentInstant().TruncateToMicroseconds();
}
