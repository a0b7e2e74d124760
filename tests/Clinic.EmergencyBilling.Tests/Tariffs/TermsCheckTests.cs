using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Tariffs;

public sealed class TermsCheckTests
{
    private static readonly TariffTerms Ten = Prices.Terms(Prices.Hourly(10m));
    private static readonly Surcharge Night = new("N", "Nocturno", SurchargeKind.Percent, 25m, 1);

    [Fact]
    public void Every_failure_is_reported_at_once()
    {
        var e = Assert.Throws<EmergencyBillingException>(() => Prices.Published(new()
        {
            Components =
            [
                Prices.Hourly(10.005m, "A") with { Restriction = new() { Days = Weekdays.Weekend } },
                Prices.Hourly(-1m, "A", "IVA") with { Restriction = new() { Bands = [Prices.Band(8, 8)] } },
            ],
            Metering = new() { Block = new(Duration.FromMinutes(15), Duration.FromMinutes(16)), Scope = MeteringScope.LocalDay },
        }));

        Assert.Equal(
            [
                EmergencyBillingRules.ThresholdOutside, EmergencyBillingRules.LocalDayNeedsLastBand, EmergencyBillingRules.CodeTwice, EmergencyBillingRules.RateTooFine,
                EmergencyBillingRules.TaxUnknown, EmergencyBillingRules.FieldInvalid, EmergencyBillingRules.RateNegative, EmergencyBillingRules.FallbackMissing,
            ],
            e.Failures.Select(f => f.Code));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "no fallback", EmergencyBillingRules.FallbackMissing },
        { "only flat", EmergencyBillingRules.FallbackMissing },
        { "unreachable", EmergencyBillingRules.Unreachable },
        { "negative tier", EmergencyBillingRules.RateNegative },
        { "falling tiers", EmergencyBillingRules.TiersUnordered },
        { "no open tier", EmergencyBillingRules.TiersUnordered },
        { "equal steps", EmergencyBillingRules.TiersUnordered },
        { "priority twice", EmergencyBillingRules.CodeTwice },
        { "mixed surcharges", EmergencyBillingRules.SurchargesNotComparable },
        { "split blocks", EmergencyBillingRules.SplitNeedsAdditive },
        { "two windows", EmergencyBillingRules.CapsContradict },
        { "two stages", EmergencyBillingRules.CapsContradict },
        { "fine cap", EmergencyBillingRules.RateTooFine },
        { "fine percent", EmergencyBillingRules.FieldInvalid },
        { "negative percent", EmergencyBillingRules.RateNegative },
        { "resolution", EmergencyBillingRules.FieldInvalid },
        { "half second", EmergencyBillingRules.FieldInvalid },
        { "exempt at 5", EmergencyBillingRules.FieldInvalid },
        { "covers less", EmergencyBillingRules.FieldInvalid },
        { "min over max", EmergencyBillingRules.FieldInvalid },
        { "unknown enum", EmergencyBillingRules.FieldInvalid },
        { "elapsed", EmergencyBillingRules.FieldInvalid },
        { "rolling without length", EmergencyBillingRules.FieldInvalid },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_prices_are_refused(string what, string code)
    {
        var e = Assert.Throws<EmergencyBillingException>(() => Prices.Published(Make(what)));

        Assert.Equal([code], e.Failures.Select(f => f.Code).Distinct());
        Assert.All(e.Failures, f => Assert.DoesNotContain('{', e.Describe(f, "es")));
    }

    [Theory]
    [InlineData("CLP", 10.5)]
    [InlineData("USD", 10.555)]
    [InlineData("KWD", 10.5555)]
    public void Rates_are_as_fine_as_the_currency(string currency, double rate)
    {
        var digits = Currency.Of(currency).Digits;

        Assert.Equal(EmergencyBillingRules.RateTooFine, Assert.Throws<EmergencyBillingException>(() => Prices.Published(Prices.Terms(Prices.Hourly((decimal)rate)), currency)).Code);
        Assert.Single(Prices.Published(Prices.Terms(Prices.Hourly(Math.Round((decimal)rate, digits))), currency).Versions);
    }

