using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Storage.Contracts;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>What people said is encrypted like patients: nothing clear in the file, keys that change, nothing lost.</summary>
public sealed class ConversationEncryptionTests : IDisposable
{
    private static readonly byte[] First = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Second = [.. Enumerable.Range(101, 32).Select(i => (byte)i)];

    private readonly TemporaryFolder folder = new();
    private readonly TenantId tenant = new(Guid.CreateVersion7());

    public static TheoryData<string> Cases { get; } = [.. ConversationStoreContract.Cases.Select(c => c.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Encrypted_conversations_keep_the_contract(string name)
    {
        await using var stores = await TursoStores.MakeAsync(fieldKeys: FieldKeyRing.Random());

        await ConversationStoreContract.Cases.Single(c => c.Name == name).RunAsync(stores, Stop);

        Assert.Empty(await stores.Source.ListAsync(
            "SELECT id FROM conversation_entries WHERE field_key IS NULL OR said LIKE '%registrar%' OR answered LIKE '%nto%'", [], r => r.Text(0), Stop));
    }

    [Fact]
    public async Task Keys_of_conversations_change_and_nothing_is_lost()
    {
        var entries = Enumerable.Range(0, 130).Select(i => AnEntry($"pausar el conteo de María Ñáñez {i}")).ToList();
        await WithAsync(null, s => AddAsync(s, entries.Take(70)));
        await WithAsync(Ring("k1"), async s =>
        {
            await AddAsync(s, entries.Skip(70));
            Assert.Equal(70, await s.Get<FieldRotation>().EncryptAsync(Stop));
            await SameAsync(s, entries);
        });
        await WithAsync(Ring("k2", "k1"), async s => Assert.Equal(130, await s.Get<FieldRotation>().EncryptAsync(Stop)));
        await WithAsync(Ring("k2"), async s =>
        {
            await SameAsync(s, entries);
            Assert.Equal(0, await s.Get<FieldRotation>().OutstandingAsync(Stop));
            Assert.Equal(130, await s.Get<FieldRotation>().DecryptAsync(Stop));
        });
        await WithAsync(null, s => SameAsync(s, entries));
    }

    [Fact]
    public async Task Words_are_never_changed_and_consents_neither_changed_nor_removed()
    {
        await WithAsync(null, async s =>
        {
            var person = new PersonId(Guid.CreateVersion7());
            await AddAsync(s, [AnEntry("hola")]);
            await s.CommitAsync(unit => s.Get<IConversationStore>().Add(unit, new ConversationConsent(person, true, Instant.FromUtc(2026, 1, 1, 0, 0), 1)), tenant: tenant);

            foreach (var sql in (string[])
                [
                    "UPDATE conversation_entries SET intent = 'close'", "UPDATE conversation_consent_history SET is_given = 0", "DELETE FROM conversation_consent_history",
                ])
                await Assert.ThrowsAsync<TursoException>(() => s.Source.WriteAsync(sql, [], Stop));
        });
    }

    [Fact]
    public async Task The_change_trail_keeps_no_words() =>
        await WithAsync(null, s => Assert.ThrowsAsync<ArgumentException>(() => s.Get<ChangeTrail>().FollowAsync("conversation_entries", ChangeDetail.Full, Stop)));

    private static FieldKeyRing Ring(params string[] ids) => new(ids[0], ids.ToDictionary(id => id, id => id == "k1" ? First : Second));

    private static ConversationEntry AnEntry(string said) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Session = Guid.CreateVersion7(),
        Person = new(Guid.CreateVersion7()),
        Consent = 1,
        Domain = ConversationDomain.Emergency,
        Said = said,
        Answered = said + "?",
        Intent = null,
        Outcome = "ambiguous",
        Confidence = 0.5m,
        Took = Duration.FromMilliseconds(3),
        At = Instant.FromUtc(2026, 3, 2, 15, 0),
    };

    private async Task WithAsync(FieldKeyRing? keys, Func<TursoStores, Task> work)
    {
        await using var stores = await TursoStores.MakeAsync(configure: o => o.DataSource = folder.File(), fieldKeys: keys);
        await work(stores);
    }

    private async Task AddAsync(TursoStores stores, IEnumerable<ConversationEntry> entries)
    {
        foreach (var entry in entries) await stores.CommitAsync(unit => stores.Get<IConversationStore>().Add(unit, entry), tenant: tenant);
    }

    private async Task SameAsync(TursoStores stores, List<ConversationEntry> entries) =>
        Assert.Equal(
            entries.OrderBy(e => e.Id.ToString(), StringComparer.Ordinal),
            (await stores.Get<IConversationStore>().ListAsync(tenant, new(), new(500), Stop)).Items);
}
