using Clinic.Abstractions;
using Clinic.Pharmacy.Reservations;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IReservationStore"/> promises.</summary>
public static class ReservationStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A reservation comes back with its lines in order", KeepsAsync),
        new("Active reservations on a lot come newest first, and only while they keep some of it", ActiveOnAsync),
        new("Reservations that ran out come oldest expiry first, up to the most asked for", RunOutAsync),
        new("A stale version is a conflict", RefusesStaleAsync),
        new("Reservations are listed newest first, by owner and activity, page by page", ListsAsync),
        new("Reservations of another tenant are not seen", SeparatesTenantsAsync),
    ];

    internal static Reservation AReservation(IClinicStores stores, string owner = "dispensation/1", LotId? lot = null, LocationId? at = null, Instant? expires = null) =>
        Reservation.Restore(new(
            stores.NewId<ReservationId>(), owner, stores.NewId<PresentationId>(),
            [
                new ReservationLine(lot ?? stores.NewId<LotId>(), at ?? stores.NewId<LocationId>(), new(500, 2)),
                new ReservationLine(stores.NewId<LotId>(), at ?? stores.NewId<LocationId>(), new(1, 2)),
            ],
            stores.Now(), stores.NewId<PersonId>(), expires ?? stores.Now() + Duration.FromHours(1), ReservationStatus.Active, 1));

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var full = AReservation(stores, "dispensation/Ñ");
        await AddAsync(stores, ct, full).ConfigureAwait(false);

        var found = Check.Found(await stores.Get<IReservationStore>().FindAsync(stores.Tenant, full.Id, ct).ConfigureAwait(false), "The reservation").ToSnapshot();
        Check.Sequence(full.Lines, found.Lines, "The lines");
        Check.Equal(full.ToSnapshot() with { Lines = [] }, found with { Lines = [] }, "The fields");
    }

    private static async Task ActiveOnAsync(IClinicStores stores, CancellationToken ct)
    {
        var (lot, at) = (stores.NewId<LotId>(), stores.NewId<LocationId>());
        var old = AReservation(stores, lot: lot, at: at);
        stores.Clock.Advance(Duration.FromSeconds(1));
        var recent = AReservation(stores, lot: lot, at: at);
        var elsewhere = AReservation(stores, lot: lot);
        var gone = AReservation(stores, lot: lot, at: at);
        var emptied = AReservation(stores, lot: lot, at: at);
        await AddAsync(stores, ct, old, recent, elsewhere, gone, emptied).ConfigureAwait(false);
        await SaveAsync(stores, ct, gone.Release(), emptied.Release(lot, at)).ConfigureAwait(false);

        var store = stores.Get<IReservationStore>();
        Check.Sequence([recent.Id, old.Id], (await store.ActiveOnAsync(stores.Tenant, lot, at, ct).ConfigureAwait(false)).Select(r => r.Id), "At the location");
        Check.Equal(3, (await store.ActiveOnAsync(stores.Tenant, lot, null, ct).ConfigureAwait(false)).Count, "Anywhere");
    }

    private static async Task RunOutAsync(IClinicStores stores, CancellationToken ct)
    {
        var now = stores.Now();
        Reservation Due(int seconds) => AReservation(stores, expires: now + Duration.FromSeconds(seconds));
        var (second, first, later) = (Due(20), Due(10), Due(30));
        await AddAsync(stores, ct, second, first, later).ConfigureAwait(false);

        var store = stores.Get<IReservationStore>();
        Check.Sequence([first.Id, second.Id], (await store.RunOutAsync(stores.Tenant, null, now + Duration.FromSeconds(20), 9, ct).ConfigureAwait(false)).Select(r => r.Id), "Those that ran out");
        Check.Sequence([first.Id], (await store.RunOutAsync(stores.Tenant, null, now + Duration.FromSeconds(20), 1, ct).ConfigureAwait(false)).Select(r => r.Id), "One of them");
        Check.Sequence([second.Id], (await store.RunOutAsync(stores.Tenant, second.Presentation, now + Duration.FromMinutes(1), 9, ct).ConfigureAwait(false)).Select(r => r.Id), "Of a presentation");
    }

    private static async Task RefusesStaleAsync(IClinicStores stores, CancellationToken ct)
    {
        var reservation = AReservation(stores);
        await AddAsync(stores, ct, reservation).ConfigureAwait(false);
        await SaveAsync(stores, ct, reservation.Release()).ConfigureAwait(false);
        await PharmacySamples.ConflictsAsync(() => SaveAsync(stores, ct, reservation.Release()), "A version that was changed since").ConfigureAwait(false);
        var found = await stores.Get<IReservationStore>().FindAsync(stores.Tenant, reservation.Id, ct).ConfigureAwait(false);
        Check.Equal((ReservationStatus.Released, 2L), (found!.Status, found.Version), "Status and version");
        Check.True(found.Lines.All(l => l.Quantity.IsZero), "nothing is kept any more");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var all = new List<Reservation>();
        for (var i = 0; i < 5; i++)
        {
            stores.Clock.Advance(Duration.FromSeconds(1));
            all.Add(AReservation(stores, i % 2 == 0 ? "even" : "odd"));
            await AddAsync(stores, ct, all[^1]).ConfigureAwait(false);
        }

        await SaveAsync(stores, ct, all[0].Release()).ConfigureAwait(false);
        var store = stores.Get<IReservationStore>();
        var first = await store.ListAsync(stores.Tenant, null, false, new PageRequest(3), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, null, false, new PageRequest(3, first.Next), ct).ConfigureAwait(false);
        Check.Sequence(all.AsEnumerable().Reverse().Select(r => r.Id), first.Items.Concat(rest.Items).Select(r => r.Id), "Newest first");
        Check.Sequence([all[4].Id, all[2].Id], (await store.ListAsync(stores.Tenant, "even", true, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(r => r.Id), "Active ones of an owner");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var reservation = AReservation(stores);
        await AddAsync(stores, ct, reservation).ConfigureAwait(false);
        var (store, other) = (stores.Get<IReservationStore>(), stores.OtherTenant);
        Check.Equal(null, await store.FindAsync(other, reservation.Id, ct).ConfigureAwait(false), "The reservation, asked by the other");
        Check.Equal(0, (await store.ActiveOnAsync(other, reservation.Lines[0].Lot, null, ct).ConfigureAwait(false)).Count, "On the lot, for the other");
        Check.Equal(0, (await store.RunOutAsync(other, null, reservation.Expires, 9, ct).ConfigureAwait(false)).Count, "Run out, for the other");
    }

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, CancellationToken ct, params Reservation[] all) => stores.CommitAsync(unit =>
    {
        foreach (var r in all) stores.Get<IReservationStore>().Add(unit, r);
    }, ct);

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, CancellationToken ct, params Reservation[] all) => stores.CommitAsync(unit =>
    {
        foreach (var r in all) stores.Get<IReservationStore>().Save(unit, r);
    }, ct);
}
