using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Pharmacy.Transfers;
using NodaTime;
using static Clinic.Pharmacy.Tests.Requisitions.RequisitionKit;

namespace Clinic.Pharmacy.Tests.Requisitions;

public sealed class RequisitionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_requisition_goes_from_draft_to_completed_with_every_step_and_notice()
    {
        var k = await OpenAsync();
        var lot = await k.H.LotAsync(k.P, 100);
        var id = await k.PickingAsync(30, granted: 20);
        await k.SendAsync(id, 12);
        Assert.Equal((88m, 12m, 0m, 0m), await k.PlacesAsync(lot));
        await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct);
        await k.SendAsync(id);
        var last = await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct);

        Assert.Equal((RequisitionStatus.Completed, "2026-000001"), (last.Status, last.Number));
        Assert.Equal((80m, 0m, 20m, 0m), await k.PlacesAsync(lot));
        var r = await k.ReadAsync(id);
        Assert.Equal(
            "Change Submit Approve Pick Dispatch Receive Dispatch Receive Complete", string.Join(' ', r.History.Select(s => s.Trigger)));
        Assert.Equal(("no alcanza", k.Approver.Person), (r.Lines[0].CutReason, r.History[2].By));
        Assert.Equal(["submitted", "approved", "dispatched", "received", "dispatched", "received"], await k.EventsAsync());
        Assert.Empty(await k.H.Inquiries.VerifyAsync(k.H.Tenant, Ct));
    }

    [Fact]
    public async Task Damaged_goes_to_quarantine_or_waste_and_short_stays_in_transit_until_found_or_given_up()
    {
        var k = await OpenAsync();
        var lot = await k.H.LotAsync(k.P, 100);
        var id = await k.PickingAsync(30);
        var sent = await k.SendAsync(id);

        await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id, Lots: [new(lot, Tablets(15), Tablets(5))]), Ct);
        Assert.Equal((70m, 10m, 15m, 5m), await k.PlacesAsync(lot));
        Assert.Equal(["submitted", "approved", "dispatched", "received", "short"], await k.EventsAsync());
        Assert.Equal(RequisitionWork.Short, (await WorkAsync(k, k.Receiver)).Single());

        await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id, sent.Delivery, [new(lot, Tablets(4), Tablets(2), Discard: true)], Note: "mojado"), Ct);
        Assert.Equal((70m, 4m, 19m, 5m), await k.PlacesAsync(lot));
        Assert.Equal("broken: mojado", (await k.H.LedgerAsync())[^1].Reason);

        await Refused.WithAsync(() => k.Receiving.WriteOffAsync(k.H.As(k.Receiver), new(id, "x"), Ct), PharmacyRules.RoleMissing);
        var closed = await k.Receiving.WriteOffAsync(k.H.As(k.H.Supervisor), new(id, "no apareció"), Ct);
        Assert.Equal(RequisitionStatus.Completed, closed.Status);
        Assert.Equal((70m, 0m, 19m, 5m), await k.PlacesAsync(lot));
        var f = await k.FiguresAsync(id);
        Assert.Equal((30m, 19m, 7m, 4m, 4m, 0m), (f.Sent.Value, f.Received.Value, f.Damaged.Value, f.Short.Value, f.WrittenOff.Value, f.Missing.Value));
        Assert.Equal("completed", RequisitionFhir.SupplyDeliveryStatus((await k.ReadAsync(id)).Deliveries[0]));
    }

    [Fact]
    public async Task A_delivery_that_never_arrived_is_given_up_whole()
    {
        var k = await OpenAsync();
        await k.H.LotAsync(k.P, 100);
        var id = await k.PickingAsync(30);
        var sent = await k.SendAsync(id, 10);
        Assert.Equal("in-progress", RequisitionFhir.SupplyDeliveryStatus((await k.ReadAsync(id)).Deliveries[0]));

        await Refused.WithAsync(() => k.Receiving.WriteOffAsync(k.H.As(k.H.Supervisor), new(id, "robo"), Ct), PharmacyRules.RequisitionNothingShort);
        await k.Receiving.WriteOffAsync(k.H.As(k.H.Supervisor), new(id, "robo", sent.Delivery), Ct);
        await Refused.WithAsync(() => k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id, sent.Delivery), Ct), PharmacyRules.RequisitionNothingShort);
        await Refused.WithAsync(() => k.Receiving.WriteOffAsync(k.H.As(k.H.Supervisor), new(id, "robo", sent.Delivery), Ct), PharmacyRules.RequisitionNothingShort);
        Assert.Equal("abandoned", RequisitionFhir.SupplyDeliveryStatus((await k.ReadAsync(id)).Deliveries[0]));

        var end = await k.Fulfilment.CloseRestAsync(k.H.As(k.Sender), new(id, "agotado"), Ct);
        Assert.Equal(RequisitionStatus.Completed, end.Status);
    }

    [Fact]
    public async Task A_lot_recalled_or_expired_on_its_way_arrives_in_quarantine_only()
    {
        var k = await OpenAsync();
        var recalled = await k.H.LotAsync(k.P, 10, "R", new(2026, 12, 31));
        var expired = await k.H.LotAsync(k.P, 10, "E", new(2026, 3, 10));
        var id = await k.PickingAsync(20);
        await k.SendAsync(id);
        await k.H.Lots.RecallAsync(k.H.As(), new RecallLots(k.P.Id, new LotNumber("R"), "alerta"), Ct);
        k.H.Clock.AdvanceMinutes(60 * 24);

        var answer = await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct);

        Assert.Equal(new[] { recalled, expired }.Order(Comparer<LotId>.Create((a, b) => a.Value.CompareTo(b.Value))), answer.SetAside.Order(Comparer<LotId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.Equal((0m, 0m, 0m, 10m), await k.PlacesAsync(recalled));
        Assert.Equal((0m, 0m, 0m, 10m), await k.PlacesAsync(expired));
    }

    [Fact]
    public async Task A_returned_requisition_is_changed_and_keeps_its_number()
    {
        var k = await OpenAsync();
        var id = await k.SubmittedAsync(30);
        await k.Approval.ReturnAsync(k.H.As(k.Approver), new(id, "pida menos"), Ct);
        Assert.Equal(RequisitionWork.ToChange, (await WorkAsync(k, k.Nurse)).Single());
        var changed = await k.Drafting.ChangeAsync(k.H.As(k.Nurse), new(id, 3, k.Data(10) with { Priority = RequisitionPriority.Stat }), Ct);
        await Refused.WithAsync(() => k.Drafting.ChangeAsync(k.H.As(k.Nurse), new(id, 3, k.Data(10)), Ct), PharmacyRules.StaleVersion);
        var again = await k.Drafting.SubmitAsync(k.H.As(k.Nurse), new(id, changed.Version), Ct);

        Assert.Equal("2026-000001", again.Number);
        Assert.Equal(10, (await k.FiguresAsync(id)).Asked.Value);
        Assert.Equal(["submitted", "returned", "submitted"], await k.EventsAsync());
        await k.Approval.RejectAsync(k.H.As(k.Approver), new(id, "sin motivo"), Ct);
        await Refused.WithAsync(() => k.Approval.ApproveAsync(k.H.As(k.Approver), new(id), Ct), PharmacyRules.RequisitionTransitionRefused);
    }

    [Fact]
    public async Task Numbers_have_no_gap_also_when_many_submit_at_once()
    {
        var k = await OpenAsync();
        var drafts = new List<RequisitionId>();
        for (var i = 0; i < 6; i++) drafts.Add(await k.DraftAsync(1));

        var answers = await Task.WhenAll(drafts.Chunk(3).First().Select(d => Task.Run(() => k.Drafting.SubmitAsync(k.H.As(k.Nurse), new(d), Ct))));
        foreach (var d in drafts.Skip(3)) await k.Drafting.SubmitAsync(k.H.As(k.Nurse), new(d), Ct);

        Assert.Equal(3, answers.Select(a => a.Number).Distinct().Count());
        var numbers = new List<int>();
        foreach (var d in drafts) numbers.Add((await k.ReadAsync(d)).Number!.Sequence);
        Assert.Equal(Enumerable.Range(1, 6), numbers.Order());
    }

    [Fact]
    public async Task A_command_repeated_changes_nothing_twice_and_another_tap_is_refused()
    {
        var k = await OpenAsync();
        var lot = await k.H.LotAsync(k.P, 100);
        var id = await k.PickingAsync(30);
        var x = k.H.As(k.Sender);

        var first = await k.Fulfilment.DispatchAsync(x, new(id), Ct);
        Assert.Equivalent(first, await k.Fulfilment.DispatchAsync(x, new(id), Ct));
        await Refused.WithAsync(() => k.SendAsync(id), PharmacyRules.RequisitionNothingToSend);
        await Refused.WithAsync(() => k.SendAsync(id, 1), PharmacyRules.RequisitionNothingToSend);
        await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct);
        await Refused.WithAsync(() => k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct), PharmacyRules.RequisitionNothingShort);
        Assert.Equal((70m, 0m, 30m, 0m), await k.PlacesAsync(lot));
    }

    [Fact]
    public async Task Of_two_who_approve_or_send_at_once_one_succeeds()
    {
        var k = await OpenAsync();
        var lot = await k.H.LotAsync(k.P, 100);
        var id = await k.SubmittedAsync(30);
        Assert.Equal(1, await RaceAsync(() => k.Approval.ApproveAsync(k.H.As(k.Approver), new(id), Ct)));
        await k.Fulfilment.PickAsync(k.H.As(k.Sender), new(id), Ct);
        Assert.Equal(1, await RaceAsync(() => k.SendAsync(id)));
        Assert.Equal((70m, 30m, 0m, 0m), await k.PlacesAsync(lot));
    }

    [Fact]
    public async Task An_approval_keeps_stock_aside_that_only_the_requisition_takes()
    {
        var k = await OpenAsync(o => o.ReserveOnApproval = true);
        var lot = await k.H.LotAsync(k.P, 25);
        var first = await k.PickingAsync(20);
        var second = await k.PickingAsync(10);
        Assert.Equal(25, (await k.H.LyingAsync(lot)).Reserved.Value);

        await Refused.WithAsync(() => k.H.Issuing.IssueAsync(k.H.As(), k.H.Issue(k.P, 1), Ct), PharmacyRules.StockShort);
        await k.SendAsync(first, 8);
        Assert.Equal((17m, 17m), ((await k.H.LyingAsync(lot)).OnHand.Value, (await k.H.LyingAsync(lot)).Reserved.Value));
        await k.SendAsync(first, 12);
        Assert.Equal((5m, 5m), ((await k.H.LyingAsync(lot)).OnHand.Value, (await k.H.LyingAsync(lot)).Reserved.Value));
        await k.Drafting.CancelAsync(k.H.As(k.Nurse), new(second, "ya no"), Ct);
        Assert.Equal(0, (await k.H.LyingAsync(lot)).Reserved.Value);
        await k.H.Issuing.IssueAsync(k.H.As(), k.H.Issue(k.P, 5), Ct);
    }

    [Fact]
    public async Task What_is_not_sent_is_given_free_and_an_approval_without_stock_stands()
    {
        var k = await OpenAsync(o => o.ReserveOnApproval = true);
        var none = await k.PickingAsync(10);
        Assert.Equal(RequisitionStatus.Picking, (await k.ReadAsync(none)).Status);
        var lot = await k.H.LotAsync(k.P, 50);
        var id = await k.PickingAsync(20);
        await k.SendAsync(id, 5);
        Assert.Equal(15, (await k.H.LyingAsync(lot)).Reserved.Value);

        await k.Fulfilment.CloseRestAsync(k.H.As(k.Sender), new(id, "suficiente"), Ct);

        Assert.Equal(0, (await k.H.LyingAsync(lot)).Reserved.Value);
        await Refused.WithAsync(() => k.Fulfilment.CloseRestAsync(k.H.As(k.Sender), new(id, "suficiente"), Ct), PharmacyRules.RequisitionNothingToSend);
        await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct);
        Assert.Equal(RequisitionStatus.Completed, (await k.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task A_pause_goes_on_where_it_was()
    {
        var k = await OpenAsync();
        var id = await k.PickingAsync(5);
        await k.Approval.SuspendAsync(k.H.As(k.Approver), new(id, "inventario"), Ct);
        await Refused.WithAsync(() => k.SendAsync(id), PharmacyRules.RequisitionTransitionRefused);
        Assert.Equal(RequisitionStatus.Picking, (await k.Approval.ResumeAsync(k.H.As(k.Approver), new(id), Ct)).Status);
    }

    [Fact]
    public async Task Each_side_does_its_part_and_strangers_see_nothing()
    {
        var k = await OpenAsync();
        await k.H.LotAsync(k.P, 100);
        var id = await k.PickingAsync(30);
        var (wardPharmacist, pharmacyNurse) = (Somebody(31, Role.Pharmacist, k.H.WardDepartment), Somebody(32, Role.Nurse, k.H.PharmacyDepartment));

        await Refused.WithAsync(() => k.Fulfilment.DispatchAsync(k.H.As(wardPharmacist), new(id), Ct), PharmacyRules.DepartmentMissing);
        await Refused.WithAsync(() => k.Fulfilment.DispatchAsync(k.H.As(pharmacyNurse), new(id), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => k.Approval.ApproveAsync(k.H.As(wardPharmacist), new(id), Ct), PharmacyRules.DepartmentMissing);
        await Refused.WithAsync(() => k.Drafting.CancelAsync(k.H.As(k.Approver), new(id, "x"), Ct), PharmacyRules.DepartmentMissing);
        await Refused.WithAsync(() => k.Fulfilment.DispatchAsync(k.H.As(k.Stranger), new(id), Ct), PharmacyRules.RequisitionUnknown);
        var sent = await k.SendAsync(id);
        await Refused.WithAsync(() => k.Receiving.ReceiveAsync(k.H.As(pharmacyNurse), new(id), Ct), PharmacyRules.DepartmentMissing);
        var both = new Actor(k.Sender.Person, [Role.Auxiliary], [k.H.PharmacyDepartment, k.H.WardDepartment]);
        await Refused.WithAsync(() => k.Receiving.ReceiveAsync(k.H.As(both), new(id), Ct), PharmacyRules.RequisitionReceiverIsSender);
        await Refused.WithAsync(() => k.H.Transfers.ReceiveAsync(k.H.As(), new() { Transfer = sent.Delivery!.Value }, Ct), PharmacyRules.OwnedElsewhere);
        await Refused.WithAsync(() => k.H.Transfers.WriteOffAsync(k.H.As(), new(sent.Delivery!.Value, "x"), Ct), PharmacyRules.OwnedElsewhere);

        foreach (var (actor, sees) in new[] { (k.Nurse, 1), (k.Sender, 1), (k.Stranger, 0), (k.H.Auditor, 1), (k.H.Supervisor, 1), (new Actor(Hospital.Id<PersonId>(33), [Role.Nurse], []), 0) })
        {
            Assert.Equal(sees, (await k.Inquiries.ListAsync(k.H.Tenant, actor, new(), PageRequest.First, Ct)).Items.Count);
            Assert.Equal(sees, (await k.Inquiries.ListAsync(k.H.Tenant, actor, new([k.H.WardDepartment, k.H.PharmacyDepartment]), PageRequest.First, Ct)).Items.Count);
            if (sees == 1) Assert.Equal(id, (await k.Inquiries.FindAsync(k.H.Tenant, actor, id, Ct)).State.Id);
            else await Refused.WithAsync(() => k.Inquiries.FindAsync(k.H.Tenant, actor, id, Ct), PharmacyRules.RequisitionUnknown);
        }
    }

    [Fact]
    public async Task What_waits_is_listed_for_the_side_that_acts()
    {
        var k = await OpenAsync();
        await k.H.LotAsync(k.P, 100);
        var id = await k.SubmittedAsync(10);
        Assert.Equal((0, RequisitionWork.ToApprove), ((await WorkAsync(k, k.Nurse)).Count, (await WorkAsync(k, k.Approver)).Single()));
        await k.Approval.ApproveAsync(k.H.As(k.Approver), new(id), Ct);
        Assert.Equal((0, RequisitionWork.ToPick), ((await WorkAsync(k, k.Nurse)).Count, (await WorkAsync(k, k.Sender)).Single()));
        await k.Fulfilment.PickAsync(k.H.As(k.Sender), new(id), Ct);
        await k.SendAsync(id);
        Assert.Equal((0, RequisitionWork.ToReceive), ((await WorkAsync(k, k.Sender)).Count, (await WorkAsync(k, k.Nurse)).Single()));
        await k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id), Ct);
        Assert.Empty(await WorkAsync(k, k.H.Supervisor));
    }

    [Fact]
    public async Task Bad_requisitions_say_everything_that_is_wrong()
    {
        var k = await OpenAsync();
        var (h, p) = (k.H, k.P);
        var unknown = Hospital.Id<Clinic.Abstractions.PresentationId>(77);
        var data = k.Data(1);
        Task Draft(RequisitionData d) => k.Drafting.DraftAsync(h.As(k.Nurse), new(d), Ct);

        await Refused.WithAsync(
            () => Draft(new(h.Ward, h.Quarantine, [new(unknown, Tablets(1)), new(p.Id, Tablets(-1)), new(p.Id, Tablets(0.5m))], (RequisitionPriority)9, new(2026, 3, 9), " ")),
            PharmacyRules.NotPickable, PharmacyRules.PresentationUnknown, PharmacyRules.QuantityNotPositive, PharmacyRules.QuantityTooFine, PharmacyRules.FieldInvalid, PharmacyRules.FieldInvalid,
            PharmacyRules.FieldInvalid, PharmacyRules.RequisitionNeededTooEarly);
        await Refused.WithAsync(() => Draft(data with { Lines = [] }), PharmacyRules.NothingAsked);
        await Refused.WithAsync(() => Draft(data with { Origin = h.Ward }), PharmacyRules.RequisitionSameDepartment);
        await Refused.WithAsync(() => Draft(data with { Destination = h.Transit }), PharmacyRules.DepartmentMissing, PharmacyRules.LocationKindWrong, PharmacyRules.RequisitionSameDepartment);
        await Refused.WithAsync(() => Draft(data with { Lines = [new(p.Id, new(1, UnitCode.Millilitre))] }), PharmacyRules.UnitUnknown);

        var id = await k.SubmittedAsync(30);
        Task Approve(params ApprovedLine[] lines) => k.Approval.ApproveAsync(h.As(k.Approver), new(id, Lines: lines), Ct);
        await Refused.WithAsync(() => Approve(new ApprovedLine(p.Id, Tablets(31))), PharmacyRules.RequisitionApprovedTooMuch);
        await Refused.WithAsync(() => Approve(new ApprovedLine(p.Id)), PharmacyRules.RequisitionCutWithoutReason, PharmacyRules.RequisitionNothingApproved);
        await Refused.WithAsync(() => Approve(new ApprovedLine(p.Id, Tablets(1), "x"), new ApprovedLine(p.Id, Tablets(2), "x")), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => k.Approval.RejectAsync(h.As(k.Approver), new(id, "", 99), Ct), PharmacyRules.FieldInvalid, PharmacyRules.StaleVersion);
        var other = await h.PresentationAsync("OTR1");
        await Refused.WithAsync(() => Approve(new ApprovedLine(other.Id, Tablets(1), "x")), PharmacyRules.RequisitionLineUnknown);
        var own = await SubmittedByApproverAsync(k);
        await Refused.WithAsync(() => k.Approval.ApproveAsync(h.As(own.Actor), new(own.Id), Ct), PharmacyRules.RequisitionApproverIsRequester);

        var lot = await h.LotAsync(p, 100);
        await Approve();
        await k.Fulfilment.PickAsync(h.As(k.Sender), new(id), Ct);
        await Refused.WithAsync(() => k.SendAsync(id, 31), PharmacyRules.RequisitionSentTooMuch);
        await Refused.WithAsync(
            () => k.Fulfilment.DispatchAsync(h.As(k.Sender), new(id, [new PickLine(other.Id, Tablets(1))]), Ct), PharmacyRules.RequisitionLineUnknown);
        var first = await k.SendAsync(id, 10);
        var second = await k.Fulfilment.DispatchAsync(h.As(k.Sender), new(id, [new(p.Id, null, [new LotPick(lot, Tablets(5))])]), Ct);
        Task Receive(TransferId? delivery, params CountedLot[] lots) => k.Receiving.ReceiveAsync(h.As(k.Receiver), new(id, delivery, lots), Ct);
        await Refused.WithAsync(() => Receive(null), PharmacyRules.RequisitionDeliveryNotNamed);
        await Refused.WithAsync(() => Receive(Hospital.Id<TransferId>(5)), PharmacyRules.RequisitionDeliveryUnknown);
        await Refused.WithAsync(() => Receive(first.Delivery, new CountedLot(lot, Tablets(8), Tablets(3))), PharmacyRules.RequisitionReceivedTooMuch);
        await Refused.WithAsync(() => Receive(first.Delivery, new CountedLot(lot, Tablets(1)), new CountedLot(lot, Tablets(1))), PharmacyRules.LotNamedTwice);
        await Refused.WithAsync(() => Receive(first.Delivery, new CountedLot(Hospital.Id<LotId>(5), Tablets(1))), PharmacyRules.LotUnknown);
        await Refused.WithAsync(
            () => k.Receiving.ReceiveAsync(h.As(k.Receiver), new(id, first.Delivery, [new(lot, null, Tablets(1))], h.Ward), Ct), PharmacyRules.RequisitionQuarantineMissing);
        await Refused.WithAsync(() => k.Drafting.CancelAsync(h.As(k.Nurse), new(id, "tarde"), Ct), PharmacyRules.RequisitionTransitionRefused);
        Assert.Equal((85m, 15m, 0m, 0m), await k.PlacesAsync(lot));

        // Nothing at all arrived of the first, and everything of the second.
        await Receive(first.Delivery);
        await Receive(second.Delivery, new CountedLot(lot, Tablets(5)));
        var f = await k.FiguresAsync(id);
        Assert.Equal((10m, 5m, 15m), (f.Missing.Value, f.Received.Value, f.Unsent.Value));
    }

    [Fact]
    public async Task Needed_by_a_date_that_has_passed_is_not_submitted()
    {
        var k = await OpenAsync();
        var id = (await k.Drafting.DraftAsync(k.H.As(k.Nurse), new(k.Data(1) with { NeededBy = new(2026, 3, 10) }), Ct)).Requisition;
        k.H.Clock.AdvanceMinutes(60 * 24);
        await Refused.WithAsync(() => k.Drafting.SubmitAsync(k.H.As(k.Nurse), new(id), Ct), PharmacyRules.RequisitionNeededTooEarly);
    }

    [Fact]
    public async Task What_to_ask_follows_levels_stock_and_what_is_on_its_way()
    {
        var k = await OpenAsync();
        var h = k.H;
        await h.LotAsync(k.P, 200);
        var levels = h.Get<StockLevels>();
        await levels.SetAsync(h.As(), new(h.Ward, k.P.Id, 20, 65, "blister"), Ct);
        Assert.Equal(60, (await k.Inquiries.SuggestAsync(h.Tenant, k.Nurse, h.Ward, Ct)).Single().Ask.Value);

        await h.LotAsync(k.P, 5, "W", at: h.Ward);
        await h.LotAsync(k.P, 50, "X", new(2026, 3, 10), at: h.Ward);
        h.Clock.AdvanceMinutes(60 * 24);
        await h.Transfers.DispatchAsync(h.As(), new() { From = h.Store, To = h.Ward, Lines = [new(k.P.Id, Tablets(4))] }, Ct);
        var id = await k.PickingAsync(8, granted: 7);
        await k.SendAsync(id, 3);
        var line = (await k.Inquiries.SuggestAsync(h.Tenant, k.Nurse, h.Ward, Ct)).Single();
        Assert.Equal((5m, 11m, 40m), (line.OnHand.Value, line.OnTheWay.Value, line.Ask.Value));
        await k.SubmittedAsync(10);
        Assert.Empty(await k.Inquiries.SuggestAsync(h.Tenant, k.Nurse, h.Ward, Ct));

        await Refused.WithAsync(() => k.Inquiries.SuggestAsync(h.Tenant, k.Stranger, h.Ward, Ct), PharmacyRules.LocationUnknown);
        await Refused.WithAsync(() => levels.SetAsync(h.As(), new(h.Ward, k.P.Id, 9, 8), Ct), PharmacyRules.StockLevelInvalid);
        await Refused.WithAsync(() => levels.SetAsync(h.As(), new(h.Ward, k.P.Id, -1, 8, "crate", 7), Ct), PharmacyRules.StockLevelInvalid, PharmacyRules.UnitUnknown, PharmacyRules.StaleVersion);
        await Refused.WithAsync(() => levels.SetAsync(h.As(), new(h.Ward, k.P.Id, 0.5m, 8), Ct), PharmacyRules.QuantityTooFine);
        await levels.SetAsync(h.As(), new(h.Ward, k.P.Id, 0, 0, Version: 1), Ct);
        Assert.Equal(0, (await k.Inquiries.LevelsAsync(h.Tenant, h.Ward, PageRequest.First, Ct)).Items.Single().Maximum.Value);
    }

    [Fact]
    public async Task Papers_name_lots_in_both_languages_and_escape_what_people_wrote()
    {
        var k = await OpenAsync();
        await k.H.LotAsync(k.P, 12, "<L1>");
        var id = await k.PickingAsync(30);
        var printing = k.H.Get<RequisitionPrinting>();

        var list = await printing.PickingListAsync(k.H.Tenant, k.Sender, id, Ct);
        Assert.Equal([("<L1>", 12m), (null, 18m)], list.Lines.Select(l => (l.Lot, l.Quantity.Value)));
        var es = RequisitionPapers.Html(list, "es");
        Assert.Contains("Lista de preparación 2026-000001", WebText(es), StringComparison.Ordinal);
        Assert.Contains("&lt;L1&gt;", es, StringComparison.Ordinal);
        Assert.DoesNotContain("<L1>", es, StringComparison.Ordinal);
        Assert.Contains("sin existencias", es, StringComparison.Ordinal);

        var sent = await k.SendAsync(id, 12);
        var note = RequisitionPapers.Html(await printing.DeliveryNoteAsync(k.H.Tenant, k.Nurse, id, sent.Delivery!.Value, Ct), "en");
        Assert.Contains("<h1>Delivery note 2026-000001</h1>", note, StringComparison.Ordinal);
        Assert.Contains("12 tbl", note, StringComparison.Ordinal);
        foreach (var priority in Enum.GetValues<RequisitionPriority>())
            Assert.NotEqual(RequisitionPapers.Html(list with { Priority = priority, NeededBy = new LocalDate(2026, 3, 12) }, "es"), RequisitionPapers.Html(list with { Priority = priority }, "en"));
        await Refused.WithAsync(() => printing.PickingListAsync(k.H.Tenant, k.Stranger, id, Ct), PharmacyRules.RequisitionUnknown);
    }

    private static string WebText(string html) => System.Net.WebUtility.HtmlDecode(html);

    private static async Task<(RequisitionId Id, Actor Actor)> SubmittedByApproverAsync(RequisitionKit k)
    {
        var both = new Actor(Hospital.Id<PersonId>(34), [Role.Pharmacist], [k.H.PharmacyDepartment, k.H.WardDepartment]);
        var id = (await k.Drafting.DraftAsync(k.H.As(both), new(k.Data(5)), Ct)).Requisition;
        await k.Drafting.SubmitAsync(k.H.As(both), new(id), Ct);
        return (id, both);
    }

    private static async Task<IReadOnlyList<RequisitionWork>> WorkAsync(RequisitionKit k, Actor actor)
    {
        var waiting = new List<RequisitionWork>();
        foreach (var work in Enum.GetValues<RequisitionWork>())
        {
            if ((await k.Inquiries.ListAsync(k.H.Tenant, actor, new(Work: work), PageRequest.First, Ct)).Items.Count > 0) waiting.Add(work);
        }

        return waiting;
    }

    private static async Task<int> RaceAsync(Func<Task> act)
    {
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await act();
                return 1;
            }
            catch (PharmacyException)
            {
                return 0;
            }
        })));
        return done.Sum();
    }
}