    [Fact]
    public void Holidays_twice_or_outside_the_calendar_are_refused_together()
    {
        var e = Assert.Throws<EmergencyBillingException>(() => new HolidayCalendar("EC", 1, new(2026, 1, 1), new(2026, 12, 31),
            [new(new(2026, 5, 1), "Trabajo"), new(new(2026, 5, 1), "Trabajo"), new(new(2027, 1, 1), "Año Nuevo")]));

        Assert.Equal([EmergencyBillingRules.HolidayTwice, EmergencyBillingRules.FieldInvalid], e.Failures.Select(f => f.Code));
        Assert.Equal(EmergencyBillingRules.EndBeforeStart, Assert.Throws<EmergencyBillingException>(() => new HolidayCalendar("EC", 1, new(2026, 1, 2), new(2026, 1, 1), [])).Code);
    }

    private static TariffTerms Make(string what) => what switch
    {
        "no fallback" => Prices.Terms(Prices.Night(1m)),
        "only flat" => Prices.Terms(new FlatPrice("F", "Ingreso", "EXEMPT", 1m, FlatPer.Stay)),
        "unreachable" => Prices.Terms(Prices.Hourly(1m), Prices.Hourly(2m, "B")),
        "negative tier" => Tiers(new(Duration.FromHours(1), -1m), new(null, 1m)),
        "falling tiers" => Tiers(new(Duration.FromHours(2), 1m), new(Duration.FromHours(1), 1m), new(null, 1m)),
        "no open tier" => Tiers(new PriceTier(Duration.FromHours(2), 1m)),
        "equal steps" => Prices.Terms(new SubstitutionPrice("S", "Tarifa", "EXEMPT", [new(Duration.FromHours(1), 1m), new(Duration.FromHours(1), 2m), new(null, 3m)], LimitBoundary.Included)),
        "priority twice" => Ten with { Surcharges = [Night, Night with { Code = "M" }] },
        "mixed surcharges" => Ten with { Surcharges = [Night, new("H", "Hora", SurchargeKind.PerHour, 1m, 2)] },
        "split blocks" => StarterTariffs.FirstHourPlusFractions(1m, Duration.FromMinutes(15), 1m) with { MidStay = MidStayPolicy.SplitAtEffectiveInstant },
        "two windows" => Ten with { Caps = [Cap.PerCalendarDay(1m), Cap.Rolling(1m, Duration.FromHours(24))] },
        "two stages" => Ten with { Caps = [Cap.PerCalendarDay(1m), Cap.PerStay(1m, CapStage.BeforeSurcharges)] },
        "fine cap" => Ten with { Caps = [Cap.PerStay(1.001m)] },
        "fine percent" => Ten with { Surcharges = [Night with { Value = 0.00001m }] },
        "negative percent" => Ten with { Surcharges = [Night with { Value = -5m }] },
        "resolution" => Ten with { Metering = new() { Resolution = Duration.FromSeconds(7) } },
        "half second" => Ten with { Metering = new() { MinimumDuration = Duration.FromMilliseconds(500) } },
        "exempt at 5" => Ten with { Taxes = [TaxRule.Exempt with { Percent = 5m }] },
        "covers less" => Prices.Terms(new ThresholdUnitsPrice("U", "Unidades", "EXEMPT", Duration.FromHours(1), Duration.FromMinutes(30), 1m, Duration.FromHours(1), Duration.FromHours(1), 1m, "V")),
        "min over max" => Ten with { MinCharge = 2m, MaxCharge = 1m },
        "unknown enum" => Ten with { MidStay = (MidStayPolicy)9 },
        "elapsed" => Prices.Terms(Prices.Hourly(1m, "B") with { Restriction = new() { MinElapsed = Duration.FromHours(2), MaxElapsed = Duration.FromHours(1) } }, Prices.Hourly(1m)),
        "rolling without length" => Ten with { Caps = [Cap.Rolling(1m, Duration.Zero)] },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static TariffTerms Tiers(params PriceTier[] tiers) => Prices.Terms(new GraduatedPrice("T", "Tramos", "EXEMPT", tiers));
}
