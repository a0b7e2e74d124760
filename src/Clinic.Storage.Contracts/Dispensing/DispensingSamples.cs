using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>Things of dispensing with good defaults, for the cases.</summary>
internal static class DispensingSamples
{
    /// <summary>A text that a careless store would cut, merge or mend.</summary>
    public const string HardText = "Ñandú \"dosis\" – \0 \U0001F48A ";

    /// <summary>Places in time of seven things: out of order, with ties.</summary>
    public static IReadOnlyList<int> Unordered { get; } = [2, 0, 1, 1, 1, 2, 1];

    public static Signed ASigned(this IClinicStores stores) => new(stores.NewId<PersonId>(), stores.Now());

    public static Guid AUuid(this IClinicStores stores) => stores.NewId<CommandId>().Value;

    public static DispensableProduct AProduct(this IClinicStores stores) => new(
        stores.NewId<PresentationId>(), stores.NewId<MedicationId>(), "Amoxicilina 500 mg", MedicationClass.Standard, UnitCode.Tablet, 0, [], null, null, []);

    public static DispensationLine ALine(this IClinicStores stores, int number = 1) =>
        new(number, stores.AProduct(), new(10, UnitCode.Tablet), 10, null, null, false, null, [], []);

    /// <summary>A routine request of now with one line.</summary>
    public static DispensationSnapshot ADispensation(this IClinicStores stores) => new()
    {
        Id = stores.NewId<DispensationId>(),
        Site = stores.NewId<SiteId>(),
        From = stores.NewId<LocationId>(),
        Pharmacy = stores.NewId<DepartmentId>(),
        Target = new(stores.NewId<DepartmentId>(), CareArea.Ward),
        Status = DispenseStatus.Requested,
        ValidUntil = stores.Now() + Duration.FromDays(1),
        Requested = stores.ASigned(),
        Lines = [stores.ALine()],
        Version = 1,
    };

    public static AllocatedPart APart(this IClinicStores stores, LotId? lot = null) => new(stores.AUuid(), lot ?? stores.NewId<LotId>(), "L1", null, 10);

    public static LotAccount AnAccount(this IClinicStores stores, LotId? lot = null) => new(
        lot ?? stores.NewId<LotId>(), "L1", null, [new(stores.NewId<HandOverId>(), stores.AUuid(), 10, 0)], 10, 0, 0, 0, 0, 0, stores.Now());

    public static DispensationSnapshot Keeping(this DispensationSnapshot snapshot, params AllocatedPart[] parts) =>
        snapshot with { Lines = [snapshot.Lines[0] with { Parts = parts }, .. snapshot.Lines.Skip(1)] };

    public static DispensationSnapshot HandedOver(this DispensationSnapshot snapshot, params LotAccount[] accounts) =>
        snapshot with { Lines = [snapshot.Lines[0] with { Accounts = accounts }, .. snapshot.Lines.Skip(1)] };

    public static AuthenticationRecord AProof(this IClinicStores stores, CredentialKind kind = CredentialKind.Badge) =>
        new(stores.NewId<PersonId>(), kind, stores.AUuid(), stores.Now(), "Mostrador 1");

    public static HandOverRecord AnAttested(this IClinicStores stores, Instant confirmBy, AuthenticationRecord? confirmed = null) => new(
        stores.NewId<HandOverId>(), stores.Now(), stores.NewId<PersonId>(), stores.NewId<PersonId>(), null,
        new(stores.AProof(), stores.AProof(CredentialKind.Pin), HardText, confirmBy, confirmed), null, null, []);

    public static Ticket ATicket(this IClinicStores stores, TicketKind kind = TicketKind.Difference, Instant? due = null) => new(
        stores.NewId<TicketId>(), kind, null, null, null, stores.NewId<PersonId>(), stores.Now(), null, due ?? stores.Now() + Duration.FromDays(2), 0, [], null);

    public static Ticket Resolved(this IClinicStores stores, Ticket ticket) =>
        ticket with { Resolution = new(TicketOutcome.Explained, HardText, stores.NewId<PersonId>(), stores.Now(), null) };

