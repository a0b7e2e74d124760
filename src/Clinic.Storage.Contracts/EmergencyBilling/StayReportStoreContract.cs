using System.Text.Json;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStayReportStore"/> promises.</summary>
public static class StayReportStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("An account holds the stay with every revision and document, and nothing of others", KeepsAsync),
        new("Of the stays of one visit one speaks for it: the last registered that is not void", SpeaksAsync),
        new("Ended stays come by the instant of the close as it is held now, each once, in pages", EndsAsync),
        new("Figures are those of the accounts, exact to the last digit", FiguresAsync),
        new("Changes of times and tariffs come in one list by time, in pages", ListsChangesAsync),
        new("Each part of a query for changes keeps out what does not fit", FiltersChangesAsync),
        new("A mark that no page gave is no error, and a store without stays answers with nothing", AnyMarkAsync),
    ];

    private static IStayReportStore Store(IClinicStores stores) => stores.Get<IStayReportStore>();

    private static StaySnapshot Ended(IClinicStores stores, SiteId site, Instant end) => stores.AStay(end - Duration.FromHours(1)).Then(
        StayStatus.Closed, stores.AnEntry(StayEventKind.Started, end - Duration.FromHours(1)),
        stores.AnEntry(StayEventKind.Closed, end) with { Disposition = Disposition.Discharged }) with
    { Site = site };

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (full, bare) = (stores.AFullStay(), stores.AStay());
        await stores.AddAsync(ct, full, bare, stores.AFullStay()).ConfigureAwait(false);
        var bill = StatementStoreContract.ABill();
        RecordedStatement[] revisions =
        [
            StatementStoreContract.ARevision(stores, full.Id, 1, bill),
            StatementStoreContract.ARevision(stores, full.Id, 2, bill with { Kind = StatementKind.Credit, Total = -bill.Total }, reverses: 1),
        ];
        foreach (var revision in revisions) await StatementStoreContract.AddAsync(stores, revision, ct).ConfigureAwait(false);
        var first = StayInvoiceStoreContract.AnInvoice(stores, full.Site, full.Id, stores.Now() - Duration.FromHours(1), payer: null)
            .Attempt(stores.Now()).Answer(new StayInvoiceOutcome.Accepted("001-002-000000001", "SRI-ñ", stores.Now()), stores.Now());
        first = StayInvoice.Restore(first.ToSnapshot() with { Version = 1 });
        var second = StayInvoiceStoreContract.AnInvoice(stores, full.Site, full.Id, stores.Now());
        foreach (var invoice in (StayInvoice[])[second, first, StayInvoiceStoreContract.AnInvoice(stores, bare.Site)])
            await stores.CommitAsync(unit => stores.Get<IStayInvoiceStore>().Add(unit, invoice), ct).ConfigureAwait(false);

        var all = await DispensingSamples.AllPagesAsync(p => Store(stores).AccountsAsync(stores.Tenant, new(), p, ct), 2).ConfigureAwait(false);
        var found = Check.Found(all.SingleOrDefault(a => a.Stay.Id == full.Id), "The account");

        Check.Equal(3, all.Count, "All accounts");
        Check.Equal(Json(full), Json(found.Stay.ToSnapshot()), "The stay");
        Check.Equal(Json(revisions), Json(found.Revisions), "The revisions");
        Check.Equal(Json(new[] { first.ToSnapshot(), second.ToSnapshot() }), Json(found.Invoices.Select(i => i.ToSnapshot())), "The documents");
        var other = all.Single(a => a.Stay.Id == bare.Id);
        Check.Equal((0, 0, true), (other.Revisions.Count, other.Invoices.Count, other.SpeaksForVisit), "What another stay has");
        Check.Equal(full.Id, (await Store(stores).AccountsAsync(stores.Tenant, new() { Encounter = full.Encounter }, PageRequest.First, ct).ConfigureAwait(false)).Items.Single().Stay.Id, "By visit");
        Check.Equal(0, (await Store(stores).AccountsAsync(stores.OtherTenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "For the other");
    }

    private static async Task SpeaksAsync(IClinicStores stores, CancellationToken ct)
    {
        var (at, visit, site) = (stores.Now(), stores.NewId<EncounterId>(), stores.NewId<SiteId>());
        StaySnapshot Of(int minute, StayStatus status) => stores.AStay(at + Duration.FromMinutes(minute)) with { Encounter = visit, Site = site, Status = status };
        var (early, late, gone) = (Of(0, StayStatus.Registered), Of(1, StayStatus.Registered), Of(2, StayStatus.EnteredInError));
        var elsewhere = Of(3, StayStatus.Registered) with { Site = stores.NewId<SiteId>() };
        var onlyVoid = Of(4, StayStatus.Cancelled) with { Encounter = stores.NewId<EncounterId>() };
        await stores.AddAsync(ct, gone, late, early, elsewhere, onlyVoid).ConfigureAwait(false);

        var all = (await Store(stores).AccountsAsync(stores.Tenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items;

        Check.Sequence(new[] { onlyVoid, elsewhere, late }.Select(s => s.Id), all.Where(a => a.SpeaksForVisit).Select(a => a.Stay.Id), "Who speaks");
    }

    private static async Task EndsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, from) = (stores.NewId<SiteId>(), stores.Now());
        var until = from + Duration.FromHours(1);
        var inside = DispensingSamples.Unordered.Select(i => Ended(stores, site, from + (PharmacySamples.Microsecond * i))).Append(Ended(stores, site, until - PharmacySamples.Microsecond)).ToList();
        var corrected = Ended(stores, site, until + Duration.FromHours(5));
        corrected = corrected.Then(StayStatus.Closed, stores.AnEntry(StayEventKind.TimeCorrected, from + Duration.FromMinutes(9)) with { Supersedes = corrected.Events[^1].Id });
        var reopened = Ended(stores, site, from).Then(StayStatus.Running, stores.AnEntry(StayEventKind.Reopened, from) with { Gap = GapMode.Billable });
        var open = stores.AStay(from).Then(StayStatus.Running, stores.AnEntry(StayEventKind.Started)) with { Site = site };
        await stores.AddAsync(ct, [.. inside, corrected, reopened, open]).ConfigureAwait(false);
        await stores.AddAsync(ct, Ended(stores, site, until), Ended(stores, site, from - PharmacySamples.Microsecond), Ended(stores, stores.NewId<SiteId>(), from)).ConfigureAwait(false);

        var expected = inside.Append(corrected).OrderBy(s => EmergencyStay.Restore(s).EndedAt).ThenBy(s => s.Id.ToString(), StringComparer.Ordinal).Select(s => s.Id).ToList();
        foreach (var size in new[] { 1, 3, 50 })
        {
            var found = await DispensingSamples.AllPagesAsync(p => Store(stores).EndedAsync(stores.Tenant, site, from, until, p, ct), size).ConfigureAwait(false);
            Check.Sequence(expected, found.Select(a => a.Stay.Id), $"Ended stays, {size} a page");
        }

        var figures = await Store(stores).FiguresAsync(stores.Tenant, site, from, until, ct).ConfigureAwait(false);
        Check.Sequence(expected.OrderBy(i => i.Value), figures.Select(f => f.Stay).OrderBy(i => i.Value), "The stays of the figures");
        Check.Equal(0, (await Store(stores).EndedAsync(stores.OtherTenant, site, from, until, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "For the other");
        Check.Equal(0, (await Store(stores).FiguresAsync(stores.OtherTenant, site, from, until, ct).ConfigureAwait(false)).Count, "Figures for the other");
    }

    private static async Task FiguresAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, at) = (stores.NewId<SiteId>(), stores.Now());
        var (billed, credited, again, none) = (Ended(stores, site, at), Ended(stores, site, at), Ended(stores, site, at), Ended(stores, site, at));
        await stores.AddAsync(ct, billed, credited, again, none).ConfigureAwait(false);
        var bill = StatementStoreContract.ABill() with { Subtotal = 12345678901234567.10m, Tax = 0.00m, Total = 12345678901234567.1m };
        var credit = bill with { Kind = StatementKind.Credit, Total = -bill.Total };
        (StayId Stay, ChargeStatement[] Revisions)[] all =
        [
            (billed.Id, [bill with { Total = 1m }, bill]), (credited.Id, [bill, credit]), (again.Id, [bill, credit, bill with { Total = 0.3m, Currency = Currency.Of("KWD") }]),
        ];
        foreach (var (stay, revisions) in all)
        {
            for (var i = 0; i < revisions.Length; i++)
                await StatementStoreContract.AddAsync(stores, StatementStoreContract.ARevision(stores, stay, i + 1, revisions[i], revisions[i].Kind == StatementKind.Credit ? i : null), ct).ConfigureAwait(false);
        }

        var until = at + Duration.FromSeconds(1);
        var accounts = (await Store(stores).EndedAsync(stores.Tenant, site, at, until, PageRequest.First, ct).ConfigureAwait(false)).Items;
        var figures = await Store(stores).FiguresAsync(stores.Tenant, site, at, until, ct).ConfigureAwait(false);

        Check.Equal(Json(accounts.Select(StayFigures.Of).OrderBy(f => f.Stay.Value)), Json(figures.OrderBy(f => f.Stay.Value)), "The figures");
        var one = figures.Single(f => f.Stay == credited.Id);
        Check.Equal((true, 12345678901234567.1m), (one.IsCredited, Check.Found(one.Bill, "The bill").Total), "A credited bill");
        Check.Equal(("KWD", 0.3m, false), (figures.Single(f => f.Stay == again.Id).Bill!.Currency.Code, figures.Single(f => f.Stay == again.Id).Bill!.Total, figures.Single(f => f.Stay == again.Id).IsCredited), "A bill after a credit");
        Check.Equal(null, figures.Single(f => f.Stay == none.Id).Bill, "A stay without a bill");
    }

    // Two stays and a tariff: at one instant two corrections and a draft, later time taken out and a publication.
    private static async Task<(SiteId Site, StaySnapshot First, StaySnapshot Second, Tariff Tariff, PersonId Approver)> ChangedAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, at, approver) = (stores.NewId<SiteId>(), stores.Now(), stores.NewId<PersonId>());
        StayEvent Later(StayEvent e, int minutes) => e with { RecordedAt = at + Duration.FromMinutes(minutes) };
        StaySnapshot Corrected(StaySnapshot s) => s.Then(
            StayStatus.Closed, stores.AnEntry(StayEventKind.TimeCorrected, at - Duration.FromMinutes(50)) with { Supersedes = s.Events[1].Id, Reason = "=mal" });
        var first = Corrected(Ended(stores, site, at));
        first = first.Then(StayStatus.Closed, Later(stores.AnEntry(StayEventKind.CarvedOut, at - Duration.FromMinutes(30)), 5) with
        {
            Until = at - Duration.FromMinutes(20),
            Approval = new(approver, CredentialKind.Pin, at),
        });
        var second = Corrected(Ended(stores, site, at));
        await stores.AddAsync(ct, first, second, Corrected(Ended(stores, stores.NewId<SiteId>(), at))).ConfigureAwait(false);
        var created = TariffStoreContract.ATariff(stores, "Público ñ");
        var drafted = created.Draft(TariffStoreContract.EveryKind, Instant.FromUtc(2026, 1, 1, 5, 0), stores.NewId<PersonId>(), at, "primera");
        var published = drafted.Publish(1, approver, at);
        (Tariff Tariff, TariffChange Change)[] steps =
        [
            (created, TariffStoreContract.AChange(stores, created, TariffChangeKind.Created) with { At = at - Duration.FromMinutes(1) }),
            (drafted, TariffStoreContract.AChange(stores, drafted, TariffChangeKind.Drafted, 1) with { At = at }),
            (published, TariffStoreContract.AChange(stores, published, TariffChangeKind.Published, 1, at + Duration.FromDays(1)) with { At = at + Duration.FromMinutes(9), By = approver }),
        ];
        for (var i = 0; i < steps.Length; i++) await TariffStoreContract.SaveAsync(stores, site, steps[i].Tariff, steps[i].Change, i, ct).ConfigureAwait(false);
        return (site, first, second, published, approver);
    }

    private static string Told(RecordedChange c) => c.Account is { } account
        ? $"{account.Stay.Id} {account.Stay.Events.First(e => e.Id == c.Event).Kind}"
        : $"{c.Tariff!.Id} {c.Change!.Kind} {c.Tariff.Versions.Count}";

    private static async Task ListsChangesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, first, second, tariff, _) = await ChangedAsync(stores, ct).ConfigureAwait(false);
        var byId = new[] { first, second }.OrderBy(s => s.Id.ToString(), StringComparer.Ordinal).ToList();
        string[] expected =
        [
            $"{tariff.Id} Created 1", $"{byId[0].Id} TimeCorrected", $"{byId[1].Id} TimeCorrected", $"{tariff.Id} Drafted 1", $"{first.Id} CarvedOut", $"{tariff.Id} Published 1",
        ];
        foreach (var size in new[] { 1, 2, 4, 6, 50 })
        {
            var found = await DispensingSamples.AllPagesAsync(p => Store(stores).ChangesAsync(stores.Tenant, site, new(), p, ct), size).ConfigureAwait(false);
            Check.Sequence(expected, found.Select(Told), $"Changes, {size} a page");
        }

        var all = (await Store(stores).ChangesAsync(stores.Tenant, site, new(), PageRequest.First, ct).ConfigureAwait(false)).Items;
        Check.Equal(Json(first), Json(all.First(c => c.Account?.Stay.Id == first.Id).Account!.Stay.ToSnapshot()), "The stay of a change");
        Check.Equal((tariff.Version, TariffStatus.Published), (all[^1].Tariff!.Version, all[^1].Tariff!.Versions[0].Status), "The tariff of a change");
        Check.Equal(("Acuerdo del año, sección «emergencia»", 3L), (all[^1].Change!.Reason, all[^1].Change!.Sequence), "The last change");
        Check.Equal(0, (await Store(stores).ChangesAsync(stores.OtherTenant, site, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "For the other");
    }

    private static async Task FiltersChangesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, first, second, tariff, approver) = await ChangedAsync(stores, ct).ConfigureAwait(false);
        var at = stores.Now();
        (string What, ChangeQuery Query, int Count)[] all =
        [
            ("everything", new(), 6),
            ("from, inclusive", new() { From = at }, 5),
            ("from", new() { From = at + PharmacySamples.Microsecond }, 2),
            ("until, exclusive", new() { Until = at }, 1),
            ("both", new() { From = at, Until = at + Duration.FromMinutes(5) }, 3),
            ("stay", new() { Stay = first.Id }, 2),
            ("another stay", new() { Stay = second.Id }, 1),
            ("tariff", new() { Tariff = tariff.Id }, 3),
            ("stay and tariff", new() { Stay = first.Id, Tariff = tariff.Id }, 0),
            ("who approved or published", new() { Person = approver }, 2),
            ("who corrected", new() { Person = second.Events[^1].By }, 1),
            ("nobody", new() { Person = stores.NewId<PersonId>() }, 0),
            ("stay and person", new() { Stay = first.Id, Person = approver }, 1),
        ];
        foreach (var (what, query, count) in all)
            Check.Equal(count, (await Store(stores).ChangesAsync(stores.Tenant, site, query, PageRequest.First, ct).ConfigureAwait(false)).Items.Count, $"Changes by {what}");
        Check.Equal(0, (await Store(stores).ChangesAsync(stores.Tenant, stores.NewId<SiteId>(), new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "At another site");
    }

    private static async Task AnyMarkAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, at) = (stores.NewId<SiteId>(), stores.Now());
        Check.Equal(0, (await Store(stores).AccountsAsync(stores.Tenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Accounts");
        Check.Equal(0, (await Store(stores).FiguresAsync(stores.Tenant, site, at, at, ct).ConfigureAwait(false)).Count, "Figures");
        foreach (var mark in new[] { "", "x", "/", "1/2", "1/2/3/x", "zzz" })
        {
            var page = new PageRequest(9, mark);
            await Store(stores).AccountsAsync(stores.Tenant, new(), page, ct).ConfigureAwait(false);
            await Store(stores).EndedAsync(stores.Tenant, site, at, at + Duration.FromDays(1), page, ct).ConfigureAwait(false);
            await Store(stores).ChangesAsync(stores.Tenant, site, new(), page, ct).ConfigureAwait(false);
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ClinicJson.Options);
}
