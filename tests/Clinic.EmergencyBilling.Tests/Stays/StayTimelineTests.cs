using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;
using static Clinic.EmergencyBilling.Stays.StayTrigger;

namespace Clinic.EmergencyBilling.Tests.Stays;

/// <summary>What a log means: pauses, gaps, time taken out, terms, and corrections that supersede.</summary>
public class StayTimelineTests
{
    private static readonly TariffBook PerHour = Prices.Book(Prices.Terms(Prices.Hourly(60m)));

    [Fact]
    public void A_pause_ends_with_the_close_and_nothing_is_billed_after_it()
    {
        var stay = AStay.Running().Do(Pause, 30).Do(Close, 60);

        Assert.Equal([new StayInterval(AStay.At(30), AStay.At(60))], stay.ToTimeline().Pauses);
        Assert.Equal(30m, Billed(stay));
    }

    [Fact]
    public void A_gap_after_reopening_is_billed_or_not_as_was_said()
    {
        Assert.Equal(90m, Billed(AStay.Closed().Do(Reopen, 120).Do(Close, 150)));
        Assert.Equal(150m, Billed(AStay.Closed().Do(Reopen, 120, e => e with { Gap = GapMode.Billable }).Do(Close, 150)));
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_time_and_the_original_stays()
    {
        var stay = AStay.Closed().Correct(StayEventKind.Closed, AStay.At(45)).Correct(StayEventKind.Started, AStay.At(15));

        Assert.Equal((AStay.At(15), AStay.At(45), 30m), (stay.StartedAt, stay.EndedAt, Billed(stay)));
        Assert.Equal([AStay.Nine, AStay.Nine, AStay.At(60), AStay.At(45), AStay.At(15)], stay.Events.Select(e => e.OccurredAt));
        Assert.Equal(stay.Events[2].Id, stay.Events[3].Supersedes);
        Assert.True(stay.Effective.Single(e => e.Kind == StayEventKind.Closed).IsCorrected);
    }

    [Fact]
    public void A_correction_of_a_correction_supersedes_the_correction()
    {
        var once = AStay.Closed().Correct(StayEventKind.Closed, AStay.At(45));

        var twice = once.Correct(StayEventKind.Closed, AStay.At(50)).Correct(StayEventKind.TimeCorrected, AStay.At(55));

        Assert.Equal((twice.Events[^2].Id, twice.Events[3].Id), (twice.Events[^1].Supersedes, twice.Events[^2].Supersedes));
        Assert.Equal(AStay.At(55), twice.EndedAt);
    }

    // Invariant 17, as far as time goes.
    [Fact]
    public void Correcting_to_the_same_time_or_there_and_back_changes_no_amount()
    {
        var stay = AStay.Closed();

        Assert.Equal(Priced(stay).Fingerprint(), Priced(stay.Correct(StayEventKind.Closed, AStay.At(60))).Fingerprint());
        Assert.Equal(Priced(stay).Fingerprint(), Priced(stay.Correct(StayEventKind.Closed, AStay.At(20)).Correct(StayEventKind.Closed, AStay.At(60))).Fingerprint());
    }

    [Fact]
    public void Terms_said_before_the_start_hold_from_it_and_of_two_at_once_the_later_holds()
    {
        var stay = AStay.Registered(payer: "A", serviceLine: "L", acuity: AcuityLevel.Urgent).Do(Start, 10).Do(StayTrigger.ChangeAcuity, 20).Do(StayTrigger.ChangePayer, 20)
            .Do(Transfer, 30, e => e with { ServiceLine = "OBS" }).Do(Transfer, 40).Do(Close, 60);

        Assert.Equal(
            [
                new StayTerms(AStay.At(10), "A", "L", AcuityLevel.Urgent), new(AStay.At(20), "IESS", "L", AcuityLevel.Emergent),
                new(AStay.At(30), "IESS", "OBS", AcuityLevel.Emergent), new(AStay.At(40), "IESS", "OBS", AcuityLevel.Emergent),
            ], stay.ToTimeline().Terms);
        Assert.Equal(("IESS", "OBS", AcuityLevel.Emergent), (stay.Payer, stay.ServiceLine, stay.Acuity));
    }

    [Fact]
    public void Carve_outs_come_off_whenever_they_are_said()
    {
        var carve = (StayEvent e) => e with { OccurredAt = AStay.At(10), Until = AStay.At(25) };

        Assert.Equal(45m, Billed(AStay.Running().Do(StayTrigger.AddCarveOut, 30, carve).Do(Close, 60)));
        Assert.Equal(45m, Billed(AStay.Closed().Do(StayTrigger.AddCarveOut, 70, carve).Do(StayTrigger.AddCarveOut, 71, carve)));
    }

    [Fact]
    public void The_end_of_a_carve_out_is_corrected_without_resolving_its_beginning_again()
    {
        var typed = new EnteredLocal(new(2026, 3, 10, 9, 10), LocalChoice.Earlier, Offset.FromHours(-5), "America/Guayaquil", "2020a");
        var stay = AStay.Closed().Do(StayTrigger.AddCarveOut, 70, e => e with { OccurredAt = AStay.At(10), Entered = typed, Until = AStay.At(20), UntilEntered = typed with { TzdbVersion = "2020b" } });

        var corrected = stay.Correct(StayEventKind.CarvedOut, AStay.At(10), e => e with { Until = AStay.At(40), Entered = typed });

        Assert.Equal([new StayInterval(AStay.At(10), AStay.At(40))], corrected.ToTimeline().CarveOuts);
        Assert.Equal((typed, null), (corrected.Events[^1].Entered, corrected.Events[^1].UntilEntered));
        var other = corrected.Correct(StayEventKind.CarvedOut, AStay.At(12));
        Assert.Equal((AStay.At(40), null), (other.Events[^1].Until, other.Events[^1].UntilEntered));
    }

    [Fact]
    public void Stays_overlap_half_open_and_not_in_gaps_that_are_not_billed()
    {
        var patient = AStay.Registered().Patient;
        EmergencyStay Of(int from, int to) => AStay.Registered(patient: patient).Do(Start, from).Do(Close, to);

        Assert.False(Of(0, 60).Overlaps(Of(60, 90)));
        Assert.True(Of(0, 61).Overlaps(Of(60, 90)));
        Assert.False(Of(0, 60).Overlaps(Of(30, 30)));
        Assert.False(Of(0, 60).Overlaps(AStay.Closed(30)));
        Assert.False(Of(0, 60).Do(Reopen, 90).Do(Close, 120).Overlaps(Of(60, 90)));
        Assert.True(Of(0, 60).Do(Reopen, 90, e => e with { Gap = GapMode.Billable }).Do(Close, 120).Overlaps(Of(60, 90)));
        Assert.False(Of(0, 60).Do(EnterInError, 61).Overlaps(Of(0, 60)));
        Assert.True(AStay.Running(patient).Overlaps(Of(600, 700)));
    }

    [Fact]
    public void A_stay_whose_clock_has_not_begun_has_no_timeline() =>
        Assert.Equal(EmergencyBillingRules.StayNotStarted, Assert.Throws<EmergencyBillingException>(() => AStay.Registered().ToTimeline()).Code);

    [Fact]
    public void A_stay_that_is_void_or_not_billable_has_no_price()
    {
        var prices = new TariffsInForce(PerHour, null, []);

        Assert.Equal(EmergencyBillingRules.StayNotPriced, Assert.Throws<EmergencyBillingException>(() => StayInquiries.Price(AStay.Closed().Do(EnterInError, 61), prices, AStay.At(99))).Code);
        Assert.Equal(EmergencyBillingRules.StayNotPriced, Assert.Throws<EmergencyBillingException>(() => StayInquiries.Price(AStay.Closed().Do(MarkNotBillable, 61), prices, AStay.At(99))).Code);
        Assert.Equal(60m, StayInquiries.Price(AStay.Closed(), prices, AStay.At(99)).Total.Amount);
    }

    [Fact]
    public void A_malformed_log_is_refused_whole()
    {
        var snapshot = AStay.Closed().ToSnapshot();
        var twice = snapshot with { Version = 0, Zone = "", Events = [.. snapshot.Events, snapshot.Events[0] with { Supersedes = snapshot.Events[1].Id }] };

        Assert.True(Assert.Throws<EmergencyBillingException>(() => EmergencyStay.Restore(twice)).Failures.Count >= 4);
    }

    private static Statement Priced(EmergencyStay stay) => Prices.Rate(stay.ToTimeline(), PerHour);

    private static decimal Billed(EmergencyStay stay) => Priced(stay).Total.Amount;
}
