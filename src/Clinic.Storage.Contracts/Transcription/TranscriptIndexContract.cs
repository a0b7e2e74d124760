using Clinic.Abstractions;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ITranscriptIndex"/> promises.</summary>
public static class TranscriptIndexContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("Words are found without case and accents, next to each other, from their beginning, and left out", FindsAsync),
        new("What a person types is never an operator", QuotesAsync),
        new("Only texts in which somebody has a part are found, narrowed by kind, patient, physician and dates", NarrowsAsync),
        new("Hits come by rank and in pages, each once", PagesAsync),
        new("A newer text takes the place of an older one, never the other way round", ReplacesAsync),
        new("What is removed, or cleared, is found no more, and the state counts it until it is swept out", RemovesAsync),
    ];

    private static ITranscriptIndex Index(IClinicStores stores) => stores.Get<ITranscriptIndex>();

    private static async Task FindsAsync(IClinicStores stores, CancellationToken ct)
    {
        var room = new Room(stores);
        var throat = await room.PutAsync("¿Qué le duele?\nMe duele la GARGANTA desde el año pasado.", ct).ConfigureAwait(false);
        var fever = await room.PutAsync("Tiene fiebre de 38.5 y toma 500mg de paracetamol; la garganta esta\u0301 sana.", ct).ConfigureAwait(false);

        await room.ExpectAsync("garganta", [throat, fever], ct).ConfigureAwait(false);
        await room.ExpectAsync("Gárgantá DUELE", [throat], ct).ConfigureAwait(false);
        await room.ExpectAsync("ano", [throat], ct).ConfigureAwait(false);
        await room.ExpectAsync("está", [fever], ct).ConfigureAwait(false);
        await room.ExpectAsync("\"la garganta desde\"", [throat], ct).ConfigureAwait(false);
        await room.ExpectAsync("\"garganta la\"", [], ct).ConfigureAwait(false);
        await room.ExpectAsync("38.5", [fever], ct).ConfigureAwait(false);
        await room.ExpectAsync("parace*", [fever], ct).ConfigureAwait(false);
        await room.ExpectAsync("parace", [], ct).ConfigureAwait(false);
        await room.ExpectAsync("\"500mg de para\"*", [fever], ct).ConfigureAwait(false);
        await room.ExpectAsync("garganta -fiebre", [throat], ct).ConfigureAwait(false);
        await room.ExpectAsync("garganta -fiebre -\"le duele\"", [], ct).ConfigureAwait(false);
    }

    private static async Task QuotesAsync(IClinicStores stores, CancellationToken ct)
    {
        var room = new Room(stores);
        var one = await room.PutAsync("or and not near words rowid null", ct).ConfigureAwait(false);
        foreach (var text in (string[])["AND", "or", "NOT", "NEAR(words, 2)", "words:rowid", "near OR", "\"null", "^or", "or +and", "{words}: or", "or)", "or; --", "or''", "OR*"])
        {
            SearchExpression expression;
            try
            {
                expression = SearchExpression.Parse(text);
            }
            catch (Clinic.Transcription.TranscriptionException)
            {
                continue;
            }

            _ = await Index(stores).SearchAsync(stores.Tenant, room.Query(expression), PageRequest.First, ct).ConfigureAwait(false);
        }

        await room.ExpectAsync("NOT and or", [one], ct).ConfigureAwait(false);
    }

    private static async Task NarrowsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (room, other) = (new Room(stores), new Room(stores));
        var mine = await room.PutAsync("dolor", ct).ConfigureAwait(false);
        var theirs = await other.PutAsync("dolor", ct, d => d with { Site = room.Site }).ConfigureAwait(false);
        var helped = await other.PutAsync("dolor", ct, d => d with { Site = room.Site, Assistant = room.Person, At = d.At + Duration.FromDays(2) }).ConfigureAwait(false);
        var report = await room.PutAsync("dolor", ct, kind: IndexedKind.Report).ConfigureAwait(false);
        await other.PutAsync("dolor", ct, d => d with { Physician = room.Person }).ConfigureAwait(false);
        var all = room.Query(SearchExpression.Parse("dolor"));

        await room.ExpectAsync(all, [mine, helped, report], ct).ConfigureAwait(false);
        await room.ExpectAsync(all with { Participant = other.Person }, [theirs, helped], ct).ConfigureAwait(false);
        await room.ExpectAsync(all with { Kind = IndexedKind.Report }, [report], ct).ConfigureAwait(false);
        await room.ExpectAsync(all with { Physician = other.Person }, [helped], ct).ConfigureAwait(false);
        await room.ExpectAsync(all with { Patient = other.Patient }, [helped], ct).ConfigureAwait(false);
        await room.ExpectAsync(all with { From = stores.Now() + Duration.FromDays(1) }, [helped], ct).ConfigureAwait(false);
        await room.ExpectAsync(all with { Until = stores.Now() + Duration.FromDays(1) }, [mine, report], ct).ConfigureAwait(false);
        Check.Equal(0, (await Index(stores).SearchAsync(stores.OtherTenant, all, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Hits, asked by the other");
    }

    private static async Task PagesAsync(IClinicStores stores, CancellationToken ct)
    {
        var room = new Room(stores);
        var keys = new List<IndexKey>();
        for (var i = 0; i < 5; i++) keys.Add(await room.PutAsync("tos seca desde ayer por la noche", ct).ConfigureAwait(false));
        var best = await room.PutAsync("tos tos tos seca", ct).ConfigureAwait(false);
        var (found, mark) = (new List<IndexKey>(), (string?)null);
        do
        {
            var page = await Index(stores).SearchAsync(stores.Tenant, room.Query(SearchExpression.Parse("tos")), new PageRequest(2, mark), ct).ConfigureAwait(false);
            found.AddRange(page.Items.Select(h => h.Key));
            mark = page.Next;
        }
        while (mark is not null);

        Check.Sequence([best, .. keys], found, "The hits");
        var strange = await Index(stores).SearchAsync(stores.Tenant, room.Query(SearchExpression.Parse("tos")), new PageRequest(2, "no mark"), ct).ConfigureAwait(false);
        Check.Equal(0, strange.Items.Count, "Hits after a mark that is none");
    }

    private static async Task ReplacesAsync(IClinicStores stores, CancellationToken ct)
    {
        var room = new Room(stores);
        var key = await room.PutAsync("primero", ct).ConfigureAwait(false);
        await room.PutAsync("segundo", ct, d => d with { Version = 3, Assistant = stores.NewId<PersonId>() }, key: key).ConfigureAwait(false);
        await room.PutAsync("viejo", ct, d => d with { Version = 2 }, key: key).ConfigureAwait(false);

        await room.ExpectAsync("primero", [], ct).ConfigureAwait(false);
        await room.ExpectAsync("viejo", [], ct).ConfigureAwait(false);
        await room.ExpectAsync("segundo", [key], ct).ConfigureAwait(false);
        Check.Equal(1L, Check.Found(await Index(stores).FindStateAsync(stores.Tenant, ct).ConfigureAwait(false), "The state").Entries, "Entries");
    }

    private static async Task RemovesAsync(IClinicStores stores, CancellationToken ct)
    {
        Check.Equal(null, await Index(stores).FindStateAsync(stores.Tenant, ct).ConfigureAwait(false), "The state before anything");
        var room = new Room(stores);
        var (first, second) = (await room.PutAsync("fiebre alta", ct).ConfigureAwait(false), await room.PutAsync("fiebre baja", ct).ConfigureAwait(false));
        await stores.CommitAsync(unit => Index(stores).MarkBuilt(unit, 7), ct).ConfigureAwait(false);
        for (var i = 0; i < 2; i++) await stores.CommitAsync(unit => Index(stores).Remove(unit, first), ct).ConfigureAwait(false);

        await room.ExpectAsync("fiebre", [second], ct).ConfigureAwait(false);
        Check.Equal(new IndexState(7, 1, 1), await Index(stores).FindStateAsync(stores.Tenant, ct).ConfigureAwait(false), "The state after a removal");
        await Index(stores).SweepAsync(stores.Tenant, ct).ConfigureAwait(false);
        Check.Equal(new IndexState(7, 0, 1), await Index(stores).FindStateAsync(stores.Tenant, ct).ConfigureAwait(false), "The state after it was swept");
        await room.ExpectAsync("fiebre", [second], ct).ConfigureAwait(false);
        await stores.CommitAsync(Index(stores).Clear, ct).ConfigureAwait(false);
        await room.ExpectAsync("fiebre", [], ct).ConfigureAwait(false);
        Check.Equal(new IndexState(0, 1, 0), await Index(stores).FindStateAsync(stores.Tenant, ct).ConfigureAwait(false), "The state after all was cleared");
        Check.Equal(null, await Index(stores).FindStateAsync(stores.OtherTenant, ct).ConfigureAwait(false), "The state, asked by the other");
    }

    private sealed class Room(IClinicStores stores)
    {
        public SiteId Site { get; } = stores.NewId<SiteId>();

        public PersonId Person { get; } = stores.NewId<PersonId>();

        public PatientId Patient { get; } = stores.NewId<PatientId>();

        public IndexQuery Query(SearchExpression expression) => new(Site, Person, expression);

        public async Task<IndexKey> PutAsync(
            string text, CancellationToken ct, Func<IndexDocument, IndexDocument>? change = null, IndexedKind kind = IndexedKind.Transcript, IndexKey? key = null)
        {
            var session = stores.NewId<SessionId>();
            var document = new IndexDocument(key ?? new(kind, session.Value), text) { Session = session, Site = Site, Patient = Patient, Physician = Person, At = stores.Now(), Version = 1 };
            document = change?.Invoke(document) ?? document;
            await stores.CommitAsync(unit => Index(stores).Put(unit, document), ct).ConfigureAwait(false);
            return document.Key;
        }

        public Task ExpectAsync(string text, IndexKey[] expected, CancellationToken ct) => ExpectAsync(Query(SearchExpression.Parse(text)), expected, ct, text);

        public async Task ExpectAsync(IndexQuery query, IndexKey[] expected, CancellationToken ct, string what = "The query")
        {
            var found = await Index(stores).SearchAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false);
            Check.Sequence(expected.Select(k => k.ToString()).Order(StringComparer.Ordinal), found.Items.Select(h => h.Key.ToString()).Order(StringComparer.Ordinal), what);
        }
    }
}
