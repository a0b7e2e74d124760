using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>Corrections, approvals, reopening, and what should not have been.</summary>
public class StayCorrectionTests
{
    [Fact]
    public async Task A_correction_after_the_close_needs_a_second_person_who_is_kept()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var correct = await CorrectionAsync(world, stay, AStay.At(50));

        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct, Ct), EmergencyBillingRules.ApprovalMissing);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { Approver = world.Approver(pin: "0000") }, Ct), EmergencyBillingRules.ApproverProofRefused);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { Approver = world.Approver(pin: "locked") }, Ct), EmergencyBillingRules.ApproverProofLocked);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { Approver = world.Approver(Role.Cashier) }, Ct), EmergencyBillingRules.ApproverNotAllowed);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(Role.Supervisor), correct with { Approver = world.Approver() }, Ct), EmergencyBillingRules.ApproverNotDifferent);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(Role.Supervisor), correct with { Approver = new(null, CredentialKind.Badge, new("Supervisor")) }, Ct), EmergencyBillingRules.ApproverNotDifferent);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { Approver = new(null, CredentialKind.Pin, new("1")), Device = "" }, Ct), EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.FieldInvalid);
        await world.Corrections.CorrectAsync(world.As(), correct with { Approver = world.Approver() }, Ct);

        var found = await world.FindAsync(stay);
        Assert.Equal((world.PersonOf(Role.Reception), world.PersonOf(Role.Supervisor)), (found.Events[^1].By, found.Events[^1].Approval!.Approver));
        Assert.Equal(AStay.At(50), found.EndedAt);
        Assert.Equal(50m, (await world.Inquiries.PreviewAsync(world.As(), stay, cancellationToken: Ct))!.Statement.Total.Amount);
    }

    [Fact]
    public async Task A_correction_keeps_the_order_has_a_reason_and_names_an_entry_with_a_time()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var correct = (await CorrectionAsync(world, stay, AStay.At(50))) with { Approver = world.Approver() };

        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { At = AStay.At(-1), Reason = null }, Ct), EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.CorrectionOutOfOrder);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { Event = world.New<StayEventId>() }, Ct), EmergencyBillingRules.StayEventUnknown);
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { At = null }, Ct), EmergencyBillingRules.FieldInvalid);
        await world.Corrections.MarkNotBillableAsync(world.As(Role.Supervisor), new() { Stay = stay, Reason = "convenio" }, Ct);
        await world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = stay, Gap = GapMode.Billable, Reason = "sí se cobra" }, Ct);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        var marked = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.MarkedNotBillable).Id;
        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct with { Event = marked }, Ct), EmergencyBillingRules.NotCorrectable);
    }

    [Fact]
    public async Task What_is_entered_late_needs_a_second_person_unless_a_job_enters_it()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(31);

        await world.RefusedAsync(stay, () => world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Transport, At = AStay.At(0, 59) }, Ct), EmergencyBillingRules.ApprovalMissing);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Transport, At = AStay.At(1) }, Ct);
        world.Clock.AdvanceMinutes(60);
        await world.Desk.ResumeAsync(world.As(Role.System), new() { Stay = stay, At = AStay.At(2), Source = StaySource.System }, Ct);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, At = AStay.At(3), Disposition = Disposition.Deceased, Approver = world.Approver() }, Ct);

        Assert.Equal(AStay.At(3), (await world.FindAsync(stay)).EndedAt);
    }

    [Fact]
    public async Task Time_is_taken_out_within_the_stay_only()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(40);
        var carve = new AddCarveOut { Stay = stay, At = AStay.At(10), Until = AStay.At(30), Reason = "equipo dañado" };

        await world.RefusedAsync(stay, () => world.Corrections.CarveOutAsync(world.As(), carve with { At = AStay.At(-10) }, Ct), EmergencyBillingRules.CarveOutOutside);
        await world.RefusedAsync(stay, () => world.Corrections.CarveOutAsync(world.As(), carve with { Until = AStay.At(10), Reason = "" }, Ct), EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.EndBeforeStart);
        await world.RefusedAsync(stay, () => world.Corrections.CarveOutAsync(world.As(), carve with { Until = null }, Ct), EmergencyBillingRules.FieldInvalid);
        await world.RefusedAsync(stay, () => world.Corrections.CarveOutAsync(world.As(), carve with { Until = AStay.At(42) }, Ct), EmergencyBillingRules.TimeInFuture);
        await world.Corrections.CarveOutAsync(world.As(), carve, Ct);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        await world.RefusedAsync(stay, () => world.Corrections.CarveOutAsync(world.As(), carve, Ct), EmergencyBillingRules.ApprovalMissing);

        // Only the end is typed anew; the beginning stays as it was.
        var id = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.CarvedOut).Id;
        await world.Corrections.CorrectAsync(world.As(), new() { Stay = stay, Event = id, UntilLocal = new(new(2026, 3, 10, 9, 20)), Reason = "hora", Approver = world.Approver() }, Ct);

        var found = await world.FindAsync(stay);
        Assert.Equal([new StayInterval(AStay.At(10), AStay.At(20))], found.ToTimeline().CarveOuts);
        Assert.Equal(30m, (await world.Inquiries.PreviewAsync(world.As(), stay, cancellationToken: Ct))!.Statement.Total.Amount);
    }

    [Fact]
    public async Task Reopening_has_its_right_its_reason_its_gap_and_its_window()
    {
        var world = await OpenAsync(o => o.ReopenWithin = Duration.FromHours(2));
        var stay = await world.ClosedAsync();
        var reopen = new ReopenStay { Stay = stay, Gap = GapMode.NotBillable, Reason = "volvió" };

        await world.RefusedAsync(stay, () => world.Corrections.ReopenAsync(world.As(Role.Cashier), reopen with { Reason = null, Gap = (GapMode)9 }, Ct), EmergencyBillingRules.RoleMissing, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.FieldInvalid);
        await world.RefusedAsync(stay, () => world.Corrections.ReopenAsync(world.As(Role.Supervisor), reopen with { At = AStay.At(59) }, Ct), EmergencyBillingRules.BeforeLastEvent);
        world.Clock.AdvanceMinutes(120);
        world.Clock.Advance(Duration.FromTicks(10));
        await world.RefusedAsync(stay, () => world.Corrections.ReopenAsync(world.As(Role.Supervisor), reopen, Ct), EmergencyBillingRules.ReopenTooLate);
        world.Clock.Advance(Duration.FromTicks(-10));
        await world.Corrections.ReopenAsync(world.As(Role.Supervisor), reopen, Ct);
        world.Clock.AdvanceMinutes(30);

        Assert.Equal(90m, (await world.Inquiries.PreviewAsync(world.As(), stay, cancellationToken: Ct))!.Statement.Total.Amount);
    }

    [Fact]
    public async Task The_corrected_start_too_needs_a_tariff()
    {
        var world = await OpenAsync();
        world.Clock.AdvanceMinutes(-40);
        var stay = await world.RegisteredAsync();
        world.Clock.AdvanceMinutes(40);
        await world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct);
        await world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct);
        world.Book = TariffBook.Of([Prices.Published(Prices.Terms(Prices.Hourly(1m)), from: AStay.At(-10))]);
        var started = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Started).Id;
        var correct = new CorrectTime { Stay = stay, Event = started, At = AStay.At(-11), Reason = "hora", Approver = world.Approver() };

        await world.RefusedAsync(stay, () => world.Corrections.CorrectAsync(world.As(), correct, Ct), EmergencyBillingRules.NoTariffInForce);
        await world.Corrections.CorrectAsync(world.As(), correct with { At = AStay.At(-10) }, Ct);
    }

    [Fact]
    public async Task A_lost_race_costs_the_approver_no_second_attempt()
    {
        var world = await OpenAsync();
        var stay = await world.ClosedAsync();
        var correct = (await CorrectionAsync(world, stay, AStay.At(50))) with { Approver = world.Approver() };
        world.BeforeProof = () =>
        {
            world.BeforeProof = null;
            // Somebody else, at another desk.
            using var apart = ExecutionContext.SuppressFlow();
            return Task.Run(() => world.Desk.MoveCareAsync(world.As(Role.Nurse), new() { Stay = stay, Step = ClinicalTrigger.Triage }, Ct));
        };

        await world.Corrections.CorrectAsync(world.As(), correct, Ct);

        Assert.Equal(1, world.Proofs);
        Assert.Equal(5, (await world.FindAsync(stay)).Version);
    }

    [Fact]
    public async Task Cancelling_and_errors_have_reasons_and_end_the_stay()
    {
        var world = await OpenAsync();
        var stay = await world.RegisteredAsync();
        await world.RefusedAsync(stay, () => world.Corrections.CancelAsync(world.As(), new() { Stay = stay }, Ct), EmergencyBillingRules.FieldInvalid);
        var cancelled = await world.Corrections.CancelAsync(world.As(), new() { Stay = stay, Reason = "no se quedó" }, Ct);
        var running = await world.RunningAsync();
        await world.RefusedAsync(running, () => world.Corrections.EnterInErrorAsync(world.As(), new() { Stay = running, Reason = "otro paciente" }, Ct), EmergencyBillingRules.RoleMissing);
        var error = await world.Corrections.EnterInErrorAsync(world.As(Role.Supervisor), new() { Stay = running, Reason = "otro paciente" }, Ct);

        Assert.Equal((StayStatus.Cancelled, ClinicalStatus.Cancelled, StayStatus.EnteredInError), (cancelled.Status, cancelled.Clinical, error.Status));
        Assert.Equal(EmergencyBillingRules.StayNotPriced, await StayDeskTests.CodeAsync(() => world.Inquiries.PreviewAsync(world.As(), running, cancellationToken: Ct)));
        // What never was stands in nobody's way.
        await world.RunningAsync();
    }

    private static async Task<CorrectTime> CorrectionAsync(Reception world, StayId stay, Instant at) => new()
    {
        Stay = stay,
        Event = (await world.FindAsync(stay)).Events.Single(e => e.Kind == StayEventKind.Closed).Id,
        At = at,
        Reason = "hora mal anotada",
    };
}
