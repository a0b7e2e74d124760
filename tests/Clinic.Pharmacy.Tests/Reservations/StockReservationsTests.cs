using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Reservations;

public sealed class StockReservationsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reservations_see_each_other_and_stock_that_is_kept_does_not_leave()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        await h.Reservations.ReserveAsync(h.As(h.Nurse), Keep(h, p, 6), Ct);

        var e = await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), Keep(h, p, 5), Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 5, lot), Ct), PharmacyRules.StockShort);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 4), Ct);

        Assert.Equal(("4 {tbl}", "6"), (e.Failures[0].Facts["available"], e.Failures[0].Facts["reserved"]));
        Assert.Equal((6m, 6m), ((await h.LyingAsync(lot)).OnHand.Value, (await h.LyingAsync(lot)).Reserved.Value));
    }

    [Fact]
    public async Task A_reservation_is_consumed_in_parts_and_then_over()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 6), Ct);

        await h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(p.Id, new Quantity(4, UnitCode.Tablet))] }, Ct);
        Assert.Equal((6m, 2m), ((await h.LyingAsync(lot)).OnHand.Value, (await h.LyingAsync(lot)).Reserved.Value));
        await Refused.WithAsync(
            () => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(p.Id, new Quantity(3, UnitCode.Tablet))] }, Ct),
            PharmacyRules.StockShort);
        await h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation }, Ct);

        Assert.Equal(ReservationStatus.Consumed, (await Find(h, kept)).Status);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation }, Ct), PharmacyRules.ReservationNotActive);
        await Refused.WithAsync(() => h.Reservations.ReleaseAsync(h.As(), new(kept.Reservation, "ya"), Ct), PharmacyRules.ReservationNotActive);
    }

    [Fact]
    public async Task A_reservation_names_its_lots_place_and_presentation()
    {
        var h = new Hospital();
        var (p, other) = (await h.PresentationAsync(), await h.PresentationAsync("OTHER"));
        var lot = await h.LotAsync(p, 10);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 6), Ct);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), new() { From = h.Ward, Reservation = kept.Reservation }, Ct), PharmacyRules.ReservationForeign);
        await Refused.WithAsync(
            () => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(other.Id, null)] }, Ct), PharmacyRules.ReservationForeign);
        await Refused.WithAsync(
            () => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(p.Id, null, [new(lot, new(1, UnitCode.Tablet))])] }, Ct),
            PharmacyRules.FieldInvalid);
        await Refused.WithAsync(
            () => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = Hospital.Id<ReservationId>(9) }, Ct), PharmacyRules.ReservationUnknown);
        await Refused.WithAsync(
            () => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(p.Id, null, UsableThrough: new(2028, 1, 1))] }, Ct),
            PharmacyRules.LotExpired);
    }

    [Fact]
    public async Task Whole_packs_are_handed_out_of_a_reservation_too()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync(levels: [new("bottle", 20, CanBeOpened: false)]);
        await h.LotAsync(p, 60);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 40), Ct);

        await Refused.WithAsync(
            () => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(p.Id, new Quantity(5, UnitCode.Tablet))] }, Ct),
            PharmacyRules.NotWholePacks);
        await h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Lines = [new(p.Id, new Quantity(1, new UnitCode("bottle")))] }, Ct);
    }

    [Fact]
    public async Task A_lot_that_expired_while_it_was_kept_does_not_leave()
    {
        var h = new Hospital(now: Instant.FromUtc(2026, 12, 1, 4, 50));
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10, expires: new(2026, 11, 30));
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 6), Ct);
        h.Clock.AdvanceMinutes(10);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation }, Ct), PharmacyRules.LotExpired);
    }

    [Fact]
    public async Task What_ran_out_is_free_at_its_instant_even_before_the_job_runs()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 6), Ct);
        h.Clock.Now = kept.Expires;

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation }, Ct), PharmacyRules.ReservationRanOut);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 10), Ct);

        Assert.Equal(ReservationStatus.Expired, (await Find(h, kept)).Status);
        Assert.Equal((0m, 0m), ((await h.LyingAsync(lot)).OnHand.Value, (await h.LyingAsync(lot)).Reserved.Value));
    }

    [Fact]
    public async Task The_job_frees_what_ran_out_and_says_so()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 300);
        for (var i = 0; i < 130; i++) await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Owner = $"receta {i}" }, Ct);
        var running = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Expires = h.Clock.Now + Duration.FromHours(5) }, Ct);
        h.Clock.Advance(Duration.FromHours(2));

        var job = Assert.Single(h.Get<IEnumerable<IClinicJob>>(), j => j.Name == "pharmacy.reservation-expiry");
        var report = await job.RunOnceAsync(h.Tenant, Ct);

        Assert.Equal(130, report.Done);
        Assert.Equal(1, (await h.LyingAsync(lot)).Reserved.Value);
        Assert.Equal(ReservationStatus.Active, (await Find(h, running)).Status);
        Assert.Equal(0, (await job.RunOnceAsync(h.Tenant, Ct)).Done);
        var events = await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 500, Ct);
        var content = JsonSerializer.Deserialize<ReservationReleased>(events[0].Json, ClinicJson.Options)!;
        Assert.Equal((130, "expired", 1m), (events.Count, content.Cause, content.Released[0].Quantity.Value));
        await Refused.WithAsync(() => h.Reservations.ExpireAsync(h.As(), new(501), Ct), PharmacyRules.FieldInvalid);
    }

    [Fact]
    public async Task Waste_below_what_is_kept_releases_the_newest_first_and_before_them_what_ran_out()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var ranOut = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 2) with { Expires = h.Clock.Now + Duration.FromMinutes(5) }, Ct);
        h.Clock.AdvanceMinutes(1);
        var older = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 3), Ct);
        h.Clock.AdvanceMinutes(1);
        var newer = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 3), Ct);
        h.Clock.AdvanceMinutes(10);

        await h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 3), Ct);
        Assert.Equal(
            (ReservationStatus.Expired, ReservationStatus.Active, ReservationStatus.Active), ((await Find(h, ranOut)).Status, (await Find(h, older)).Status, (await Find(h, newer)).Status));
        await h.Adjusting.WasteAsync(h.As(), Waste(h, lot, 2), Ct);
        Assert.Equal((ReservationStatus.Active, ReservationStatus.Released), ((await Find(h, older)).Status, (await Find(h, newer)).Status));
        await h.Counting.CountAsync(h.As(), new() { Lot = lot, Location = h.Store, Counted = new(1, UnitCode.Tablet) }, Ct);
        Assert.Equal(ReservationStatus.Released, (await Find(h, older)).Status);

        var events = await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 100, Ct);
        var causes = events.Where(x => x.Type == PharmacyEvents.ReservationReleased).Select(x => JsonSerializer.Deserialize<ReservationReleased>(x.Json, ClinicJson.Options)!.Cause);
        Assert.Equal(["expired", "waste", "count"], causes);
    }

    [Fact]
    public async Task Bad_reservations_are_refused()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10);

        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Expires = h.Clock.Now }, Ct), PharmacyRules.ReservationTimeWrong);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Expires = h.Clock.Now + Duration.FromDays(31) }, Ct), PharmacyRules.ReservationTimeWrong);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Owner = "" }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Location = h.Quarantine }, Ct), PharmacyRules.NotPickable);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(h.Auditor), Keep(h, p, 1), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1) with { Line = new(p.Id, null) }, Ct), PharmacyRules.QuantityNotPositive);
        await Refused.WithAsync(() => h.Reservations.ReleaseAsync(h.As(), new(Hospital.Id<ReservationId>(5), "x"), Ct), PharmacyRules.ReservationUnknown);
        await Refused.WithAsync(() => h.Reservations.ReleaseAsync(h.As(h.Auditor), new(Hospital.Id<ReservationId>(5), ""), Ct),
            PharmacyRules.ReservationUnknown, PharmacyRules.RoleMissing, PharmacyRules.FieldInvalid);
    }

    [Fact]
    public async Task A_reservation_may_take_the_stock_of_those_it_replaces()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 10), Ct);
        var again = Keep(h, p, 8) with { Replacing = [kept.Reservation, kept.Reservation] };

        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), again with { Owner = "otra" }, Ct), PharmacyRules.OwnedElsewhere);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), again with { Line = new(p.Id, new Quantity(11, p.BaseUnit)) }, Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), again with { Replacing = [Hospital.Id<ReservationId>(5)] }, Ct), PharmacyRules.ReservationUnknown);
        Assert.Equal((10m, ReservationStatus.Active), ((await h.LyingAsync(lot)).Reserved.Value, (await Find(h, kept)).Status));
        var made = await h.Reservations.ReserveAsync(h.As(), again, Ct);

        Assert.Equal((8m, ReservationStatus.Released), ((await h.LyingAsync(lot)).Reserved.Value, (await Find(h, kept)).Status));
        await Refused.WithAsync(() => h.Reservations.ReserveAsync(h.As(), again, Ct), PharmacyRules.ReservationNotActive);
        h.Clock.Now = made.Expires;
        await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 9) with { Replacing = [made.Reservation] }, Ct);
        Assert.Equal((9m, ReservationStatus.Released), ((await h.LyingAsync(lot)).Reserved.Value, (await Find(h, made)).Status));
    }

    [Fact]
    public async Task Only_the_department_of_the_place_releases()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 1), Ct);
        var ward = new Actor(Hospital.Id<PersonId>(50), [Role.Nurse], [h.WardDepartment]);

        await Refused.WithAsync(() => h.Reservations.ReleaseAsync(h.As(ward), new(kept.Reservation, "x"), Ct), PharmacyRules.DepartmentMissing);
        Assert.Equal(ReservationStatus.Released, (await h.Reservations.ReleaseAsync(h.As(), new(kept.Reservation, "x"), Ct)).Status);
    }

    [Fact]
    public void The_aggregate_refuses_what_it_does_not_hold()
    {
        var (lot, place) = (Hospital.Id<LotId>(1), Hospital.Id<LocationId>(1));
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var r = Reservation.Restore(new(
            Hospital.Id<ReservationId>(1), "receta", Hospital.Id<PresentationId>(1), [new(lot, place, new(5, 0))], now, Hospital.Id<PersonId>(1),
            now + Duration.FromHours(1), ReservationStatus.Active, 1));

        Assert.Equal(PharmacyRules.ReservationHoldsLess, Assert.Throws<PharmacyException>(() => r.Consume([new(lot, place, new(6, 0))], now)).Code);
        Assert.Equal(PharmacyRules.ReservationHoldsLess, Assert.Throws<PharmacyException>(() => r.Consume([new(Hospital.Id<LotId>(2), place, new(1, 0))], now)).Code);
        Assert.Equal(PharmacyRules.ReservationStillRuns, Assert.Throws<PharmacyException>(() => r.Expire(now)).Code);
        Assert.Equal(PharmacyRules.ReservationNotActive, Assert.Throws<PharmacyException>(() => r.Release().Release()).Code);
        Assert.Equal((ReservationStatus.Active, 2L), (r.Consume([new(lot, place, new(4, 0))], now).Status, r.Consume([new(lot, place, new(4, 0))], now).Version));
        Assert.Throws<PharmacyException>(() => Reservation.Restore(r.ToSnapshot() with { Lines = [] }));
        Assert.Throws<PharmacyException>(() => Reservation.Restore(r.ToSnapshot() with { Lines = [r.Lines[0], r.Lines[0]] }));
        Assert.Throws<PharmacyException>(() => Reservation.Restore(r.ToSnapshot() with { Version = 0 }));
    }

    private static WasteStock Waste(Hospital h, LotId lot, decimal quantity) =>
        new() { Lot = lot, Location = h.Store, Quantity = new(quantity, UnitCode.Tablet), Kind = WasteKind.Broken, Reason = "roto" };

    private static async Task<Reservation> Find(Hospital h, ReserveAnswer kept) => (await h.Get<IReservationStore>().FindAsync(h.Tenant, kept.Reservation, Ct))!;

    private static ReserveStock Keep(Hospital h, Presentation p, decimal quantity) => new()
    {
        Owner = "receta",
        Location = h.Store,
        Line = new(p.Id, new Quantity(quantity, p.BaseUnit)),
        Expires = h.Clock.Now + Duration.FromHours(1),
        Policy = AllocationPolicy.Default,
    };
}
