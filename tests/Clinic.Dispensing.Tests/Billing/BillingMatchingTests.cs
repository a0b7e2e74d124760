using Clinic.Abstractions;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Dispensing.Tickets;
using Clinic.Testing.Wards;

namespace Clinic.Dispensing.Tests.Billing;

public sealed class BillingMatchingTests : Ward
{
    private static readonly EncounterId Visit = WardWorld.Id<EncounterId>(77);

    private BillingMatching Matching => World.Get<BillingMatching>();

    private Task<BillingAnswer> MatchAsync(params BilledLine[] billed) => Matching.MatchAsync(World.As(WardPeople.Pharmacist), new() { Encounter = Visit, Billed = billed }, Ct);

    private async Task<DispensationId> DeliveredAsync(decimal tablets)
    {
        var asking = World.Asking(Tablets(tablets));
        var id = await AskedAsync(asking with { Target = asking.Target with { Encounter = Visit } });
        await World.PrepareAsync(id, Ct);
        await HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id), Ct);
        World.Clock.AdvanceMinutes(1);
        return id;
    }

    private BilledLine Tablet(string id, decimal quantity, UnitCode? unit = null) => new(id, World.Tablet, new(quantity, unit ?? UnitCode.Tablet));

    [Fact]
    public async Task Each_exception_becomes_one_ticket_and_the_same_bill_raises_none_again()
    {
        var matched = await DeliveredAsync(2);
        var different = await DeliveredAsync(3);
        var missing = await DeliveredAsync(4);

        var answer = await MatchAsync(Tablet("f-1", 2), Tablet("f-2", 1) with { Dispensation = different, Line = 1 }, new("f-3", World.Syrup, new(5, UnitCode.Millilitre)));
        var again = await MatchAsync(Tablet("f-1", 2), Tablet("f-2", 1) with { Dispensation = different, Line = 1 }, new("f-3", World.Syrup, new(5, UnitCode.Millilitre)));

        Assert.Equal([1, 1, 1, 1], Enum.GetValues<MatchKind>().Select(answer.Count));
        Assert.Equal(3, answer.Raised.Count);
        Assert.Empty(again.Raised);
        Assert.Empty((await World.LoadAsync(matched, Ct)).Tickets);
        var short2 = Assert.Single((await World.LoadAsync(different, Ct)).Tickets);
        Assert.Equal((TicketKind.BillingDiffers, 1, 2m), (short2.Kind, short2.Line!.Value, short2.Amount!.Value));
        // What belongs to no delivery lies with the last one of the visit.
        Assert.Equal([4m, -5m], (await World.LoadAsync(missing, Ct)).Tickets.Select(t => t.Amount!.Value));
    }

    [Fact]
    public async Task A_box_is_ten_tablets_and_what_came_back_is_not_billed()
    {
        await DeliveredAsync(10);

        var answer = await MatchAsync(Tablet("f-1", 1, new("box")));

        Assert.Equal(MatchKind.Matched, Assert.Single(answer.Lines).Kind);
    }

    [Fact]
    public async Task A_ticket_about_the_bill_is_resolved_even_after_the_books_were_closed_and_keeps_them_open_before()
    {
        var id = await DeliveredAsync(2);
        await Doses.ConfirmAllUsedAsync(World.As(WardPeople.Nurse), new() { Dispensation = id }, Ct);
        await World.FinishAsync(id, Ct);
        var early = Assert.Single((await MatchAsync()).Raised);
        await RefusedAsync(() => World.CloseAsync(id, Ct), DispensingRules.TicketOpen);
        await Tickets.ResolveAsync(World.As(WardPeople.Supervisor), new() { Dispensation = id, Ticket = early, Outcome = TicketOutcome.Explained, Reason = "paquete" }, Ct);
        await World.CloseAsync(id, Ct);

        var late = Assert.Single((await MatchAsync(Tablet("f-1", 1))).Raised);
        await Tickets.AddEvidenceAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Ticket = late, Text = "falta una" }, Ct);
        await Tickets.ResolveAsync(World.As(WardPeople.Supervisor), new() { Dispensation = id, Ticket = late, Outcome = TicketOutcome.Explained, Reason = "nota de crédito" }, Ct);

        var closed = await World.LoadAsync(id, Ct);
        Assert.Equal(AccountabilityStatus.Closed, closed.Accountability);
        Assert.All(closed.Tickets, t => Assert.False(t.IsOpen));
    }

    [Fact]
    public async Task Bad_bills_are_refused_with_every_failure_and_raise_nothing()
    {
        var id = await DeliveredAsync(2);

        await RefusedAsync(() => Matching.MatchAsync(World.As(WardPeople.Pharmacist), new() { Encounter = Visit }, Ct), DispensingRules.NothingBilledKnown);
        await RefusedAsync(() => Matching.MatchAsync(World.As(WardPeople.Nurse), new() { Encounter = default, Billed = [] }, Ct), DispensingRules.RoleMissing, DispensingRules.FieldInvalid);
        await RefusedAsync(
            () => MatchAsync(Tablet("f-1", 0), Tablet("f-1", 1, UnitCode.Millilitre), new("f-2", WardWorld.Id<PresentationId>(999), new(1, UnitCode.Tablet))),
            DispensingRules.BilledTwice, DispensingRules.QuantityNotPositive, DispensingRules.UnitUnknown, DispensingRules.ProductUnknown);
        Assert.Empty((await World.LoadAsync(id, Ct)).Tickets);
    }

    [Fact]
    public async Task What_is_billed_where_nothing_was_dispensed_is_told_by_an_event()
    {
        var answer = await MatchAsync(Tablet("f-1", 2));

        Assert.Equal((MatchKind.Extra, 0), (Assert.Single(answer.Lines).Kind, answer.Raised.Count));
        var events = await World.Get<IOutbox>().DepthAsync(World.Tenant, Ct);
        Assert.True(events.Waiting > 0);
    }
}