    public static Task<ContractAnswer> AddAsync(this IClinicStores stores, CancellationToken ct, params DispensationSnapshot[] all) => stores.CommitAsync(unit =>
    {
        foreach (var one in all) stores.Get<IDispensationStore>().Add(unit, Dispensation.Restore(one));
    }, ct);

    /// <summary>Loads it, changes it, saves it, and gives what was saved.</summary>
    public static async Task<DispensationSnapshot> ChangeAsync(
        this IClinicStores stores, DispensationId id, Func<DispensationSnapshot, DispensationSnapshot> change, CancellationToken ct)
    {
        var store = stores.Get<IDispensationStore>();
        var before = Check.Found(await store.FindAsync(stores.Tenant, id, ct).ConfigureAwait(false), "The dispensation to change");
        var after = Next(before.ToSnapshot(), change);
        await stores.CommitAsync(unit => store.Save(unit, before, Dispensation.Restore(after)), ct).ConfigureAwait(false);
        return after;
    }

    public static DispensationSnapshot Next(DispensationSnapshot before, Func<DispensationSnapshot, DispensationSnapshot> change) =>
        change(before) with { Version = before.Version + 1 };

    /// <summary>What is stored is this, in every field.</summary>
    public static async Task ExpectAsync(this IClinicStores stores, DispensationSnapshot expected, CancellationToken ct)
    {
        var store = stores.Get<IDispensationStore>();
        var found = Check.Found(await store.FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The dispensation").ToSnapshot();
        Check.Equal(JsonSerializer.Serialize(expected, ClinicJson.Options), JsonSerializer.Serialize(found, ClinicJson.Options), "The whole as JSON");
        Check.True(Bare(expected) == Bare(found), "the fields are equal");
        Check.Sequence(expected.Participants, found.Participants, "Participants");
        Check.Sequence(expected.Returns, found.Returns, "Returns");
        Check.Sequence(expected.Tickets.Select(t => t with { Evidence = [] }), found.Tickets.Select(t => t with { Evidence = [] }), "Tickets");
        Check.Sequence(expected.Tickets.SelectMany(t => t.Evidence), found.Tickets.SelectMany(t => t.Evidence), "Evidence");
        Check.Sequence(expected.HandOvers.Select(h => h with { Parts = [] }), found.HandOvers.Select(h => h with { Parts = [] }), "Hand-overs");
        Check.Sequence(expected.HandOvers.SelectMany(h => h.Parts), found.HandOvers.SelectMany(h => h.Parts), "What was handed over");
        Check.Sequence(expected.Lines.Select(Bare), found.Lines.Select(Bare), "Lines");
        Check.Sequence(expected.Lines.SelectMany(l => l.Parts), found.Lines.SelectMany(l => l.Parts), "Parts");
        Check.Sequence(expected.Lines.SelectMany(l => l.Accounts).Select(a => a with { Issues = [] }), found.Lines.SelectMany(l => l.Accounts).Select(a => a with { Issues = [] }), "Accounts");
        Check.Sequence(expected.Lines.SelectMany(l => l.Accounts).SelectMany(a => a.Issues), found.Lines.SelectMany(l => l.Accounts).SelectMany(a => a.Issues), "Issues");
    }

    /// <summary>Every item of every page, and that each page keeps to its size.</summary>
    public static async Task<IReadOnlyList<T>> AllPagesAsync<T>(Func<PageRequest, Task<Page<T>>> list, int size)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await list(new PageRequest(size, after)).ConfigureAwait(false);
            Check.True(page.Items.Count == size || page.Next is null, "only the last page is short");
            all.AddRange(page.Items);
            Check.True(all.Count < 1000, "the pages come to an end");
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    private static DispensationSnapshot Bare(DispensationSnapshot s) => s with { Lines = [], HandOvers = [], Returns = [], Tickets = [], Participants = [] };

    private static DispensationLine Bare(DispensationLine l) => l with { Product = l.Product with { Units = [], Strengths = [] }, Parts = [], Accounts = [] };
}
