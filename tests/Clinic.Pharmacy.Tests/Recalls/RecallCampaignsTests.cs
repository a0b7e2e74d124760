using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Pharmacy.Tests.Sales;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Recalls;

public sealed class RecallCampaignsTests
{
    private readonly Hospital h = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RecallCampaigns Recalls => h.Get<RecallCampaigns>();

    private RecallInquiries Inquiries => h.Get<RecallInquiries>();

    [Fact]
    public async Task Opening_blocks_every_exit_at_once_and_releases_reservations()
    {
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 100, "L1");
        var wish = new ReserveStock { Owner = "orden 1", Location = h.Store, Line = new(p.Id, new Quantity(20, UnitCode.Tablet)), Expires = h.Clock.Now + Duration.FromHours(5) };
        var reserved = await h.Reservations.ReserveAsync(h.As(), wish, Ct);

        var opened = await OpenAsync(RecallScope.OfNumber(p.Id, new LotNumber("L1")));

        Assert.Equal(lot, Assert.Single(opened.Blocked));
        Assert.True((await h.LyingAsync(lot)).Reserved.IsZero);
        Assert.Equal(ReservationStatus.Released, (await h.Get<IReservationStore>().FindAsync(h.Tenant, reserved.Reservation, Ct))!.Status);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1, lot), Ct), PharmacyRules.LotNotApproved);
        await Assert.ThrowsAsync<PharmacyException>(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1) with { Reservation = reserved.Reservation }, Ct));
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), wish, Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => h.Transfers.MoveAsync(h.As(), Move(lot, h.Ward), Ct), PharmacyRules.LotNotApproved);
        await Refused.WithAsync(
            () => h.Transfers.DispatchAsync(h.As(), new DispatchTransfer { From = h.Store, To = h.Ward, Lines = [new(p.Id, null, [new LotPick(lot, new Quantity(1, UnitCode.Tablet))])] }, Ct), PharmacyRules.LotNotApproved);
        await h.Transfers.MoveAsync(h.As(), Move(lot, h.Quarantine), Ct);
    }

    [Fact]
    public async Task What_is_received_later_comes_in_blocked_and_only_where_nothing_is_picked()
    {
        var gtin = Gtin.Parse("7501031311309");
        var p = await h.PresentationAsync(gtins: [new(gtin, null)]);
        await h.LotAsync(p, 10, "L1");
        var opened = await OpenAsync(RecallScope.OfGtin(gtin));

        await Refused.WithAsync(() => h.LotAsync(p, 5, "L2"), PharmacyRules.LotNotApproved);
        var later = await h.LotAsync(p, 5, "L2", at: h.Quarantine);

        Assert.Equal(LotStatus.Recalled, (await h.Get<ILotStore>().FindAsync(h.Tenant, later, Ct))!.Status);
        Assert.Contains((await Inquiries.CampaignAsync(h.Tenant, opened.Campaign, Ct)).Lots, l => l.Lot == later);
        await h.LotAsync(await h.PresentationAsync("PAR500"), 5, "L2");
    }

    [Fact]
    public async Task A_suspicion_against_a_supplier_sets_aside_what_came_in_the_period_and_may_be_lifted()
    {
        var p = await h.PresentationAsync();
        var before = await h.LotAsync(p, 10, "L1", received: h.Clock.Now - Duration.FromDays(40));
        var within = await h.LotAsync(p, 10, "L2");
        var opened = await OpenAsync(RecallScope.OfSupplier("DISTRIBUIDORA", h.Clock.Now - Duration.FromDays(30)), RecallMeasure.Quarantine);

        Assert.Equal(within, Assert.Single(opened.Blocked));
        Assert.Equal(LotStatus.Approved, (await h.Get<ILotStore>().FindAsync(h.Tenant, before, Ct))!.Status);
        var left = await Refused.WithAsync(() => CloseAsync(opened.Campaign), PharmacyRules.RecallStockLeft);
        Assert.Equal("L2", left.Failures[0].Facts["lot"]?.ToString());
        await h.Lots.ChangeStatusAsync(h.As(), new ChangeLotStatus(within, 2, LotTrigger.Approve, "análisis conforme"), Ct);
        Assert.Equal(RecallCampaignStatus.Closed, (await CloseAsync(opened.Campaign)).Status);
        await Refused.WithAsync(() => CloseAsync(opened.Campaign), PharmacyRules.RecallTransitionRefused);
    }

    [Fact]
    public async Task Everybody_who_received_it_is_followed_to_the_end()
    {
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 100, "L1");
        var (ana, ben) = (Hospital.Id<PatientId>(51), Hospital.Id<PatientId>(52));
        var first = await IssueAsync(p, 10, new IssueTarget(h.WardDepartment, ana));
        await IssueAsync(p, 5, new IssueTarget(h.WardDepartment, ana));
        await IssueAsync(p, 7, new IssueTarget(h.WardDepartment));
        await h.Reversing.ReverseAsync(h.As(h.Supervisor), new ReverseStock(await IssueAsync(p, 3, new IssueTarget(null, ben)), "error"), Ct);
        await h.Returning.ReturnAsync(h.As(), new ReturnStock { Issue = first, Lot = lot, Quantity = new Quantity(4, UnitCode.Tablet), To = h.Store, IsUnopened = true, Reason = "sobró" }, Ct);

        var opened = await OpenAsync(RecallScope.OfNumber(p.Id, new LotNumber("L1")));

        Assert.Equal(2, opened.Notices);
        var notices = await NoticesAsync(opened.Campaign);
        var patient = notices.Single(n => n.Recipient.Patient == ana);
        Assert.Equal([6m, 5m], patient.Lines.Select(l => l.Quantity.Value));
        Assert.Equal(7, notices.Single(n => n.Recipient.Department == h.WardDepartment).Lines.Single().Quantity.Value);

        await Refused.WithAsync(() => AnswerAsync(patient, 1, new RecallOutcome(lot, 6, 5)), PharmacyRules.RecallNotTold);
        await Refused.WithAsync(() => GiveUpAsync(patient, 1), PharmacyRules.RecallTooFewAttempts);
        await AttemptAsync(patient, 1, reached: false);
        await AttemptAsync(patient, 2, reached: true);
        await Refused.WithAsync(() => AnswerAsync(patient, 3, new RecallOutcome(lot, 6, 6)), PharmacyRules.RecallAnswerTooMuch);
        await Refused.WithAsync(() => AnswerAsync(patient, 3, new RecallOutcome(Hospital.Id<LotId>(77), 1, 0)), PharmacyRules.RecallLotNotReceived);
        await AnswerAsync(patient, 3, new RecallOutcome(lot, 6, 5));
        await Recalls.CloseAsync(h.As(h.Auxiliary), new CloseRecallNotice(patient.Id, 4), Ct);
        await Refused.WithAsync(() => Recalls.CloseAsync(h.As(h.Auxiliary), new CloseRecallNotice(patient.Id, 5), Ct), PharmacyRules.RecallNoticeTransitionRefused);

        await Refused.WithAsync(() => CloseAsync(opened.Campaign), PharmacyRules.RecallNoticesOpen, PharmacyRules.RecallStockLeft);
        var ward = notices.Single(n => n.Recipient.Department is not null);
        for (var i = 1; i <= 3; i++) await AttemptAsync(ward, i, reached: false);
        await GiveUpAsync(ward, 4);
        await Recalls.CloseAsync(h.As(), new CloseRecallNotice(ward.Id, 5), Ct);
        await h.Adjusting.WasteAsync(h.As(), new WasteStock { Lot = lot, Location = h.Store, Quantity = new Quantity(await h.OnHandAsync(lot), UnitCode.Tablet), Kind = WasteKind.Recalled, Reason = "incineración" }, Ct);
        Assert.Equal(RecallCampaignStatus.Closed, (await CloseAsync(opened.Campaign)).Status);
    }

    [Fact]
    public async Task Contacts_come_from_the_directory_when_they_are_read_and_are_stored_nowhere()
    {
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 100, "L1");
        var ana = Hospital.Id<PatientId>(51);
        await h.Get<IUnitOfWork>().RunAsync(h.As(Actor.System), new Register(), (unit, _) =>
        {
            h.Get<IPatientStore>().Add(unit, new Patient(ana, "Ana Zambrano Quijije", null, null, "+593 99 765 4321", [], 1));
            unit.Audit("patient.saved", new("core.patient", ana.Value));
            return Task.FromResult(1);
        }, Ct);
        await IssueAsync(p, 10, new IssueTarget(h.WardDepartment, ana));
        var opened = await OpenAsync(RecallScope.OfNumber(p.Id, new LotNumber("L1")));

        var notices = (await Inquiries.NoticesAsync(h.Tenant, opened.Campaign, null, PageRequest.First, Ct)).Items;
        var view = Assert.Single(await Inquiries.WithContactsAsync(h.Tenant, h.Site.Id, notices, Ct));

        Assert.Equal(("Ana Zambrano Quijije", "+593 99 765 4321"), (view.Name, view.Contact));
        Assert.DoesNotContain("Zambrano", view.ToString(), StringComparison.Ordinal);
        var events = await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 50, Ct);
        Assert.Contains(events, e => e.Type == PharmacyEvents.RecallOpened);
        var kept = string.Concat(events.Select(e => e.Json)) + JsonSerializer.Serialize(await h.AuditAsync(), ClinicJson.Options) + JsonSerializer.Serialize(notices.Select(n => n.ToSnapshot()), ClinicJson.Options);
        Assert.DoesNotContain("Zambrano", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("765 4321", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_bought_it_is_listed_with_contact()
    {
        var shop = await Shop.OpenAsync();
        var p = await shop.ProductAsync();
        var stranger = await shop.Baskets.BeginAsync(shop.H.As(shop.Cashier), new BeginSale(shop.H.Store, PriceSegment.Patient, Shop.Maria), Ct);
        await shop.CompleteAsync(await shop.AddAsync(stranger.Sale, p, 2));
        await shop.SoldAsync(p, 3);

        var opened = await shop.H.Get<RecallCampaigns>().OpenAsync(shop.H.As(), Opening(RecallScope.OfNumber(p.Id, new LotNumber("L-AMX500"))), Ct);
        var inquiries = shop.H.Get<RecallInquiries>();
        var notices = (await inquiries.NoticesAsync(shop.H.Tenant, opened.Campaign, null, PageRequest.First, Ct)).Items;
        var views = await inquiries.WithContactsAsync(shop.H.Tenant, shop.H.Site.Id, notices, Ct);

        Assert.Equal([2m, 3m], views.Select(v => v.Notice.Lines.Single().Quantity.Value).Order());
        Assert.All(views, v => Assert.Equal((Shop.Maria.Name, "0991234567 · maria@example.com"), (v.Name, v.Contact)));
    }

    [Fact]
    public async Task What_is_handed_out_while_the_recall_is_opened_is_listed_too()
    {
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 100, "L1");
        var trace = new RecallTrace(new LateMovements(h.Get<IMovementStore>(), () => Apart.Run(() => IssueAsync(p, 4, new IssueTarget(h.WardDepartment)))));
        var recalls = new RecallCampaigns(
            h.Get<IUnitOfWork>(), h.Get<StockDesk>(), h.Get<LotControl>(), h.Get<ILotStore>(), h.Get<IStockStore>(), h.Get<IPresentationStore>(), trace,
            h.Get<IRecallCampaignStore>(), h.Get<IRecallNoticeStore>(), new RecallOptions(), h.Get<IIdGenerator>());

        var opened = await recalls.OpenAsync(h.As(), Opening(RecallScope.OfNumber(p.Id, new LotNumber("L1"))), Ct);

        Assert.Equal(4, (await NoticesAsync(opened.Campaign)).Single().Lines.Single().Quantity.Value);
    }

    [Fact]
    public async Task A_receipt_that_races_the_opening_is_blocked_in_either_order()
    {
        for (var round = 0; round < 10; round++)
        {
            var one = new RecallCampaignsTests();
            var p = await one.h.PresentationAsync();
            await one.h.LotAsync(p, 10, "L1");
            var opening = Task.Run(() => one.OpenAsync(RecallScope.OfSupplier("Distribuidora")), Ct);
            var receiving = Task.Run(() => one.h.LotAsync(p, 5, "L2", at: one.h.Quarantine), Ct);
            var late = await receiving;
            var campaign = (await opening).Campaign;

            Assert.Equal(LotStatus.Recalled, (await one.h.Get<ILotStore>().FindAsync(one.h.Tenant, late, Ct))!.Status);
            Assert.Equal(2, (await one.Inquiries.CampaignAsync(one.h.Tenant, campaign, Ct)).Lots.Count);
        }
    }

    [Fact]
    public async Task What_slipped_by_is_swept_in_and_its_recipients_told_again()
    {
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10, "L1");
        await IssueAsync(p, 4, new IssueTarget(h.WardDepartment));
        var opened = await OpenAsync(RecallScope.OfSupplier("Distribuidora"));
        var notice = (await NoticesAsync(opened.Campaign)).Single();
        await AttemptAsync(notice, 1, reached: true);
        // As an import of opening balances would: a lot with the supplier's name that no receipt announced.
        var slipped = Lot.Restore(new(Hospital.Id<LotId>(900), p.Id, h.Site.Id, new LotNumber("X1"), null, new UnitCost(1, Currency.Usd), 0, h.Clock.Now, "Distribuidora", null, null, LotStatus.Approved, 1));
        await h.Get<IUnitOfWork>().RunAsync(h.As(Actor.System), new Register(), (unit, _) =>
        {
            h.Get<ILotStore>().Add(unit, slipped);
            h.Get<IStockStore>().Post(unit, Movement(slipped, MovementDirection.In, 10, MovementKind.Receipt));
            h.Get<IStockStore>().Post(unit, Movement(slipped, MovementDirection.Out, 3, MovementKind.Issue) with { Target = new(h.WardDepartment) });
            unit.Audit("test.slipped", slipped.Fact);
            return Task.FromResult(1);
        }, Ct);
        var job = h.Get<IEnumerable<IClinicJob>>().Single(j => j.Name == "pharmacy.recall-sweep");

        Assert.Equal(1, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        Assert.Equal(0, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        var again = (await NoticesAsync(opened.Campaign)).Single();
        Assert.Equal((RecallNoticeStatus.ToNotify, 2), (again.Status, again.Lines.Count));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var p = await h.PresentationAsync();
        await Refused.WithAsync(() => Recalls.OpenAsync(h.As(h.Nurse), Opening(RecallScope.OfSupplier("X")), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => OpenAsync(RecallScope.OfSupplier("X", h.Clock.Now, h.Clock.Now)), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => OpenAsync(RecallScope.OfNumber(Hospital.Id<PresentationId>(77), new LotNumber("L1"))), PharmacyRules.PresentationUnknown);
        await Refused.WithAsync(() => CloseAsync(Hospital.Id<RecallCampaignId>(77)), PharmacyRules.RecallUnknown);
        await Refused.WithAsync(() => Recalls.CloseAsync(h.As(), new CloseRecallNotice(Hospital.Id<RecallNoticeId>(77), 1), Ct), PharmacyRules.RecallNoticeUnknown);
        // A number that nobody received yet is watched for.
        Assert.Empty((await OpenAsync(RecallScope.OfNumber(p.Id, new LotNumber("L9")))).Blocked);
        await Refused.WithAsync(() => h.LotAsync(p, 5, "L9"), PharmacyRules.LotNotApproved);
    }

    private Task<RecallCampaignAnswer> OpenAsync(RecallScope scope, RecallMeasure measure = RecallMeasure.Recall) =>
        Recalls.OpenAsync(h.As(), Opening(scope) with { Measure = measure }, TestContext.Current.CancellationToken);

    private static OpenRecall Opening(RecallScope scope) => new() { Scope = scope, Urgency = RecallUrgency.ClassII, Reason = "partículas visibles", Document = "ARCSA-2026-7" };

    private async Task<RecallCampaignAnswer> CloseAsync(RecallCampaignId campaign)
    {
        var found = await h.Get<IRecallCampaignStore>().FindAsync(h.Tenant, campaign, Ct);
        return await Recalls.CloseAsync(h.As(), new CloseRecall(campaign, found?.Version ?? 1, "terminado"), Ct);
    }

    private async Task<IReadOnlyList<RecallNotice>> NoticesAsync(RecallCampaignId campaign) => (await Inquiries.NoticesAsync(h.Tenant, campaign, null, PageRequest.First, Ct)).Items;

    private Task<RecallNoticeAnswer> AttemptAsync(RecallNotice notice, long version, bool reached) =>
        Recalls.AttemptAsync(h.As(h.Auxiliary), new NoteRecallAttempt(notice.Id, version, RecallChannel.Telephone, reached), Ct);

    private Task<RecallNoticeAnswer> AnswerAsync(RecallNotice notice, long version, params RecallOutcome[] outcomes) =>
        Recalls.AnswerAsync(h.As(h.Auxiliary), new AnswerRecallNotice(notice.Id, version, false, outcomes), Ct);

    private Task<RecallNoticeAnswer> GiveUpAsync(RecallNotice notice, long version) =>
        Recalls.AnswerAsync(h.As(h.Auxiliary), new AnswerRecallNotice(notice.Id, version, true, []), Ct);

    private async Task<PostingId> IssueAsync(Presentation p, decimal quantity, IssueTarget target) =>
        (await h.Issuing.IssueAsync(h.As(), h.Issue(p, quantity) with { Target = target }, Ct)).Posting;

    private MoveStock Move(LotId lot, LocationId to) => new() { Lot = lot, From = h.Store, To = to, Quantity = new Quantity(1, UnitCode.Tablet), Reason = "retiro" };

    private StockMovement Movement(Lot lot, MovementDirection direction, long steps, MovementKind kind) => new()
    {
        Id = h.Get<IIdGenerator>().Next<MovementId>(),
        Posting = h.Get<IIdGenerator>().Next<PostingId>(),
        Line = 1,
        Kind = kind,
        Direction = direction,
        Presentation = lot.Presentation,
        Lot = lot.Id,
        Location = h.Store,
        Quantity = new StockQuantity(steps, lot.Scale),
        UnitCost = lot.UnitCost,
        Occurred = h.Clock.Now,
        Recorded = h.Clock.Now,
        Actor = h.Pharmacist.Person,
    };

    private sealed record Register : PharmacyCommand<int>
    {
        public override string Name => "test.register";
    }
}
