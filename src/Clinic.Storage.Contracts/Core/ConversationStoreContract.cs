using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IConversationStore"/> promises: decisions that stay, words that go, per tenant.</summary>
public static class ConversationStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Decisions come back in their order, and the last one is the present one", KeepsConsentsAsync),
        new("A decision that does not follow the present one is a conflict", RefusesStaleConsentAsync),
        new("A commit that relied on a withdrawn consent fails", SeesWithdrawalAsync),
        new("An entry comes back as it was said, to the microsecond and the thousandth", KeepsEntriesAsync),
        new("An id that exists already is a conflict that changes nothing", RefusesTwiceAsync),
        new("Entries are listed by instant and id, page after page", PagesAsync),
        new("Person and time narrow what is listed and counted", FiltersAsync),
        new("Counts add up with their mean certainty", CountsAsync),
        new("The oldest go first, up to an instant and a number", FindsOldestAsync),
        new("What is removed is gone, and nothing else; twice does no harm", RemovesAsync),
        new("Everything of a person is removed, and of nobody else", RemovesAllAsync),
        new("The same ids in two tenants are two", SeparatesTenantsAsync),
    ];

    private static async Task KeepsConsentsAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = stores.NewId<PersonId>();
        Check.Equal(null, await ConsentAsync(stores, person, ct).ConfigureAwait(false), "The decision of who never decided");
        ConversationConsent[] decided = [AConsent(stores, person, true, 1), AConsent(stores, person, false, 2), AConsent(stores, person, true, 3)];
        foreach (var consent in decided) await AddAsync(stores, consent, ct).ConfigureAwait(false);
        await AddAsync(stores, AConsent(stores, stores.NewId<PersonId>(), false, 1), ct).ConfigureAwait(false);

        Check.Equal(decided[2], await ConsentAsync(stores, person, ct).ConfigureAwait(false), "The present decision");
        Check.Sequence(decided, await Store(stores).ConsentsAsync(stores.Tenant, person, ct).ConfigureAwait(false), "All decisions");
        Check.Sequence([], await Store(stores).ConsentsAsync(stores.Tenant, stores.NewId<PersonId>(), ct).ConfigureAwait(false), "The decisions of nobody");
    }

    private static async Task RefusesStaleConsentAsync(IClinicStores stores, CancellationToken ct)
    {
        var first = AConsent(stores, stores.NewId<PersonId>(), true, 1);
        await AddAsync(stores, first, ct).ConfigureAwait(false);

        foreach (var version in (long[])[1, 3])
        {
            var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
                () => AddAsync(stores, first with { IsGiven = false, Version = version }, ct), "A decision out of order").ConfigureAwait(false);
            Check.Sequence([ConversationConsent.Fact(first.Person)], conflict.Facts, "The facts of the conflict");
        }

        Check.Sequence([first], await Store(stores).ConsentsAsync(stores.Tenant, first.Person, ct).ConfigureAwait(false), "The decisions");
    }

    private static async Task SeesWithdrawalAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = stores.NewId<PersonId>();
        await AddAsync(stores, AConsent(stores, person, true, 1), ct).ConfigureAwait(false);
        await AddAsync(stores, AConsent(stores, person, false, 2), ct).ConfigureAwait(false);
        var entry = AnEntry(stores, person);

        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit =>
            {
                unit.Require(ConversationConsent.Fact(person), 1);
                Store(stores).Add(unit, entry);
            }, ct),
            "An entry under a consent that was withdrawn").ConfigureAwait(false);

        Check.Sequence([], await AllAsync(stores, ct).ConfigureAwait(false), "The entries");
    }

    private static async Task KeepsEntriesAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = stores.NewId<PersonId>();
        ConversationEntry[] entries =
        [
            AnEntry(stores, person) with { Said = "pausar el conteo de Zoë Ñáñez 😀", Answered = "¿Confirma?", Command = stores.NewId<CommandId>() },
            AnEntry(stores, person) with { Said = "", Answered = "", Intent = null, Outcome = "notUnderstood", Confidence = 0m, Took = Duration.Zero },
            AnEntry(stores, person) with { Domain = ConversationDomain.Emergency, Confidence = 1m, Took = Duration.FromTicks(1_234_567_890) },
        ];
        foreach (var entry in entries) await AddAsync(stores, entry, ct).ConfigureAwait(false);

        Check.Sequence(Ordered(entries), await AllAsync(stores, ct).ConfigureAwait(false), "The entries");
    }

    private static async Task RefusesTwiceAsync(IClinicStores stores, CancellationToken ct)
    {
        var entry = AnEntry(stores, stores.NewId<PersonId>());
        await AddAsync(stores, entry, ct).ConfigureAwait(false);

        var conflict = await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => AddAsync(stores, entry with { Said = "otra cosa" }, ct), "Adding an id twice").ConfigureAwait(false);

        Check.Sequence([ConversationEntry.Fact(entry.Id)], conflict.Facts, "The facts of the conflict");
        Check.Sequence([entry], await AllAsync(stores, ct).ConfigureAwait(false), "The entries");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var entries = new List<ConversationEntry>();
        for (var i = 0; i < 7; i++)
        {
            entries.Add(AnEntry(stores, stores.NewId<PersonId>()));
            if (i % 3 == 2) stores.Clock.Advance(Duration.FromSeconds(-5));
        }

        await stores.CommitAsync(unit =>
        {
            foreach (var entry in entries) Store(stores).Add(unit, entry);
        }, ct).ConfigureAwait(false);

        var (read, mark) = (new List<ConversationEntry>(), (string?)null);
        do
        {
            var page = await Store(stores).ListAsync(stores.Tenant, new(), new(3, mark), ct).ConfigureAwait(false);
            read.AddRange(page.Items);
            mark = page.Next;
        }
        while (mark is not null);
        Check.Sequence(Ordered(entries), read, "The pages together");
    }

    private static async Task FiltersAsync(IClinicStores stores, CancellationToken ct)
    {
        var (mine, theirs) = (stores.NewId<PersonId>(), stores.NewId<PersonId>());
        var first = AnEntry(stores, mine);
        stores.Clock.Advance(Duration.FromMinutes(1));
        var (second, other) = (AnEntry(stores, mine), AnEntry(stores, theirs));
        foreach (var entry in (ConversationEntry[])[first, second, other]) await AddAsync(stores, entry, ct).ConfigureAwait(false);

        async Task ExpectAsync(ConversationFilter filter, params ConversationEntry[] expected)
        {
            var found = await Store(stores).ListAsync(stores.Tenant, filter, PageRequest.First, ct).ConfigureAwait(false);
            Check.Sequence(Ordered(expected), found.Items, $"The entries of {filter}");
            var counts = await Store(stores).CountAsync(stores.Tenant, filter, ct).ConfigureAwait(false);
            Check.Equal(expected.Length, counts.Sum(c => c.Entries), $"The count of {filter}");
        }

        await ExpectAsync(new(mine), first, second).ConfigureAwait(false);
        await ExpectAsync(new(From: second.At), second, other).ConfigureAwait(false);
        await ExpectAsync(new(Until: second.At), first).ConfigureAwait(false);
        await ExpectAsync(new(mine, second.At, second.At + Duration.FromSeconds(1)), second).ConfigureAwait(false);
        await ExpectAsync(new(stores.NewId<PersonId>())).ConfigureAwait(false);
    }

    private static async Task CountsAsync(IClinicStores stores, CancellationToken ct)
    {
        PersonId[] people = [.. new[] { stores.NewId<PersonId>(), stores.NewId<PersonId>() }.OrderBy(p => p.ToString(), StringComparer.Ordinal)];
        foreach (var confidence in (decimal[])[0.5m, 0.75m, 1m]) await AddAsync(stores, AnEntry(stores, people[0]) with { Confidence = confidence }, ct).ConfigureAwait(false);
        await AddAsync(stores, AnEntry(stores, people[0]) with { Outcome = "ambiguous", Confidence = 0.333m }, ct).ConfigureAwait(false);
        await AddAsync(stores, AnEntry(stores, people[1]) with { Domain = ConversationDomain.Emergency, Confidence = 0m }, ct).ConfigureAwait(false);
        foreach (var confidence in (decimal[])[0m, 0.001m]) await AddAsync(stores, AnEntry(stores, people[1]) with { Confidence = confidence }, ct).ConfigureAwait(false);

        Check.Sequence(
            [
                new(people[0], ConversationDomain.Dispensing, "ambiguous", 1, 0.333m), new(people[0], ConversationDomain.Dispensing, "understood", 3, 0.75m),
                new(people[1], ConversationDomain.Dispensing, "understood", 2, 0.001m), new(people[1], ConversationDomain.Emergency, "understood", 1, 0m),
            ],
            await Store(stores).CountAsync(stores.Tenant, new(), ct).ConfigureAwait(false),
            "The counts");
    }

    private static async Task FindsOldestAsync(IClinicStores stores, CancellationToken ct)
    {
        var entries = new List<ConversationEntry>();
        for (var i = 0; i < 4; i++)
        {
            entries.Add(AnEntry(stores, stores.NewId<PersonId>()));
            stores.Clock.Advance(Duration.FromTicks(10));
        }

        foreach (var entry in Enumerable.Reverse(entries)) await AddAsync(stores, entry, ct).ConfigureAwait(false);

        async Task ExpectAsync(Instant at, int most, params int[] expected) => Check.Sequence(
            expected.Select(i => entries[i].Id), await Store(stores).OldestAsync(stores.Tenant, at, most, ct).ConfigureAwait(false), $"The oldest {most}");

        await ExpectAsync(entries[2].At, 10, 0, 1, 2).ConfigureAwait(false);
        await ExpectAsync(entries[3].At, 2, 0, 1).ConfigureAwait(false);
        await ExpectAsync(entries[0].At - Duration.FromTicks(10), 10).ConfigureAwait(false);
    }

    private static async Task RemovesAsync(IClinicStores stores, CancellationToken ct)
    {
        var person = stores.NewId<PersonId>();
        ConversationEntry[] entries = [AnEntry(stores, person), AnEntry(stores, person), AnEntry(stores, person)];
        foreach (var entry in entries) await AddAsync(stores, entry, ct).ConfigureAwait(false);

        for (var i = 0; i < 2; i++)
            await stores.CommitAsync(unit => Store(stores).Remove(unit, [entries[0].Id, entries[2].Id]), ct).ConfigureAwait(false);

        Check.Sequence([entries[1]], await AllAsync(stores, ct).ConfigureAwait(false), "What is left");
    }

    private static async Task RemovesAllAsync(IClinicStores stores, CancellationToken ct)
    {
        var (mine, theirs) = (stores.NewId<PersonId>(), stores.NewId<PersonId>());
        await AddAsync(stores, AConsent(stores, mine, true, 1), ct).ConfigureAwait(false);
        var other = AnEntry(stores, theirs);
        foreach (var entry in (ConversationEntry[])[AnEntry(stores, mine), other, AnEntry(stores, mine)]) await AddAsync(stores, entry, ct).ConfigureAwait(false);

        await stores.CommitAsync(unit => Store(stores).RemoveAll(unit, mine), ct).ConfigureAwait(false);

        Check.Sequence([other], await AllAsync(stores, ct).ConfigureAwait(false), "What is left");
        Check.True((await ConsentAsync(stores, mine, ct).ConfigureAwait(false))?.IsGiven == true, "the consent stays");
    }

    private static async Task SeparatesTenantsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = Store(stores);
        var mine = AnEntry(stores, stores.NewId<PersonId>());
        var theirs = mine with { Said = "otra clínica" };
        var (given, withdrawn) = (AConsent(stores, mine.Person, true, 1), AConsent(stores, mine.Person, false, 1));
        await stores.CommitAsync(unit =>
        {
            store.Add(unit, given);
            store.Add(unit, mine);
        }, ct).ConfigureAwait(false);
        await stores.CommitAsync(unit =>
        {
            store.Add(unit, withdrawn);
            store.Add(unit, theirs);
        }, ct, stores.OtherTenant).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.RemoveAll(unit, mine.Person), ct, stores.OtherTenant).ConfigureAwait(false);

        Check.Sequence([mine], await AllAsync(stores, ct).ConfigureAwait(false), "The entries");
        Check.Equal(given, await ConsentAsync(stores, mine.Person, ct).ConfigureAwait(false), "The consent");
        Check.Equal(withdrawn, await store.ConsentAsync(stores.OtherTenant, mine.Person, ct).ConfigureAwait(false), "The consent in the other tenant");
    }

    private static IConversationStore Store(IClinicStores stores) => stores.Get<IConversationStore>();

    private static Instant Now(IClinicStores stores) => stores.Clock.GetCurrentInstant().TruncateToMicroseconds();

    private static ConversationConsent AConsent(IClinicStores stores, PersonId person, bool isGiven, long version) => new(person, isGiven, Now(stores), version);

    private static ConversationEntry AnEntry(IClinicStores stores, PersonId person) => new()
    {
        Id = stores.NewId<ConversationId>(),
        Session = stores.Get<IIdGenerator>().Next(),
        Person = person,
        Consent = 1,
        Domain = ConversationDomain.Dispensing,
        Said = "registrar entrega",
        Answered = "¿Cuánto?",
        Intent = "handOver",
        Outcome = "understood",
        Confidence = 0.875m,
        Took = Duration.FromTicks(12_340),
        At = Now(stores),
    };

    private static IEnumerable<ConversationEntry> Ordered(IEnumerable<ConversationEntry> entries) =>
        entries.OrderBy(e => e.At).ThenBy(e => e.Id.ToString(), StringComparer.Ordinal);

    private static Task<ConversationConsent?> ConsentAsync(IClinicStores stores, PersonId person, CancellationToken ct) =>
        Store(stores).ConsentAsync(stores.Tenant, person, ct);

    private static async Task<IReadOnlyList<ConversationEntry>> AllAsync(IClinicStores stores, CancellationToken ct) =>
        (await Store(stores).ListAsync(stores.Tenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items;

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, ConversationConsent consent, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Add(unit, consent), ct);

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, ConversationEntry entry, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Add(unit, entry), ct);
}
