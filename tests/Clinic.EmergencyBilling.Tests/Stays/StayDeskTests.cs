using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Reception;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>Stays from the desk: what is done, and what is refused with every reason at once.</summary>
public class StayDeskTests
{
    [Fact]
    public async Task A_stay_runs_from_arrival_to_close_and_costs_what_its_preview_said()
    {
        var world = await OpenAsync();
        var registered = await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, Department = world.Department.Id, Payer = "IESS", ServiceLine = "EMG", Acuity = AcuityLevel.Urgent }, Ct);
        var stay = registered.Stay;
        world.Clock.Advance(Duration.FromMilliseconds(90_700));
        await world.Desk.StartAsync(world.As(), new() { Stay = stay, Version = 1 }, Ct);
        world.Clock.AdvanceMinutes(20);
        await world.Desk.PauseAsync(world.As(Role.Nurse), new() { Stay = stay, Kind = PauseKind.Procedure }, Ct);
        world.Clock.AdvanceMinutes(10);
        await world.Desk.ResumeAsync(world.As(Role.Nurse), new() { Stay = stay }, Ct);
        world.Clock.AdvanceMinutes(30);
        var preview = await world.Inquiries.PreviewAsync(world.As(), stay, cancellationToken: Ct);
        var closed = await world.Desk.CloseAsync(world.As(Role.Cashier), new() { Stay = stay, Disposition = Disposition.Admitted, Source = StaySource.Voice }, Ct);

        var found = await world.FindAsync(stay);
        Assert.Equal((StayStatus.Closed, ClinicalStatus.Registered, 5L), (closed.Status, closed.Clinical, closed.Version));
        Assert.Equal((AStay.At(1, 30), AStay.At(61, 30)), (found.StartedAt, found.EndedAt));
        Assert.Equal((Disposition.Admitted, world.PersonOf(Role.Cashier), "IESS", "EMG", AcuityLevel.Urgent), (found.Disposition, found.ClosedBy, found.Payer, found.ServiceLine, found.Acuity));
        Assert.Equal((world.Department.Id, registered.Encounter, "America/Guayaquil"), (found.Department, found.Encounter, found.Zone));
        Assert.Equal((Role.Cashier, StaySource.Voice), (found.Events[^1].Role, found.Events[^1].Source));
        Assert.Equal(50m, preview!.Statement.Total.Amount);
        world.Clock.AdvanceMinutes(500);
        Assert.Equal(preview.Statement.Fingerprint(), (await world.Inquiries.PreviewAsync(world.As(), stay, cancellationToken: Ct))!.Statement.Fingerprint());
        Assert.Equal(
            [EmergencyEvents.StayRegistered, EmergencyEvents.StayStarted, EmergencyEvents.StayPaused, EmergencyEvents.StayResumed, EmergencyEvents.StayClosed],
            (await world.EventsAsync()).Select(e => e.Type));
    }

    [Fact]
    public async Task Events_and_audit_hold_ids_and_never_the_reason_or_the_patient()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        const string Secret = "llamó su hermana Rosa";
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Other, Reason = Secret }, Ct);
        await world.Desk.AbandonAsync(world.As(), new() { Stay = stay, Disposition = Disposition.AgainstAdvice, Reason = Secret }, Ct);

        Assert.All(await world.EventsAsync(), e => Assert.DoesNotContain("Rosa", e.Json, StringComparison.Ordinal));
        Assert.All(await world.EventsAsync(), e => Assert.DoesNotContain(world.Patient.ToString(), e.Json, StringComparison.Ordinal));
        var audit = await world.Get<IAuditLog>().ListAsync(world.Tenant, new AuditQuery { Subject = EmergencyStay.FactOf(stay) }, PageRequest.First, Ct);
        Assert.Equal(["stay.abandoned", "stay.paused", "stay.registered", "stay.started"], audit.Items.Select(a => a.Action).Order(StringComparer.Ordinal));
        Assert.All(audit.Items, a => Assert.DoesNotContain("Rosa", a.Note ?? "", StringComparison.Ordinal));
        Assert.DoesNotContain("Rosa", $"{(await world.FindAsync(stay)).Events[^1]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registering_names_everything_that_is_unknown()
    {
        var world = await OpenAsync();
        var bad = new RegisterStay { Patient = new(Guid.CreateVersion7()), Department = new(Guid.CreateVersion7()), Encounter = default(EncounterId), Payer = " x", At = AStay.At(5), Source = StaySource.System };

        var e = await Assert.ThrowsAsync<EmergencyBillingException>(() => world.Desk.RegisterAsync(world.As(Role.Physician), bad, Ct));

        Assert.Equal(
            [
                EmergencyBillingRules.RoleMissing, EmergencyBillingRules.PatientUnknown, EmergencyBillingRules.DepartmentUnknown, EmergencyBillingRules.FieldInvalid,
                EmergencyBillingRules.TimeInFuture, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.FieldInvalid,
            ], e.Failures.Select(f => f.Code));
        e = await Assert.ThrowsAsync<EmergencyBillingException>(() => world.Desk.RegisterAsync(world.As() with { Site = world.New<SiteId>() }, new() { Patient = world.Patient }, Ct));
        Assert.Equal(EmergencyBillingRules.SiteUnknown, e.Code);
    }

    [Fact]
    public async Task Without_a_tariff_in_force_the_clock_does_not_begin()
    {
        var world = await OpenAsync();
        var stay = await world.RegisteredAsync();
        world.Book = TariffBook.Of([Prices.Published(Prices.Terms(Prices.Hourly(1m)), from: AStay.At(60))]);

        var e = await world.RefusedAsync(stay, () => world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct), EmergencyBillingRules.NoTariffInForce);

        Assert.Equal("*/*/*", e.Failures[0].Facts["key"]);
        world.Clock.AdvanceMinutes(60);
        await world.Desk.StartAsync(world.As(), new() { Stay = stay }, Ct);
    }

    [Fact]
    public async Task Starting_names_every_failed_guard_at_once()
    {
        var world = await OpenAsync();
        var (first, second) = (await world.RegisteredAsync(), await world.RegisteredAsync());
        await world.Desk.StartAsync(world.As(), new() { Stay = first }, Ct);
        world.Book = TariffBook.Of([]);

        await world.RefusedAsync(second, () => world.Desk.StartAsync(world.As(Role.Auditor), new() { Stay = second, Version = 7, At = AStay.At(-90) }, Ct),
            EmergencyBillingRules.RoleMissing, EmergencyBillingRules.StaleStay, EmergencyBillingRules.BeforeLastEvent, EmergencyBillingRules.NoTariffInForce,
            EmergencyBillingRules.OtherStayOpen, EmergencyBillingRules.ApprovalMissing);
    }

    [Fact]
    public async Task A_patient_has_one_open_stay_and_no_two_that_overlap()
    {
        var world = await OpenAsync();
        var closed = await world.ClosedAsync();
        var next = (await world.Desk.RegisterAsync(world.As(), new() { Patient = world.Patient, At = AStay.At(55) }, Ct)).Stay;

        await world.RefusedAsync(next, () => world.Desk.StartAsync(world.As(), new() { Stay = next, At = AStay.At(59) }, Ct), EmergencyBillingRules.StaysOverlap);
        await world.Desk.StartAsync(world.As(), new() { Stay = next, At = AStay.At(60) }, Ct);

        // The close of the first is handed over at 10:00; later would charge a minute twice.
        await world.RefusedAsync(closed, () => world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = closed, Gap = GapMode.Billable, Reason = "error" }, Ct), EmergencyBillingRules.OtherStayOpen);
        var closing = (await world.FindAsync(closed)).Events.Last(e => e.Kind == StayEventKind.Closed).Id;
        world.Clock.AdvanceMinutes(20);
        await world.Desk.CloseAsync(world.As(), new() { Stay = next, Disposition = Disposition.Discharged }, Ct);
        await world.RefusedAsync(closed, () => world.Corrections.CorrectAsync(world.As(), new() { Stay = closed, Event = closing, At = AStay.At(61), Reason = "hora", Approver = world.Approver() }, Ct), EmergencyBillingRules.StaysOverlap);
        await world.RefusedAsync(closed, () => world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = closed, Gap = GapMode.Billable, Reason = "error" }, Ct), EmergencyBillingRules.StaysOverlap);
        await world.Corrections.ReopenAsync(world.As(Role.Supervisor), new() { Stay = closed, Gap = GapMode.NotBillable, Reason = "volvió" }, Ct);
    }

    [Fact]
    public async Task Two_starts_at_once_give_one_open_stay()
    {
        var world = await OpenAsync();
        var stays = new List<StayId>();
        for (var i = 0; i < 6; i++) stays.Add(await world.RegisteredAsync());

        var ends = await Task.WhenAll(stays.Select(s => Task.Run(() => CodeAsync(() => world.Desk.StartAsync(world.As(), new() { Stay = s }, Ct)))));

        Assert.Equal(1, ends.Count(c => c is null));
        Assert.All(ends, c => Assert.True(c is null or EmergencyBillingRules.OtherStayOpen, c));
        Assert.Single((await world.Inquiries.ListAsync(world.As(), new() { IsOpen = true }, PageRequest.First, Ct)).Items);
    }

    [Fact]
    public async Task Of_two_who_close_at_once_one_closes_and_the_other_hears_that_it_is_closed()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(10);

        var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => CodeAsync(() => i % 2 == 0
            ? world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct)
            : world.Desk.AbandonAsync(world.As(), new() { Stay = stay, Disposition = Disposition.AgainstAdvice, Reason = "se fue" }, Ct)))));

        Assert.Equal(1, ends.Count(c => c is null));
        Assert.Equal(5, ends.Count(c => c == EmergencyBillingRules.AlreadyClosed));
        Assert.Equal(3, (await world.FindAsync(stay)).Events.Count);
        await world.RefusedAsync(stay, () => world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged }, Ct), EmergencyBillingRules.AlreadyClosed);
    }

    [Fact]
    public async Task A_close_needs_a_disposition_that_fits_and_a_time_after_all_that_happened()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        world.Clock.AdvanceMinutes(10);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.Transport }, Ct);

        await world.RefusedAsync(stay, () => world.Desk.CloseAsync(world.As(), new() { Stay = stay, Disposition = Disposition.AgainstAdvice, At = AStay.At(9) }, Ct),
            EmergencyBillingRules.DispositionWrong, EmergencyBillingRules.BeforeLastEvent);
        await world.RefusedAsync(stay, () => world.Desk.AbandonAsync(world.As(), new() { Stay = stay, Disposition = Disposition.Discharged, At = AStay.At(12) }, Ct),
            EmergencyBillingRules.DispositionWrong, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.TimeInFuture);
        await world.RefusedAsync(stay, () => world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = (PauseKind)77 }, Ct), EmergencyBillingRules.StayTransitionRefused, EmergencyBillingRules.FieldInvalid);
        await world.RefusedAsync(stay, () => world.Desk.ChangePayerAsync(world.As(), new() { Stay = stay, Payer = "" }, Ct), EmergencyBillingRules.StayTransitionRefused, EmergencyBillingRules.FieldInvalid);
        await world.RefusedAsync(stay, () => world.Desk.TransferAsync(world.As(), new() { Stay = stay, Department = new(Guid.CreateVersion7()) }, Ct), EmergencyBillingRules.StayTransitionRefused, EmergencyBillingRules.DepartmentUnknown);
        await world.RefusedAsync(stay, () => world.Desk.ChangeAcuityAsync(world.As(), new() { Stay = stay, Acuity = 0 }, Ct), EmergencyBillingRules.FieldInvalid);
    }

    [Fact]
    public async Task A_little_ahead_is_now_and_further_ahead_is_refused()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();

        await world.RefusedAsync(stay, () => world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.OnLeave, At = AStay.At(1, 1) }, Ct), EmergencyBillingRules.TimeInFuture);
        await world.Desk.PauseAsync(world.As(), new() { Stay = stay, Kind = PauseKind.OnLeave, At = AStay.At(1) }, Ct);

        Assert.Equal(AStay.Nine, (await world.FindAsync(stay)).PausedAt);
        // Another server, whose clock is a little behind, means now by now.
        world.Clock.Advance(Duration.FromSeconds(-20));
        await world.Desk.ResumeAsync(world.As(), new() { Stay = stay }, Ct);
        Assert.Equal(AStay.Nine, (await world.FindAsync(stay)).Events[^1].OccurredAt);
    }

    [Fact]
    public async Task Typed_local_times_are_kept_with_how_they_were_found()
    {
        var world = await OpenAsync(zone: "Europe/Madrid");
        world.Clock.Now = Instant.FromUtc(2026, 10, 25, 1, 45);
        var stay = await world.RegisteredAsync();
        await Assert.ThrowsAsync<EmergencyBillingException>(() => world.Desk.StartAsync(world.As(), new() { Stay = stay, AtLocal = new(new(2026, 10, 25, 2, 45)) }, Ct));
        await world.RefusedAsync(stay, () => world.Desk.StartAsync(world.As(), new() { Stay = stay, At = world.Clock.Now, AtLocal = new(new(2026, 10, 25, 2, 45), LocalChoice.Later) }, Ct), EmergencyBillingRules.TimeSaidTwice);

        await world.Desk.StartAsync(world.As(), new() { Stay = stay, AtLocal = new(new(2026, 10, 25, 2, 45), LocalChoice.Later) }, Ct);

        var started = (await world.FindAsync(stay)).Events[^1];
        Assert.Equal((world.Clock.Now, LocalChoice.Later, Offset.FromHours(1), DateTimeZoneProviders.Tzdb.VersionId),
            (started.OccurredAt, started.Entered!.Choice, started.Entered.Offset, started.Entered.TzdbVersion));
    }

    [Fact]
    public async Task Leaving_while_the_clock_runs_is_allowed_and_told()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();

        var answer = await world.Desk.MoveCareAsync(world.As(Role.Nurse), new() { Stay = stay, Step = ClinicalTrigger.Depart, Disposition = Disposition.Discharged }, Ct);

        Assert.Equal((StayStatus.Running, ClinicalStatus.Departed), (answer.Status, answer.Clinical));
        Assert.Equal([EmergencyEvents.CareMoved, EmergencyEvents.DepartedWhileRunning], (await world.EventsAsync()).Select(e => e.Type).TakeLast(2));
        await world.RefusedAsync(stay, () => world.Desk.MoveCareAsync(world.As(Role.Nurse), new() { Stay = stay, Step = ClinicalTrigger.Triage, Disposition = Disposition.Discharged }, Ct),
            EmergencyBillingRules.StayTransitionRefused, EmergencyBillingRules.FieldInvalid);
    }

    [Fact]
    public async Task Stays_of_another_site_and_unknown_ones_are_not_there()
    {
        var world = await OpenAsync();
        var stay = await world.RunningAsync();
        var elsewhere = world.As() with { Site = world.New<SiteId>() };

        Assert.Null(await world.Inquiries.FindAsync(elsewhere, stay, Ct));
        Assert.Null(await world.Inquiries.PreviewAsync(world.As(), world.New<StayId>(), cancellationToken: Ct));
        Assert.Equal(EmergencyBillingRules.StayUnknown, await CodeAsync(() => world.Desk.PauseAsync(elsewhere, new() { Stay = stay, Kind = PauseKind.OnLeave }, Ct)));
        Assert.Equal(EmergencyBillingRules.StayUnknown, await CodeAsync(() => world.Desk.PauseAsync(world.As(), new() { Stay = default, Kind = PauseKind.OnLeave }, Ct)));
        Assert.Equal(EmergencyBillingRules.RoleMissing, (await Assert.ThrowsAsync<EmergencyBillingException>(() => world.Inquiries.FindAsync(world.As(Role.Pharmacist), stay, Ct))).Code);
        Assert.Equal(EmergencyBillingRules.StayNotStarted, (await Assert.ThrowsAsync<EmergencyBillingException>(async () =>
            await world.Inquiries.PreviewAsync(world.As(), await world.RegisteredAsync(), cancellationToken: Ct))).Code);
    }

    internal static async Task<string?> CodeAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (EmergencyBillingException e)
        {
            return e.Code;
        }
    }
}
