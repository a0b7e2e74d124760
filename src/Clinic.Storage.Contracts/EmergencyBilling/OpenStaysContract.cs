using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IOpenStays"/> promises.</summary>
public static class OpenStaysContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } = [new("Open stays of a site are told by id and version, first registered first", TellsAsync)];

    private static async Task TellsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (now, store) = (stores.Now(), stores.Get<IOpenStays>());
        var late = stores.AStay(now);
        var early = stores.AStay(now - Duration.FromHours(1)) with { Site = late.Site };
        var (waiting, elsewhere) = (stores.AStay(now) with { Site = late.Site }, stores.AStay(now).Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)));
        late = late.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started));
        early = early.Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started));
        await stores.AddAsync(ct, late, early, waiting, elsewhere).ConfigureAwait(false);
        Check.Sequence([new(early.Id, 1), new(late.Id, 1)], await store.OpenAsync(stores.Tenant, late.Site, ct).ConfigureAwait(false), "The open stays");

        await stores.ChangeAsync(early, s => s.Then(StayStatus.Paused, stores.AnEntry(StayEventKind.Paused) with { Pause = PauseKind.Procedure }), ct).ConfigureAwait(false);
        await stores.ChangeAsync(late, s => s.Then(StayStatus.Closed, stores.AnEntry(StayEventKind.Closed) with { Disposition = Disposition.Discharged }), ct).ConfigureAwait(false);
        Check.Sequence([new(early.Id, 2)], await store.OpenAsync(stores.Tenant, late.Site, ct).ConfigureAwait(false), "The open stays after a pause and a close");
        Check.Equal(0, (await store.OpenAsync(stores.OtherTenant, late.Site, ct).ConfigureAwait(false)).Count, "The open stays, asked by the other");
    }
}
