using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tests.Kit;
using Clinic.Guards;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>Typed local times: once, never, or twice on the wall clock.</summary>
public class LocalTimesTests
{
    private static readonly DateTimeZone Madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];
    private static readonly LocalDateTime Skipped = new(2026, 3, 29, 2, 30);
    private static readonly LocalDateTime Twice = new(2026, 10, 25, 2, 30);

    [Fact]
    public void A_time_that_the_clock_skipped_is_refused_with_both_instants()
    {
        var e = Assert.Throws<EmergencyBillingException>(() => LocalTimes.Resolve(Madrid, "test", new(Skipped)));

        var failure = Assert.Single(e.Failures);
        Assert.Equal(EmergencyBillingRules.LocalTimeSkipped, failure.Code);
        Assert.Equal(("2026-03-29T00:30:00Z", "+02", "2026-03-29T01:30:00Z", "+01"), (failure.Facts["earlier"], failure.Facts["earlierOffset"], failure.Facts["later"], failure.Facts["laterOffset"]));
        Assert.Contains("Europe/Madrid nunca marcaron 2026-03-29T02:30:00", e.Describe(failure, "es"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_the_clock_showed_twice_is_refused_with_both_instants()
    {
        var e = Assert.Throws<EmergencyBillingException>(() => LocalTimes.Resolve(Madrid, "test", new(Twice)));

        Assert.Equal(EmergencyBillingRules.LocalTimeRepeated, e.Code);
        Assert.Equal(("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"), (e.Failures[0].Facts["earlier"], e.Failures[0].Facts["later"]));
    }

    [Theory]
    [InlineData(false, LocalChoice.Earlier, 0)]
    [InlineData(false, LocalChoice.Later, 1)]
    [InlineData(true, LocalChoice.Earlier, 0)]
    [InlineData(true, LocalChoice.Later, 1)]
    public void A_choice_finds_its_instant_and_is_kept(bool twice, LocalChoice choice, int hour)
    {
        var local = twice ? Twice : Skipped;

        var (at, entered) = LocalTimes.Resolve(Madrid, "2026a", new(local, choice));

        Assert.Equal(Instant.FromUtc(local.Year, local.Month, local.Day, hour, 30), at);
        Assert.Equal((local, choice, "Europe/Madrid", "2026a"), (entered.Local, entered.Choice, entered.Zone, entered.TzdbVersion));
        Assert.Equal(at, entered.Local.WithOffset(entered.Offset).ToInstant());
    }

    // Invariant 22.
    [Fact]
    public void A_time_shown_once_goes_to_its_instant_and_back_and_every_other_is_refused() => Cases.ForAll(
        from zone in Cases.Zone
        from near in Cases.StartIn(zone)
        from second in Gen.Choose(-7200, 7200)
        select (zone, Local: near.InZone(zone).LocalDateTime.PlusSeconds(second)),
        c =>
        {
            var count = c.zone.MapLocal(c.Local).Count;
            var failures = new Failures();
            var found = LocalTimes.Resolve(failures, c.zone, "test", new(c.Local));
            if (count != 1) return found is null && failures.Count == 1 && Chosen(c.zone, c.Local);
            return found!.Value.At.InZone(c.zone).LocalDateTime == c.Local && Chosen(c.zone, c.Local);
        }, maxTest: 2000);

    [Fact]
    public void Finer_than_a_second_is_cut_and_far_years_and_no_choices_are_refused()
    {
        Assert.Equal(new LocalDateTime(2026, 1, 1, 8, 0, 7), LocalTimes.Resolve(Madrid, "t", new(new LocalDateTime(2026, 1, 1, 8, 0, 7, 999))).Entered.Local);
        Assert.Equal(EmergencyBillingRules.FieldInvalid, Assert.Throws<EmergencyBillingException>(() => LocalTimes.Resolve(Madrid, "t", new(new(9999, 12, 31, 23, 59)))).Code);
        Assert.Equal(EmergencyBillingRules.FieldInvalid, Assert.Throws<EmergencyBillingException>(() => LocalTimes.Resolve(Madrid, "t", new(Twice, (LocalChoice)7))).Code);
    }

    private static bool Chosen(DateTimeZone zone, LocalDateTime local)
    {
        var (earlier, later) = (LocalTimes.Resolve(zone, "t", new(local, LocalChoice.Earlier)), LocalTimes.Resolve(zone, "t", new(local, LocalChoice.Later)));
        return earlier.At <= later.At && earlier.Entered.Local.WithOffset(earlier.Entered.Offset).ToInstant() == earlier.At;
    }
}
