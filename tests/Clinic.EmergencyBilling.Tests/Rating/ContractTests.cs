using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Rating;

/// <summary>Which version prices which part of a stay.</summary>
public sealed class ContractTests
{
    private static readonly Instant Start = Prices.Local(8);
    private static readonly TariffTerms Ten = Prices.Terms(Prices.Hourly(10m));

    [Theory]
    [InlineData(MidStayPolicy.LockAtStart, 40)]
    [InlineData(MidStayPolicy.SplitAtEffectiveInstant, 70)]
    [InlineData(MidStayPolicy.UseAtClose, 80)]
    public void A_tariff_that_doubles_after_one_of_four_hours(MidStayPolicy policy, double total)
    {
        var tariff = Prices.Published(Ten with { MidStay = policy })
            .Draft(Prices.Terms(Prices.Hourly(20m)), Start + Duration.FromHours(1), Prices.Author, Start, "alza").Publish(2, Prices.Approver, Start);

        var s = Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(4)), TariffBook.Of([tariff]));

        Assert.Equal((decimal)total, s.Total.Amount);
        Assert.All(s.Lines, l => Assert.Equal(l.Version.ContentHash, l.TariffHash));
        Assert.Equal(policy == MidStayPolicy.SplitAtEffectiveInstant ? 2 : 1, s.Lines.Select(l => l.TariffHash).Distinct().Count());
    }

    [Fact]
    public void Tiers_go_on_counting_and_an_entry_fee_is_charged_once_over_a_tariff_change()
    {
        TariffTerms Terms(decimal first) => Prices.Terms(
            new FlatPrice("IN", "Ingreso", "EXEMPT", 5m, FlatPer.Stay),
            new GraduatedPrice("T", "Tramos", "EXEMPT", [new(Duration.FromHours(2), first), new(null, 1m)])) with
        { MidStay = MidStayPolicy.SplitAtEffectiveInstant };
        var tariff = Prices.Published(Terms(10m)).Draft(Terms(20m), Start + Duration.FromHours(1), Prices.Author, Start, "alza").Publish(2, Prices.Approver, Start);

        // 5 once, an hour at 10, the second hour at 20, and two hours of the open tier.
        Assert.Equal(37m, Prices.Rate(Prices.Stay(Start, Start + Duration.FromHours(4)), TariffBook.Of([tariff])).Total.Amount);
    }

    [Theory]
    [InlineData(AcuityPolicy.SplitAtChange, 10 + 50 + 30)]
    [InlineData(AcuityPolicy.HighestOfStay, 150)]
    [InlineData(AcuityPolicy.AtStart, 30)]
    [InlineData(AcuityPolicy.AtClose, 90)]
    public void A_stay_that_is_triaged_again_twice(AcuityPolicy policy, double total)
    {
        Tariff Of(int id, decimal rate, AcuityLevel acuity) => Prices.Published(Prices.Terms(Prices.Hourly(rate)) with { Acuity = policy }, key: new(null, null, acuity), id: id);
        var book = TariffBook.Of([Of(1, 10m, AcuityLevel.NonUrgent), Of(2, 50m, AcuityLevel.Resuscitation), Of(3, 30m, AcuityLevel.Urgent)]);
        var stay = new StayTimeline(Start, Start + Duration.FromHours(3),
        [
            new(Start, Acuity: AcuityLevel.NonUrgent), new(Start + Duration.FromHours(1), Acuity: AcuityLevel.Resuscitation), new(Start + Duration.FromHours(2), Acuity: AcuityLevel.Urgent),
        ]);

        Assert.Equal((decimal)total, Prices.Rate(stay, book).Total.Amount);
    }

    [Fact]
    public void A_start_that_the_resolution_puts_before_the_tariff_is_priced_by_it()
    {
        var terms = Ten with { MidStay = MidStayPolicy.SplitAtEffectiveInstant, Metering = new() { Resolution = Duration.FromMinutes(1) } };
        var book = TariffBook.Of([Prices.Published(terms, from: Start + Duration.FromSeconds(30))]);

        Assert.Equal(10m, Prices.Rate(Prices.Stay(Start + Duration.FromSeconds(45), Start + Duration.FromMinutes(60)), book).Total.Amount);
    }

    [Fact]
    public void Payers_share_only_their_own_part_of_the_stay()
    {
        var terms = Ten with { Split = new(0m, 50m, null) };
        var stay = new StayTimeline(Start, Start + Duration.FromHours(3), [new(Start), new(Start + Duration.FromHours(1), "IESS")]);

        var s = Prices.Rate(stay, Prices.Book(terms));

        Assert.Equal([(null, 10m, 0m, 10m), ("IESS", 20m, 10m, 10m)], s.Payers.Select(p => (p.Payer, p.Total.Amount, p.ByPayer.Amount, p.ByPatient.Amount)));
    }

    [Fact]
    public void A_draft_is_simulated_at_any_time_and_prices_nothing_otherwise()
    {
        var draft = Tariff.Create(Prices.Id(1), "Nueva", new("IESS", null, null), Abstractions.Currency.Usd).Draft(Ten, Start + Duration.FromDays(300), Prices.Author, Start, "prueba");
        var stay = Prices.Stay(Start, Start + Duration.FromHours(2));

        Assert.Equal(20m, Prices.Rate(stay, TariffBook.Simulating(draft.Versions[0])).Total.Amount);
        Assert.Throws<EmergencyBillingException>(() => Prices.Rate(stay, TariffBook.Of([draft])));
    }
}
