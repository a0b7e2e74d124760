using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Prices;

namespace Clinic.EmergencyBilling.Tests.Rating;

/// <summary>Worked to the cent by hand.</summary>
public sealed class WorkedExampleTests
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    public static TheoryData<string, int, decimal> Roundings => new()
    {
        { "up", 0, 0m }, { "up", 1, 6m }, { "up", 900, 6m }, { "up", 901, 12m },
        { "down", 899, 0m }, { "down", 900, 6m }, { "down", 1799, 6m },
        { "nearest, ties up", 449, 0m }, { "nearest, ties up", 450, 6m }, { "nearest, ties up", 1349, 6m }, { "nearest, ties up", 1350, 12m },
        { "nearest, ties down", 450, 0m }, { "nearest, ties down", 451, 6m }, { "nearest, ties down", 1350, 6m },
        { "8-minute rule", 479, 0m }, { "8-minute rule", 480, 6m }, { "8-minute rule", 1379, 6m }, { "8-minute rule", 1380, 12m },
        { "exact", 1, 0.01m }, { "exact", 450, 3m },
    };

    [Theory]
    [MemberData(nameof(Roundings))]
    public void Quarters_at_24_an_hour(string mode, int seconds, decimal total) =>
        Assert.Equal(total, Total(Metered(new() { Block = Mode(mode) }, Hourly(24m)), Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData(GraceMode.WaiveIfWithin, LimitBoundary.Included, 900, 0)]
    [InlineData(GraceMode.WaiveIfWithin, LimitBoundary.Included, 901, 9.01)]
    [InlineData(GraceMode.WaiveIfWithin, LimitBoundary.Excluded, 899, 0)]
    [InlineData(GraceMode.WaiveIfWithin, LimitBoundary.Excluded, 900, 9)]
    [InlineData(GraceMode.Deduct, LimitBoundary.Included, 900, 0)]
    [InlineData(GraceMode.Deduct, LimitBoundary.Included, 1000, 1)]
    [InlineData(GraceMode.Deduct, LimitBoundary.Excluded, 3600, 27)]
    public void Grace_of_a_quarter_at_36_an_hour(GraceMode mode, LimitBoundary boundary, int seconds, double total) =>
        Assert.Equal((decimal)total, Total(Metered(new() { Grace = new(mode, Quarter, boundary) }, Hourly(36m)), Duration.FromSeconds(seconds)));

    [Fact]
    public void Minimum_time_minimum_charge_and_their_absence_when_nothing_is_billed()
    {
        var halfHour = Metered(new() { MinimumDuration = Duration.FromMinutes(30), Grace = new(GraceMode.WaiveIfWithin, Duration.FromMinutes(5), LimitBoundary.Included) }, Hourly(24m)) with { MinCharge = 15m };

        Assert.Equal(0m, Total(halfHour, Duration.FromMinutes(5)));
        Assert.Equal(15m, Total(halfHour, Duration.FromMinutes(6)));
        Assert.Equal(12m, Total(halfHour with { MinCharge = null }, Duration.FromMinutes(6)));
        Assert.Equal(20m, Total(halfHour with { MaxCharge = 20m }, Duration.FromHours(9)));
    }

    [Theory]
    [InlineData(29, "", 0)]
    [InlineData(30, "99291:1", 250)]
    [InlineData(74, "99291:1", 250)]
    [InlineData(75, "99291:1 99292:1", 375)]
    [InlineData(104, "99291:1 99292:1", 375)]
    [InlineData(105, "99291:1 99292:2", 500)]
    [InlineData(134, "99291:1 99292:2", 500)]
    [InlineData(135, "99291:1 99292:3", 625)]
    public void Critical_care_by_the_midpoint_rule_of_CPT(int minutes, string codes, double total) =>
        CriticalCare(new ThresholdUnitsPrice("99291", "Cuidados críticos", "EXEMPT", Duration.FromMinutes(30), Duration.FromHours(1), 250m, Duration.FromMinutes(30), Quarter, 125m, "99292"), minutes, codes, (decimal)total);

    [Theory]
    [InlineData(29, "", 0)]
    [InlineData(74, "99291:1", 250)]
    [InlineData(103, "99291:1", 250)]
    [InlineData(104, "99291:1 99292:1", 375)]
    [InlineData(133, "99291:1 99292:1", 375)]
    [InlineData(134, "99291:1 99292:2", 500)]
    public void Critical_care_by_the_whole_half_hours_of_CMS(int minutes, string codes, double total) =>
        CriticalCare(new ThresholdUnitsPrice("99291", "Cuidados críticos", "EXEMPT", Duration.FromMinutes(30), Duration.FromMinutes(74), 250m, Duration.FromMinutes(30), Duration.FromMinutes(30), 125m, "99292"), minutes, codes, (decimal)total);

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(89, 1)]
    [InlineData(90, 2)]
    [InlineData(480, 8)]
    [InlineData(509, 8)]
    [InlineData(510, 9)]
    public void Observation_hours_to_the_nearest_hour(int minutes, int units)
    {
        var hours = new ThresholdUnitsPrice("G0378", "Hora de observación", "EXEMPT", Duration.FromMinutes(30), Duration.FromHours(1), 40m, Duration.FromHours(1), Duration.FromMinutes(30), 40m, "G0378");

        var s = Rate(Stay(Local(8), Local(8) + Duration.FromMinutes(minutes)), Book(Terms(hours)));

        Assert.Equal(units, s.Lines.Sum(l => l.Quantity));
        Assert.Equal(units * 40m, s.Total.Amount);
    }

    [Fact]
    public void Starter_hour_and_fraction() =>
        Assert.Equal([0m, 20m, 20m, 40m], new[] { 0, 1, 3600, 3601 }.Select(s => Total(StarterTariffs.HourAndFraction(20m), Duration.FromSeconds(s))));

    [Fact]
    public void Starter_first_hour_plus_fractions() =>
        Assert.Equal([0m, 30m, 30m, 35m, 35m, 40m], new[] { 0, 1, 3600, 3601, 4500, 4501 }.Select(s => Total(StarterTariffs.FirstHourPlusFractions(30m, Quarter, 5m), Duration.FromSeconds(s))));

    [Fact]
    public void Starter_day_and_night_over_both_edges()
    {
        var s = Rate(Stay(Local(21, 30), Local(6, 20, day: 11)), Book(StarterTariffs.DayAndNight(12m, 18m)));

        // 0.5 h by day, 8 h by night in two dates, and 20 minutes rounded up to 30 by day.
        Assert.Equal([("DIA", 6m), ("NOCHE", 36m), ("NOCHE", 108m), ("DIA", 6m)], s.Lines.Select(l => (l.Code, l.Amount.Amount)));
        Assert.Equal([10, 10, 11, 11], s.Lines.Select(l => l.Date.Day));
        Assert.Equal(Local(6, 30, day: 11), s.Lines[^1].To);
        Assert.Equal(156m, s.Total.Amount);
    }

    [Fact]
    public void Tiers_graduated_by_volume_and_by_substitution()
    {
        PriceTier[] tiers = [new(Duration.FromHours(2), 30m), new(Duration.FromHours(6), 20m), new(null, 10m)];
        var graduated = Terms(new GraduatedPrice("T", "Tramos", "EXEMPT", tiers));
        var volume = Terms(new VolumePrice("T", "Volumen", "EXEMPT", tiers, LimitBoundary.Included));
        var bed = Terms(new SubstitutionPrice("T", "Tarifa", "EXEMPT", [new(Duration.FromHours(6), 60m), new(null, 45m)], LimitBoundary.Excluded));

        Assert.Equal([60m, 140m, 160m], new[] { 2, 6, 8 }.Select(h => Total(graduated, Duration.FromHours(h))));
        Assert.Equal([60m, 120m, 80m], new[] { 2, 6, 8 }.Select(h => Total(volume, Duration.FromHours(h))));
        Assert.Equal(40.01m, Total(volume, Duration.FromSeconds(7201)));
        Assert.Equal((60m, 45m), (Total(bed, Duration.FromSeconds(21_599)), Total(bed, Duration.FromHours(6))));
    }

    [Fact]
    public void The_same_parked_stay_under_a_rolling_and_a_calendar_cap()
    {
        // 20:00 to 20:00 the next day at 200 an hour, capped at 1600 a day.
        decimal Capped(Cap cap) => Rate(Stay(Local(20), Local(20, day: 11)), Book(Terms(Hourly(200m)) with { Caps = [cap] }, "JPY")).Total.Amount;

        Assert.Equal(1600m, Capped(Cap.Rolling(1600m, Duration.FromHours(24))));
        Assert.Equal(2400m, Capped(Cap.PerCalendarDay(1600m)));
        Assert.Equal(1000m, Capped(Cap.PerStay(1000m)));
    }

    [Fact]
    public void A_car_park_with_a_daily_cap_costs_3200_by_date_and_2000_by_24_hours_since_entry()
    {
        // 14:00 to 16:00 the next day at 200 an hour, at most 1600 a day: two dates at the cap, or one window and two hours more.
        decimal Capped(Cap cap) => Rate(Stay(Local(14), Local(16, day: 11)), Book(Terms(Hourly(200m)) with { Caps = [cap] }, "JPY")).Total.Amount;

        Assert.Equal((3200m, 2000m), (Capped(Cap.PerCalendarDay(1600m)), Capped(Cap.Rolling(1600m, Duration.FromHours(24)))));
    }

    [Theory]
    [InlineData(24, 0, 2)]
    [InlineData(24, 20, 2)]
    [InlineData(26, 59, 2)]
    [InlineData(27, 0, 3)]
    [InlineData(36, 0, 3)]
    public void Slots_of_twelve_hours_forgive_an_overshoot_below_three(int hours, int minutes, int slots) =>
        Assert.Equal(slots * 120m, Total(Metered(new() { Block = new(Duration.FromHours(12), Duration.FromHours(3)) }, Hourly(10m)), Duration.FromMinutes((hours * 60) + minutes)));

    [Fact]
    public void A_cap_becomes_a_negative_line_and_surcharges_stay_on_top_when_it_comes_before_them()
    {
        var terms = Terms(Hourly(10m)) with { Surcharges = [new("N", "Recargo nocturno", SurchargeKind.Percent, 50m, 1)] };
        var before = Rate(Stay(Local(8), Local(18)), Book(terms with { Caps = [Cap.PerCalendarDay(80m, CapStage.BeforeSurcharges)] }));
        var after = Rate(Stay(Local(8), Local(18)), Book(terms with { Caps = [Cap.PerCalendarDay(80m)] }));

        Assert.Equal([100m, 50m, -20m], before.Lines.Select(l => l.Amount.Amount));
        Assert.Equal([100m, 50m, -70m], after.Lines.Select(l => l.Amount.Amount));
        Assert.Equal((LineKind.Cap, "CAP-DAY"), (after.Lines[^1].Kind, after.Lines[^1].Code));
    }

    [Theory]
    [InlineData(SurchargeStacking.HighestOnly, 130)]
    [InlineData(SurchargeStacking.Sum, 150)]
    [InlineData(SurchargeStacking.Multiply, 156)]
    [InlineData(SurchargeStacking.FirstMatch, 120)]
    public void Surcharges_of_20_and_30_percent_on_100(SurchargeStacking stacking, double total)
    {
        var terms = Terms(Hourly(100m)) with
        {
            Surcharges = [new("A", "Fin de semana", SurchargeKind.Percent, 30m, 2), new("B", "Noche", SurchargeKind.Percent, 20m, 1)],
            Stacking = stacking,
        };

        Assert.Equal((decimal)total, Total(terms, Duration.FromHours(1)));
    }

    [Fact]
    public void A_surcharge_by_commencement_follows_the_start_and_not_the_hour()
    {
        var night = new Surcharge("N", "Nocturno", SurchargeKind.Percent, 50m, 1) { Restriction = new() { Bands = [Band(22, 6)] } };
        var byInstant = Terms(Hourly(60m)) with { Surcharges = [night] };
        var byStart = Terms(Hourly(60m)) with { Surcharges = [night with { Trigger = SurchargeTrigger.Commencement }] };

        Assert.Equal((150m, 120m), (Total(byInstant, Local(21), Local(23)), Total(byStart, Local(21), Local(23))));
        Assert.Equal((150m, 180m), (Total(byInstant, Local(5), Local(7)), Total(byStart, Local(5), Local(7))));
        Assert.Equal(65m, Total(Terms(Hourly(60m)) with { Surcharges = [night with { Kind = SurchargeKind.Once, Value = 5m, Restriction = Restriction.None }] }, Duration.FromHours(1)));
        Assert.Equal(125m, Total(Terms(Hourly(60m)) with { Surcharges = [night with { Kind = SurchargeKind.PerHour, Value = 5m }] }, Local(21), Local(23)));
    }

    [Fact]
    public void Tax_of_one_rate_is_rounded_once()
    {
        // Three lines of 0.10 at 15 percent: 0.045 becomes 0.05, not three times 0.02.
        var terms = Terms(new FlatPrice("A", "A", "IVA15", 0.10m, FlatPer.Stay), new FlatPrice("B", "B", "IVA15", 0.10m, FlatPer.Stay), new FlatPrice("C", "C", "IVA15", 0.10m, FlatPer.Stay), Hourly(0m, tax: "IVA15")) with { Taxes = [Iva] };
        var onTop = Rate(Stay(Local(8), Local(9)), Book(terms));
        var within = Rate(Stay(Local(8), Local(9)), Book(Terms(Hourly(115m, tax: "IVA15")) with { Taxes = [Iva], TaxMode = TaxMode.Inclusive }));

        Assert.Equal((0.30m, 0.05m, 0.35m), (onTop.Subtotal.Amount, onTop.Tax.Amount, onTop.Total.Amount));
        Assert.Equal((115m, 15m, 115m, 100m), (within.Subtotal.Amount, within.Tax.Amount, within.Total.Amount, within.Taxes[0].Base.Amount));
    }

    [Fact]
    public void A_payer_takes_a_percentage_after_the_copayment_up_to_a_limit()
    {
        Statement Split(PayerSplit split) => Rate(new(Local(8), Local(10), [new(Local(8), "IESS")]), Book(Terms(Hourly(50m)) with { Split = split }));

        Assert.Equal((72m, 28m), (Split(new(10m, 80m, null)).Payers[0].ByPayer.Amount, Split(new(10m, 80m, null)).Payers[0].ByPatient.Amount));
        Assert.Equal(40m, Split(new(10m, 80m, 40m)).Payers[0].ByPayer.Amount);
        Assert.Equal(0m, Split(new(500m, 100m, null)).Payers[0].ByPayer.Amount);
    }

    [Fact]
    public void Money_modes_differ_as_said()
    {
        // Three pieces of 20 minutes at 1.00: 0.33 each, 1.00 together; 0:50 at 100 prints 0.83 h.
        StayInterval Gap(int minute) => new(Local(8, minute), Local(8, minute) + Duration.FromMinutes(10));
        decimal Of(MoneyMode mode) => Rate(Stay(Local(8), Local(9, 20), Gap(20), Gap(50)), Book(Terms(Hourly(1m)) with { Money = mode })).Total.Amount;

        Assert.Equal((1.00m, 0.99m), (Of(MoneyMode.RoundTotalThenAllocate), Of(MoneyMode.RoundLinesThenSum)));
        Assert.Equal(83.33m, Total(Terms(Hourly(100m)), Duration.FromMinutes(50)));
        Assert.Equal(83.00m, Total(Terms(Hourly(100m)) with { Money = MoneyMode.DisplayedHoursTimesRate }, Duration.FromMinutes(50)));
    }

    [Theory]
    [InlineData("JPY", 33)]
    [InlineData("USD", 33.33)]
    [InlineData("KWD", 33.333)]
    public void A_third_of_a_hundred_in_whole_minor_units(string currency, double total) =>
        Assert.Equal((decimal)total, Total(Terms(Hourly(100m)), Duration.FromMinutes(20), currency));

    [Fact]
    public void Scopes_round_the_sum_each_segment_or_each_date()
    {
        var pause = new StayInterval(Local(23, 10), Local(23, 50));
        decimal Of(MeteringScope scope) => Rate(Stay(Local(23), Local(0, 20, day: 11), pause), Book(Metered(new() { Block = BlockRounding.Up(Duration.FromHours(1)), Scope = scope, Attribution = Attribution.LastBand }, Hourly(10m)))).Total.Amount;

        Assert.Equal((10m, 20m, 20m), (Of(MeteringScope.Stay), Of(MeteringScope.Segment), Of(MeteringScope.LocalDay)));
        Assert.Equal(10m, Rate(Stay(Local(23), Local(0, 20, day: 11), pause), Book(Metered(new() { SegmentRounding = BlockRounding.Up(Duration.FromMinutes(30)) }, Hourly(10m)))).Total.Amount);
    }

    [Fact]
    public void Flat_prices_once_and_per_date()
    {
        var terms = Terms(new FlatPrice("IN", "Ingreso", "EXEMPT", 15m, FlatPer.Stay), new FlatPrice("BED", "Cama", "EXEMPT", 7m, FlatPer.LocalDay), Hourly(0m));

        Assert.Equal(15m + (3 * 7m), Total(terms, Local(23, 59, 59), Local(0, 0, 1, day: 12)));
        Assert.Equal(22m, Total(terms, Local(0), Local(0, day: 11)));
    }

    private static void CriticalCare(ThresholdUnitsPrice price, int minutes, string codes, decimal total)
    {
        foreach (var (extra, same) in new[] { (0, true), (59, true) })
        {
            var s = Rate(Stay(Local(8), Local(8) + Duration.FromSeconds((minutes * 60) + extra)), Book(Terms(price)));
            Assert.Equal(codes, string.Join(' ', s.Lines.Where(l => l.Quantity > 0).Select(l => $"{l.Code}:{l.Quantity:0}")));
            Assert.Equal((total, same), (s.Total.Amount, true));
        }
    }

    private static BlockRounding Mode(string mode) => mode switch
    {
        "up" => BlockRounding.Up(Quarter),
        "down" => BlockRounding.Down(Quarter),
        "nearest, ties up" => BlockRounding.NearestTiesUp(Quarter),
        "nearest, ties down" => BlockRounding.NearestTiesDown(Quarter),
        "8-minute rule" => new(Quarter, Duration.FromMinutes(8)),
        _ => BlockRounding.Exact,
    };
}
