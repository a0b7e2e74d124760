using Clinic.Abstractions;
using Clinic.Dispensing.Clock;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Dispensing.Tickets;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Clock;

public sealed class DeadlineTests : Ward
{
    private async Task<JobReport> RunAsync<TJob>()
        where TJob : IClinicJob => await World.All<IClinicJob>().OfType<TJob>().Single().RunOnceAsync(World.Tenant, Ct);

    private Task<DispensationAnswer> PassAsync(DispensationId id, DeadlineKind kind) => World.Get<Deadlines>().PassAsync(World.AsSystem(), new() { Dispensation = id, Kind = kind }, Ct);

    [Fact]
    public async Task What_has_not_passed_is_refused_and_people_are_not_the_clock()
    {
        var asked = await AskedAsync(Tablets(1));
        var ready = await World.ReadyAsync(Ct, Tablets(1));
        await Preparing.HoldAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = ready, Reason = "espera" }, Ct);

        await RefusedAsync(() => PassAsync(asked, DeadlineKind.Validity), DispensingRules.StillValid);
        await RefusedAsync(() => PassAsync(ready, DeadlineKind.Hold), DispensingRules.HoldRuns);
        foreach (var kind in new[] { DeadlineKind.Authorisation, DeadlineKind.Confirmation, DeadlineKind.Ticket })
            await RefusedAsync(() => PassAsync(asked, kind), DispensingRules.NotOverdue);
        await RefusedAsync(() => PassAsync(asked, DeadlineKind.Use), DispensingRules.NotOverdue, DispensingRules.TransitionRefused);
        await RefusedAsync(() => World.Get<Deadlines>().PassAsync(World.As(WardPeople.Supervisor), new() { Dispensation = asked, Kind = DeadlineKind.Validity }, Ct), DispensingRules.RoleMissing);
    }

    [Fact]
    public async Task Requests_lapse_and_holds_end_giving_stock_free()
    {
        var asked = await AskedAsync(Tablets(1));
        var held = await World.ReadyAsync(Ct, Tablets(5));
        await Preparing.HoldAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = held, Reason = "espera" }, Ct);
        World.Clock.Advance(Duration.FromHours(24));

        Assert.Equal((0, 1), ((await RunAsync<LapsedRequestJob>()).Done, (await RunAsync<HoldExpiryJob>()).Done));
        Assert.Equal((200, 0), await World.StockAsync(World.Tablet, Ct));
        World.Clock.Advance(Duration.FromDays(6));
        Assert.Equal(1, (await RunAsync<LapsedRequestJob>()).Done);
        Assert.Equal(JobReport.Nothing, await RunAsync<LapsedRequestJob>());
        Assert.Equal((DispenseStatus.Cancelled, DispenseStatus.Cancelled), ((await World.LoadAsync(asked, Ct)).Status, (await World.LoadAsync(held, Ct)).Status));
    }

    [Fact]
    public async Task A_hold_that_ends_after_a_part_was_handed_over_stops()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        await HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id) with { Items = [new(id, [new(1, 2)])] }, Ct);
        await Preparing.HoldAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Reason = "espera" }, Ct);
        World.Clock.Advance(Duration.FromHours(25));

        await RunAsync<HoldExpiryJob>();

        Assert.Equal(DispenseStatus.Stopped, (await World.LoadAsync(id, Ct)).Status);
        Assert.Equal((198, 0), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task Overdue_use_is_put_up_with_a_ticket_about_the_remainder()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(5));
        var used = await World.DeliveredAsync(Ct, Tablets(1));
        await World.DoseAsync(used, 1, 1, UnitCode.Tablet, Ct);
        World.Clock.Advance(Duration.FromHours(13));

        Assert.Equal(2, (await RunAsync<OverdueUseJob>()).Done);

        var overdue = await World.LoadAsync(id, Ct);
        Assert.Equal((AccountabilityStatus.ToReconcile, TicketKind.OverdueRemainder), (overdue.Accountability, Assert.Single(overdue.Tickets).Kind));
        Assert.Empty((await World.LoadAsync(used, Ct)).Tickets);
    }

    [Fact]
    public async Task A_ward_that_says_it_has_finished_is_still_looked_after()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(5));
        await World.FinishAsync(id, Ct);
        World.Clock.Advance(Duration.FromHours(13));

        Assert.Equal(1, (await RunAsync<OverdueUseJob>()).Done);
        Assert.Equal(JobReport.Nothing, await RunAsync<OverdueUseJob>());
        Assert.Equal(TicketKind.OverdueRemainder, Assert.Single((await World.LoadAsync(id, Ct)).Tickets).Kind);
    }

    [Fact]
    public async Task Each_attested_hand_over_has_a_ticket_of_its_own()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        for (var part = 0; part < 2; part++)
        {
            await HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id) with
            {
                Items = [new(id, [new(1, part == 0 ? 2 : 3)])],
                Recipient = null,
                Attestation = new(WardPeople.SecondNurse.Id, WardWorld.Pin(WardPeople.ThirdNurse), WardWorld.Pin(WardPeople.Physician), "sin credencial"),
            }, Ct);
            World.Clock.Advance(Duration.FromHours(25));
            Assert.Equal(1, (await RunAsync<UnconfirmedReceiptJob>()).Done);
        }

        Assert.Equal(2, (await World.LoadAsync(id, Ct)).Tickets.Count(t => t.Kind == TicketKind.UnconfirmedReceipt));
    }

    [Fact]
    public async Task A_late_authorisation_and_an_unconfirmed_receipt_become_one_ticket_each()
    {
        var id = await AskedAsync(World.Asking(Tablets(5)) with { Urgency = Urgency.Urgent }, authorise: false);
        await World.PrepareAsync(id, Ct);
        await HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id) with
        {
            Recipient = null,
            Attestation = new(WardPeople.SecondNurse.Id, WardWorld.Pin(WardPeople.ThirdNurse), WardWorld.Pin(WardPeople.Physician), "sin credencial"),
        }, Ct);
        World.Clock.Advance(Duration.FromHours(25));

        for (var i = 0; i < 2; i++)
        {
            await RunAsync<LateAuthorisationJob>();
            await RunAsync<UnconfirmedReceiptJob>();
        }

        Assert.Equal([TicketKind.LateAuthorisation, TicketKind.UnconfirmedReceipt], (await World.LoadAsync(id, Ct)).Tickets.Select(t => t.Kind));
    }

    [Fact]
    public async Task An_open_ticket_is_brought_up_again_and_again()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(2));
        await World.DoseAsync(id, 1, 3, UnitCode.Tablet, Ct);
        for (var i = 0; i < 2; i++)
        {
            World.Clock.Advance(Duration.FromHours(73));
            Assert.Equal(1, (await RunAsync<TicketEscalationJob>()).Done);
            Assert.Equal(JobReport.Nothing, await RunAsync<TicketEscalationJob>());
        }

        Assert.Equal(2, Assert.Single((await World.LoadAsync(id, Ct)).Tickets).Escalations);
    }
}
