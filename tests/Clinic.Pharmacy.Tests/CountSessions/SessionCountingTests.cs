using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.CountSessions;

public sealed class SessionCountingTests
{
    private readonly Hospital h = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SessionCounting Sessions => h.Get<SessionCounting>();

    private CountInquiries Inquiries => h.Get<CountInquiries>();

    [Fact]
    public async Task A_session_goes_from_the_list_over_a_recount_to_the_ledger()
    {
        var p = await h.PresentationAsync();
        var (right, wrong) = (await h.LotAsync(p, 100, "L1"), await h.LotAsync(p, 50, "L2"));
        var s = await StartedAsync();
        await EnterAsync(s, h.Auxiliary, (right, 100), (wrong, 44));
        await EnterAsync(s, h.Auxiliary, (wrong, 45));

        var off = await SubmitAsync(s);
        Assert.Equal((CountSessionStatus.Recounting, 2, 1), (off.Status, off.Round, off.ToCount));
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, (wrong, 45)), PharmacyRules.RecountBySame);
        await Refused.WithAsync(() => EnterAsync(s, h.SecondPharmacist, (right, 100)), PharmacyRules.CountLotNotListed);
        await EnterAsync(s, h.SecondPharmacist, (wrong, 46));
        var review = await SubmitAsync(s);

        Assert.Equal(CountSessionStatus.InReview, review.Status);
        var line = (await Inquiries.SessionAsync(h.Tenant, s, h.Supervisor.Person, Ct)).Lines.Single(l => l.Lot == wrong);
        Assert.Equal((50m, 45m, 46m, -4m, -4m), (line.Expected!.Value.Value, line.Counted!.Value.Value, line.Recounted!.Value.Value, line.Difference!.Value.Value, line.Value!.Value.Amount));
        Assert.Equal(3, line.Entries.Count);
        await Refused.WithAsync(() => ApproveAsync(s, h.SecondPharmacist), PharmacyRules.CountApproverCounted);
        var approval = await ApproveAsync(s, h.Supervisor);

        Assert.Equal([0m, -4m], approval.Counts.Select(c => c.Difference.Value).Order().Reverse());
        Assert.Equal((100m, 46m), (await h.OnHandAsync(right), await h.OnHandAsync(wrong)));
        Assert.Equal(h.SecondPharmacist.Person, (await h.Get<ICountStore>().LatestAsync(h.Tenant, wrong, h.Store, Ct))!.Actor);
        Assert.Empty(await h.Inquiries.VerifyAsync(h.Tenant, Ct));
        await Refused.WithAsync(() => ApproveAsync(s, h.Supervisor), PharmacyRules.CountTransitionRefused);
    }

    [Fact]
    public async Task A_blind_session_shows_nobody_what_is_expected_before_the_review()
    {
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 77713, "L1");
        var seen = new List<object>();
        var planned = await Sessions.PlanAsync(h.As(h.Auxiliary), new PlanCountSession(h.Store, CountSessionKind.Full), Ct);
        seen.Add(planned);
        seen.Add(await Sessions.StartAsync(h.As(h.Auxiliary), new StartCountSession(planned.Session, planned.Version), Ct));
        await LookAsync();
        seen.Add(await EnterAsync(planned.Session, h.Auxiliary, (lot, 70)));
        await LookAsync();
        seen.Add(await SubmitAsync(planned.Session));
        await LookAsync();
        var texts = string.Concat(seen.Select(o => o as string ?? JsonSerializer.Serialize(o, o.GetType(), ClinicJson.Options)));
        var audits = string.Concat((await h.AuditAsync()).Where(a => a.Action.StartsWith("count-session", StringComparison.Ordinal)).Select(a => JsonSerializer.Serialize(a, ClinicJson.Options)));

        Assert.DoesNotContain("77713", texts + audits, StringComparison.Ordinal);
        Assert.DoesNotContain("77643", texts + audits, StringComparison.Ordinal);
        // The second counter does not see the first count either.
        Assert.DoesNotContain("70", JsonSerializer.Serialize((await Inquiries.SessionAsync(h.Tenant, planned.Session, h.SecondPharmacist.Person, Ct)).Lines.Select(l => (object?)l.Counted), ClinicJson.Options), StringComparison.Ordinal);
        await EnterAsync(planned.Session, h.SecondPharmacist, (lot, 70));
        await SubmitAsync(planned.Session);
        Assert.Equal(77713, (await Inquiries.SessionAsync(h.Tenant, planned.Session, h.Supervisor.Person, Ct)).Lines[0].Expected!.Value.Value);

        async Task LookAsync()
        {
            foreach (var viewer in new[] { h.Auxiliary, h.Pharmacist, h.Supervisor })
            {
                seen.Add(await Inquiries.SessionAsync(h.Tenant, planned.Session, viewer.Person, Ct));
                seen.Add((await Inquiries.SessionsAsync(h.Tenant, null, null, viewer.Person, PageRequest.First, Ct)).Items);
            }

            seen.Add(await Inquiries.PlanAsync(h.Tenant, h.Store, Ct));
            seen.Add(await Inquiries.SheetAsync(h.Tenant, planned.Session, "es", Ct));
            seen.Add(await Inquiries.SheetAsync(h.Tenant, planned.Session, "en", Ct));
        }
    }

    [Fact]
    public async Task An_open_session_shows_what_is_expected()
    {
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);
        var planned = await Sessions.PlanAsync(h.As(), new PlanCountSession(h.Store, CountSessionKind.Full, IsBlind: false), Ct);
        await Sessions.StartAsync(h.As(), new StartCountSession(planned.Session, 1), Ct);

        Assert.Equal((lot, 10m), (await Inquiries.SessionAsync(h.Tenant, planned.Session, h.Auxiliary.Person, Ct)).Lines.Select(l => (l.Lot, l.Expected!.Value.Value)).Single());
    }

    [Fact]
    public async Task Controlled_medicines_are_counted_by_two_people_who_are_not_the_same()
    {
        var lot = await h.LotAsync(await h.PresentationAsync(controlled: ControlledClass.Narcotic), 10);
        var s = await StartedAsync(new CountScope(ControlledOnly: true));

        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, (lot, 10)), PharmacyRules.CountNeedsSecond);
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, Pin(h.Auxiliary), (lot, 10)), PharmacyRules.CountSecondIsCounter);
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, Pin(h.Pharmacist, "9999"), (lot, 10)), PharmacyRules.CountProofRefused);
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, Pin(h.Pharmacist, "locked"), (lot, 10)), PharmacyRules.CountProofLocked);
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, Pin(h.Nurse), (lot, 10)), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, new CounterProof(null, CredentialKind.Pin, new Secret("1234")), (lot, 10)), PharmacyRules.FieldInvalid);
        await EnterAsync(s, h.Auxiliary, new CounterProof(null, CredentialKind.Badge, new Secret(h.Pharmacist.Person.ToString())), (lot, 10));
        await SubmitAsync(s);

        await Refused.WithAsync(() => ApproveAsync(s, h.Pharmacist), PharmacyRules.CountApproverCounted);
        await ApproveAsync(s, h.Supervisor);
        var entry = (await h.Get<ICountSessionStore>().FindAsync(h.Tenant, s, Ct))!.Lines[0].Entries.Single();
        Assert.Equal((h.Auxiliary.Person, h.Pharmacist.Person), (entry.By, entry.Second!.Person));
    }

    [Fact]
    public async Task What_moves_between_count_and_approval_stays_moved()
    {
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 100);
        var s = await StartedAsync();
        await EnterAsync(s, h.Auxiliary, (lot, 98));
        h.Clock.Advance(Duration.FromMinutes(10));
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 30), Ct);
        await SubmitAsync(s);
        await EnterAsync(s, h.SecondPharmacist, (lot, 68));
        await SubmitAsync(s);
        h.Clock.Advance(Duration.FromMinutes(10));
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 8), Ct);

        await ApproveAsync(s, h.Supervisor);

        Assert.Equal(60, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task A_lot_that_nobody_listed_can_be_found_even_where_it_never_lay()
    {
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10, "L1");
        var elsewhere = await h.LotAsync(p, 20, "L2", at: h.Ward);
        var s = await StartedAsync();

        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, (elsewhere, 3)), PharmacyRules.CountLotNotListed);
        await Sessions.EnterAsync(h.As(h.Auxiliary), Enter(s, null, new CountedLot(elsewhere, new Quantity(3, UnitCode.Tablet), IsFound: true)), Ct);
        var e = await Refused.WithAsync(() => SubmitAsync(s), PharmacyRules.CountIncomplete);
        Assert.Equal("1", e.Failures[0].Facts["missing"]?.ToString());
        var listed = (await Inquiries.SessionAsync(h.Tenant, s, h.Auxiliary.Person, Ct)).Lines.Single(l => l.ToCount).Lot;
        await EnterAsync(s, h.Auxiliary, (listed, 10));
        await SubmitAsync(s);
        await EnterAsync(s, h.SecondPharmacist, (elsewhere, 3));
        await SubmitAsync(s);
        await ApproveAsync(s, h.Supervisor);

        Assert.Equal((3m, 20m), (await h.OnHandAsync(elsewhere), await h.OnHandAsync(elsewhere, h.Ward)));
    }

    [Fact]
    public async Task When_the_ledger_refuses_a_line_it_is_named_and_nothing_is_written()
    {
        var p = await h.PresentationAsync();
        var (a, b) = (await h.LotAsync(p, 10, "L1"), await h.LotAsync(p, 10, "L2"));
        var s = await StartedAsync();
        await EnterAsync(s, h.Auxiliary, (a, 9), (b, 9));
        await SubmitAsync(s);
        await EnterAsync(s, h.SecondPharmacist, (a, 9), (b, 9));
        await SubmitAsync(s);
        h.Clock.Advance(Duration.FromMinutes(1));
        await h.Counting.CountAsync(h.As(), new CountStock { Lot = b, Location = h.Store, Counted = new Quantity(10, UnitCode.Tablet) }, Ct);

        var e = await Refused.WithAsync(() => ApproveAsync(s, h.Supervisor), PharmacyRules.CountLineRefused, PharmacyRules.BeforeCount);

        Assert.Equal("L2", e.Failures[0].Facts["lot"]?.ToString());
        Assert.Equal((10m, 10m), (await h.OnHandAsync(a), await h.OnHandAsync(b)));
        Assert.Equal(CountSessionStatus.InReview, (await Inquiries.SessionAsync(h.Tenant, s, h.Supervisor.Person, Ct)).Status);
    }

    [Fact]
    public async Task One_reservation_over_two_counted_lots_gives_way_once()
    {
        var p = await h.PresentationAsync();
        var (a, b) = (await h.LotAsync(p, 10, "L1"), await h.LotAsync(p, 10, "L2"));
        var reserved = await h.Reservations.ReserveAsync(h.As(), new ReserveStock { Owner = "orden 1", Location = h.Store, Line = new(p.Id, new Quantity(20, UnitCode.Tablet)), Expires = h.Clock.Now + Duration.FromHours(5) }, Ct);
        var s = await StartedAsync();
        await EnterAsync(s, h.Auxiliary, (a, 4), (b, 5));
        await SubmitAsync(s);
        await EnterAsync(s, h.SecondPharmacist, (a, 4), (b, 5));
        await SubmitAsync(s);
        await ApproveAsync(s, h.Supervisor);

        Assert.Equal((4m, 5m), (await h.OnHandAsync(a), await h.OnHandAsync(b)));
        Assert.All((await h.Get<IReservationStore>().FindAsync(h.Tenant, reserved.Reservation, Ct))!.Lines, l => Assert.True(l.Quantity.IsZero));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);
        var unknown = Hospital.Id<CountSessionId>(99);

        await Refused.WithAsync(() => SubmitAsync(unknown), PharmacyRules.CountSessionUnknown);
        await Refused.WithAsync(() => Sessions.PlanAsync(h.As(h.Nurse), new PlanCountSession(h.Store, CountSessionKind.Full), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => Sessions.PlanAsync(h.As(), new PlanCountSession(h.Store, CountSessionKind.Cycle), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => Sessions.PlanAsync(h.As(), new PlanCountSession(h.Transit, CountSessionKind.Full), Ct), PharmacyRules.LocationKindWrong);
        await Refused.WithAsync(() => StartedAsync(new CountScope(ControlledOnly: true)), PharmacyRules.CountListEmpty);
        var s = await StartedAsync();
        await Refused.WithAsync(
            () => Sessions.EnterAsync(h.As(), Enter(s, null, new CountedLot(lot, new Quantity(10, UnitCode.Tablet), Occurred: h.Clock.Now - Duration.FromHours(1))), Ct), PharmacyRules.CountBeforeStart);
        await Refused.WithAsync(() => Sessions.StartAsync(h.As(), new StartCountSession(s, 1), Ct), PharmacyRules.StaleVersion);
        await Refused.WithAsync(() => Sessions.AskRecountAsync(h.As(h.Supervisor), new AskRecount(s, 2, [lot]), Ct), PharmacyRules.CountTransitionRefused);
        await Refused.WithAsync(() => Sessions.ApproveAsync(h.As(h.Auxiliary), new ApproveCountSession(s, 2), Ct), PharmacyRules.RoleMissing);
        await Sessions.CancelAsync(h.As(), new CancelCountSession(s, 2, "otro día"), Ct);
        await Refused.WithAsync(() => EnterAsync(s, h.Auxiliary, (lot, 10)), PharmacyRules.CountTransitionRefused);
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_refused()
    {
        var p = await h.PresentationAsync();
        h.Get<Microsoft.Extensions.Options.IOptions<CountSessionOptions>>().Value.MostLines = 1;
        await h.LotAsync(p, 10, "L1");
        await h.LotAsync(p, 10, "L2");

        await Refused.WithAsync(() => StartedAsync(), PharmacyRules.CountListTooLong);
    }

    [Fact]
    public async Task The_reviewer_may_ask_for_one_more_count()
    {
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);
        var s = await StartedAsync();
        await EnterAsync(s, h.Auxiliary, (lot, 10));
        await SubmitAsync(s);

        var again = await Sessions.AskRecountAsync(h.As(h.Supervisor), new AskRecount(s, await VersionAsync(s), [lot]), Ct);
        Assert.Equal((CountSessionStatus.Recounting, 2), (again.Status, again.Round));
        await EnterAsync(s, h.SecondPharmacist, (lot, 9));
        await SubmitAsync(s);
        await ApproveAsync(s, h.Supervisor);

        Assert.Equal(9, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Controlled_stock_uncounted_for_seven_days_is_told_once_per_cause()
    {
        var lot = await h.LotAsync(await h.PresentationAsync(controlled: ControlledClass.Psychotropic), 10);
        await h.LotAsync(await h.PresentationAsync("PAR500"), 10, "P1");
        var job = h.Get<IEnumerable<IClinicJob>>().Single(j => j.Name == "pharmacy.count-due");

        Assert.Equal(0, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        h.Clock.Advance(Duration.FromDays(7));
        Assert.Equal(1, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        h.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(0, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => job.RunOnceAsync(h.Tenant, Ct)));
        await h.Counting.CountAsync(h.As(), new CountStock { Lot = lot, Location = h.Store, Counted = new Quantity(10, UnitCode.Tablet) }, Ct);
        Assert.Equal(0, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        h.Clock.Advance(Duration.FromDays(8));
        Assert.Equal(1, (await job.RunOnceAsync(h.Tenant, Ct)).Done);

        var told = (await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 50, Ct)).Where(e => e.Type == PharmacyEvents.CountDue).ToList();
        Assert.Equal(2, told.Count);
        Assert.Equal(lot, JsonSerializer.Deserialize<CountDueNotice>(told[0].Json, ClinicJson.Options)!.Lot);
        Assert.True((await Inquiries.PlanAsync(h.Tenant, h.Store, Ct))[0] is { IsControlled: true, IsOverdue: true });
    }

    [Fact]
    public async Task A_site_that_is_opened_later_does_not_disturb_what_was_told()
    {
        await h.LotAsync(await h.PresentationAsync(controlled: ControlledClass.Psychotropic), 10);
        var job = h.Get<IEnumerable<IClinicJob>>().Single(j => j.Name == "pharmacy.count-due");
        h.Clock.Advance(Duration.FromDays(7));
        Assert.Equal(1, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        await h.Get<IUnitOfWork>().RunAsync(h.As(Actor.System), new OpenSite(), (unit, _) =>
        {
            h.Get<ISiteStore>().Save(unit, new Site(Hospital.Id<SiteId>(2), "A site that comes first", h.Site.Zone, Currency.Usd));
            unit.Audit("site.saved", new("core.site", h.Site.Id.Value));
            return Task.FromResult(1);
        }, Ct);
        h.Clock.Advance(Duration.FromHours(1));

        Assert.Equal(0, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
    }

    private sealed record OpenSite : PharmacyCommand<int>
    {
        public override string Name => "test.open-site";
    }

    [Fact]
    public void A_tolerance_looks_at_units_percent_and_value()
    {
        var cost = new UnitCost(2, Currency.Usd);
        bool Off(CountTolerance t, long counted, bool controlled = false) => t.IsPassedBy(new(100, 0), new(counted, 0), cost, controlled);

        Assert.False(Off(new(5, null, null), 95));
        Assert.True(Off(new(5, null, null), 94));
        Assert.False(Off(new(null, 3, null), 103));
        Assert.True(Off(new(null, 3, null), 104));
        Assert.False(Off(new(null, null, 10), 105));
        Assert.True(Off(new(null, null, 10), 94));
        Assert.True(Off(new(50, null, null), 99, controlled: true));
        Assert.False(Off(new(0, 0, 0), 100, controlled: true));
    }

    [Fact]
    public void Every_presentation_has_one_value_class_and_the_dearest_come_first() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt[]>(), values =>
        {
            var all = values.Select((v, i) => (Id: Hospital.Id<PresentationId>(i + 1), Value: (decimal)v.Get)).ToDictionary(v => v.Id, v => v.Value);
            var classes = ValueClasses.Of(all, 0.8m, 0.95m);
            return classes.Count == all.Count
                && all.All(a => all.All(b => a.Value <= b.Value || classes[a.Key] <= classes[b.Key]))
                && all.Where(a => classes[a.Key] == ValueClass.A).Sum(a => a.Value) >= 0.8m * all.Values.Sum();
        }).Holds(100);

    [Fact]
    public void After_an_approval_on_hand_is_what_was_counted_and_the_ledger_agrees() =>
        Prop.ForAll(Gen.Choose(0, 40).ListOf(3).ToArbitrary(), counted =>
        {
            var hospital = new SessionCountingTests();
            return hospital.CountedAsync([.. counted]).GetAwaiter().GetResult();
        }).Holds(25);

    private async Task<bool> CountedAsync(int[] counted)
    {
        var p = await h.PresentationAsync();
        var lots = new List<LotId>();
        for (var i = 0; i < counted.Length; i++) lots.Add(await h.LotAsync(p, 20, string.Create(CultureInfo.InvariantCulture, $"L{i}")));
        await h.Reservations.ReserveAsync(h.As(), new ReserveStock { Owner = "orden 1", Location = h.Store, Line = new(p.Id, new Quantity(35, UnitCode.Tablet)), Expires = h.Clock.Now + Duration.FromHours(5) }, Ct);
        var s = await StartedAsync();
        var found = lots.Zip(counted, (l, c) => (l, (decimal)c)).ToArray();
        await EnterAsync(s, h.Auxiliary, found);
        if ((await SubmitAsync(s)).Status == CountSessionStatus.Recounting)
        {
            await EnterAsync(s, h.SecondPharmacist, [.. found.Where(f => f.Item2 != 20)]);
            await SubmitAsync(s);
        }

        await ApproveAsync(s, h.Supervisor);
        foreach (var (lot, quantity) in found)
        {
            var lying = await h.LyingAsync(lot);
            if (lying.OnHand.Value != quantity || lying.Reserved > lying.OnHand) return false;
        }

        return (await h.Inquiries.VerifyAsync(h.Tenant, Ct)).Count == 0 && (await h.LedgerAsync()).Sum(m => m.Change.Value) == counted.Sum();
    }

    private async Task<CountSessionId> StartedAsync(CountScope? scope = null)
    {
        var planned = await Sessions.PlanAsync(h.As(), new PlanCountSession(h.Store, scope is null ? CountSessionKind.Full : CountSessionKind.Cycle, scope), Ct);
        await Sessions.StartAsync(h.As(), new StartCountSession(planned.Session, planned.Version), Ct);
        return planned.Session;
    }

    private static CounterProof Pin(Actor person, string pin = "1234") => new(person.Person, CredentialKind.Pin, new Secret(pin));

    private static EnterCounts Enter(CountSessionId session, CounterProof? second, params CountedLot[] lots) => new() { Session = session, Lots = lots, Second = second };

    private Task<CountSessionAnswer> EnterAsync(CountSessionId session, Actor by, params (LotId Lot, decimal Quantity)[] lots) => EnterAsync(session, by, null, lots);

    private Task<CountSessionAnswer> EnterAsync(CountSessionId session, Actor by, CounterProof? second, params (LotId Lot, decimal Quantity)[] lots) =>
        Sessions.EnterAsync(h.As(by), Enter(session, second, [.. lots.Select(l => new CountedLot(l.Lot, new Quantity(l.Quantity, UnitCode.Tablet)))]), Ct);

    private async Task<CountSessionAnswer> SubmitAsync(CountSessionId session) =>
        await Sessions.SubmitAsync(h.As(), new SubmitCounts(session, await VersionAsync(session)), Ct);

    private async Task<CountApproval> ApproveAsync(CountSessionId session, Actor by) =>
        await Sessions.ApproveAsync(h.As(by), new ApproveCountSession(session, await VersionAsync(session), "revisado"), Ct);

    private async Task<long> VersionAsync(CountSessionId session) => (await h.Get<ICountSessionStore>().FindAsync(h.Tenant, session, Ct))?.Version ?? 1;
}
