using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.Stories;

/// <summary>One medicine from request to closed books, on the real pharmacy.</summary>
public sealed class MainStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ampoule_is_requested_prepared_handed_over_used_wasted_and_closed()
    {
        var world = await WardWorld.InMemoryAsync(Ct);

        var asked = await world.Get<DispensationRequests>().RequestAsync(world.As(WardPeople.Nurse), world.Asking((world.Ampoule, 1, UnitCode.Ampoule)), Ct);
        Assert.Contains(WardPeople.Physician.Id, asked.MayAuthorise);
        Assert.Contains(WardPeople.Auxiliary.Id, asked.MayPrepare);
        await world.Get<DispensationRequests>().AuthoriseAsync(world.As(WardPeople.Physician), new() { Dispensation = asked.Dispensation }, Ct);
        await world.PrepareAsync(asked.Dispensation, Ct);
        Assert.Equal((200, 1), await world.StockAsync(world.Ampoule, Ct));
        var handed = await world.Get<HandingOver>().HandOverAsync(world.As(WardPeople.Auxiliary), world.HandingOver(asked.Dispensation), Ct);
        Assert.Equal((199, 0), await world.StockAsync(world.Ampoule, Ct));
        Assert.Equal(AccountabilityStatus.Open, handed.Items[0].Answer.Accountability);
        world.Clock.AdvanceMinutes(5);
        var dose = await world.DoseAsync(asked.Dispensation, 1, 50, new("ug"), Ct);
        Assert.Equal((1m, 1m), (dose.Amount, dose.Outstanding));
        await world.WasteAsync(asked.Dispensation, 1, 1, UnitCode.Millilitre, Ct);
        await world.FinishAsync(asked.Dispensation, Ct);
        var closed = await world.CloseAsync(asked.Dispensation, Ct);

        Assert.Equal(AccountabilityStatus.Closed, closed.Accountability);
        var trace = await world.Get<DispensationInquiries>().TraceAsync(world.As(WardPeople.Auditor), asked.Dispensation, Ct);
        Assert.Equal(["requester", "authoriser", "preparer", "deliverer", "recipient"], trace!.Identities.Select(i => i.Part));
        Assert.Equal(5, trace.Identities.Select(i => i.Person).Distinct().Count());
        Assert.Equal(0, Assert.Single(trace.Accounts).Difference);
        var again = await Assert.ThrowsAsync<DispensingException>(() => world.CloseAsync(asked.Dispensation, Ct));
        Assert.Equal(DispensingRules.TransitionRefused, again.Code);
    }

    [Fact]
    public async Task A_missing_tablet_is_reviewed_booked_and_closed_with_a_difference()
    {
        var world = await WardWorld.InMemoryAsync(Ct);
        var id = await world.DeliveredAsync(Ct, (world.Tablet, 10, UnitCode.Tablet));
        await world.DoseAsync(id, 1, 6, UnitCode.Tablet, Ct);
        var returned = await world.Get<WardReturns>().DeclareAsync(
            world.As(WardPeople.SecondNurse), new() { Dispensation = id, Line = 1, Quantity = new(3, UnitCode.Tablet), Condition = ReturnCondition.Unopened, Reason = "sobrante" }, Ct);
        await world.Get<WardReturns>().ConfirmAsync(
            world.As(WardPeople.Pharmacist), new() { Dispensation = id, Return = returned.Return, Counted = new(3, UnitCode.Tablet), To = world.Store }, Ct);
        await world.FinishAsync(id, Ct);

        var refused = await Assert.ThrowsAsync<DispensingException>(() => world.CloseAsync(id, Ct));
        Assert.Equal(DispensingRules.NotBalanced, refused.Code);
        var raised = await world.Get<BookClosing>().RaiseDiscrepancyAsync(world.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        await world.Get<TicketDesk>().AddEvidenceAsync(world.As(WardPeople.SecondNurse), new() { Dispensation = id, Ticket = raised.Tickets[0], Text = "cayó al piso" }, Ct);
        var ended = await world.Get<TicketDesk>().ResolveAsync(
            world.As(WardPeople.Supervisor), new() { Dispensation = id, Ticket = raised.Tickets[0], Outcome = TicketOutcome.Unexplained, Reason = "no se halló" }, Ct);

        Assert.Equal(AccountabilityStatus.ClosedWithDifference, ended.Accountability);
        Assert.Equal((193, 0), await world.StockAsync(world.Tablet, Ct));
        Assert.Equal(1, Assert.Single(Reconciliation.Of(await world.LoadAsync(id, Ct))).Booked);
    }

    [Fact]
    public async Task Three_hundred_millilitres_out_of_one_ampoule_cannot_be_true()
    {
        var world = await WardWorld.InMemoryAsync(Ct);
        var id = await world.DeliveredAsync(Ct, (world.Ampoule, 1, UnitCode.Ampoule));

        var refused = await Assert.ThrowsAsync<DispensingException>(() => world.DoseAsync(id, 1, 300, UnitCode.Millilitre, Ct));

        Assert.Equal(DispensingRules.DoseImpossible, refused.Code);
        Assert.Equal(2, Assert.Single(Reconciliation.Of(await world.LoadAsync(id, Ct))).Difference);
    }

    [Fact]
    public async Task A_dose_beyond_what_was_delivered_is_kept_and_opens_a_ticket()
    {
        var world = await WardWorld.InMemoryAsync(Ct);
        var id = await world.DeliveredAsync(Ct, (world.Tablet, 2, UnitCode.Tablet));

        var dose = await world.DoseAsync(id, 1, 3, UnitCode.Tablet, Ct);

        Assert.True(dose.IsBeyond);
        Assert.Equal((-1m, AccountabilityStatus.UnderReview), (dose.Outstanding, dose.Answer.Accountability));
        Assert.Equal(TicketKind.DoseBeyondDelivered, Assert.Single((await world.LoadAsync(id, Ct)).Tickets).Kind);
    }

    [Fact]
    public async Task Several_dispensations_go_with_one_proof_of_a_badge()
    {
        var world = await WardWorld.InMemoryAsync(Ct);
        var first = await world.ReadyAsync(Ct, (world.Tablet, 5, UnitCode.Tablet));
        var second = await world.ReadyAsync(Ct, (world.Tablet, 7, UnitCode.Tablet), (world.Syrup, 2.5m, UnitCode.Millilitre));

        var handed = await world.Get<HandingOver>().HandOverAsync(
            world.As(WardPeople.Auxiliary), world.HandingOver(first, second) with { Recipient = WardWorld.Badge(WardPeople.SecondNurse) }, Ct);

        Assert.Equal(WardPeople.SecondNurse.Id, handed.Recipient);
        Assert.All(handed.Items, i => Assert.Equal(DispenseStatus.Delivered, i.Answer.Status));
        Assert.Equal((188, 0), await world.StockAsync(world.Tablet, Ct));
    }
}
