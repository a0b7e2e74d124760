using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Kit;

/// <summary>Generators that aim at the edges: a second around blocks, thresholds, caps, bands and changes of the clock.</summary>
internal static class Cases
{
    private static readonly string[] ZoneIds =
    [
        "America/Santiago", "America/Havana", "Africa/Cairo", "Europe/Madrid", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns",
        "America/Asuncion", "Asia/Beirut", "America/Sao_Paulo", "Australia/Lord_Howe", "America/Guayaquil",
    ];

    private static readonly DateTimeZone[] Zones = [.. ZoneIds.Select(id => DateTimeZoneProviders.Tzdb[id])];

    private static readonly int[] Lengths = [0, 60, 300, 900, 1799, 1800, 3600, 4440, 4500, 5400, 6240, 7200, 21_600, 28_800, 43_200, 82_800, 86_400, 90_000, 108_000];

    public static readonly HolidayCalendar Holidays = new("pruebas", 1, new(2005, 1, 1), new(2030, 12, 31),
    [
        .. Enumerable.Range(2005, 26).SelectMany(y => new Holiday[] { new(new(y, 1, 1), "Año Nuevo"), new(new(y, 9, 8), "Feriado"), new(new(y, 3, 31), "Feriado"), new(new(y, 10, 27), "Feriado") }),
    ]);

    public static Gen<DateTimeZone> Zone => Gen.Elements(Zones);

    /// <summary>An instant within two hours of a change of the clock where the zone has one.</summary>
    public static Gen<Instant> StartIn(DateTimeZone zone)
    {
        var changes = zone.GetZoneIntervals(new NodaTime.Interval(Instant.FromUtc(2006, 1, 1, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0)))
            .Where(i => i.HasEnd && i.End < Instant.FromUtc(2026, 12, 1, 0, 0)).Select(i => i.End).ToArray();
        if (changes.Length == 0) changes = [Instant.FromUtc(2026, 3, 10, 3, 0)];
        var near = from change in Gen.Elements(changes) from second in Gen.Choose(-7200, 7200) select change + Duration.FromSeconds(second);
        var before = from change in Gen.Elements(changes) from hours in Gen.Choose(0, 30) from second in Gen.Choose(-1, 1) select change + Duration.FromSeconds(second - (hours * 3600));
        return Gen.OneOf(near, before);
    }

    public static Gen<int> Length => Gen.OneOf(
        from edge in Gen.Elements(Lengths) from off in Gen.Choose(-1, 1) select Math.Max(0, edge + off),
        from blocks in Gen.Choose(0, 80) from off in Gen.Choose(-1, 1) select Math.Max(0, (blocks * 900) + off),
        Gen.Choose(0, 100_000));

    /// <summary>A second around the next edges of a band or a date on the wall clock.</summary>
    public static Gen<int> UntilEdge(DateTimeZone zone, Instant start) =>
        from hour in Gen.Elements(0, 1, 2, 6, 14, 20, 22)
        from days in Gen.Choose(0, 1)
        from off in Gen.Choose(-1, 1)
        let edge = zone.AtLeniently(start.InZone(zone).Date.PlusDays(days).At(new(hour, 0))).ToInstant()
        select Math.Max(0, (int)(edge - start).TotalSeconds + off);

    public static Gen<StayTimeline> StayIn(DateTimeZone zone) =>
        from start in StartIn(zone)
        from length in Gen.Frequency((3, Length), (2, UntilEdge(zone, start)))
        from pauses in Gap(length).ListOf().Select(g => g.Take(3))
        from carved in Gap(length).ListOf().Select(g => g.Take(2))
        from change in Gen.Choose(0, Math.Max(1, length))
        from acuity in Gen.Elements<AcuityLevel?>(null, AcuityLevel.Urgent, AcuityLevel.Emergent)
        select new StayTimeline(start, start + Duration.FromSeconds(length),
            change == 0 ? [new(start, Acuity: acuity)] : [new(start, Acuity: acuity), new(start + Duration.FromSeconds(change), Acuity: AcuityLevel.NonUrgent)],
            [.. pauses.Select(g => At(start, g))], [.. carved.Select(g => At(start, g))]);

    public static Gen<(StayTimeline Stay, DateTimeZone Zone)> Stay => from zone in Zone from stay in StayIn(zone) select (stay, zone);

    public static Gen<Metering> Metering =>
        from block in Block
        from segment in Gen.Frequency((4, Gen.Constant<BlockRounding?>(null)), (1, Block.Select(b => (BlockRounding?)b)))
        from mode in Gen.Elements(Enum.GetValues<GraceMode>())
        from grace in Gen.Elements(300, 900, 1800)
        from boundary in Gen.Elements(Enum.GetValues<LimitBoundary>())
        from minimum in Gen.Elements(0, 0, 1800, 3600)
        from scope in Gen.Elements(Enum.GetValues<MeteringScope>())
        from attribution in Gen.Elements(Enum.GetValues<Attribution>())
        from resolution in Gen.Elements(1, 1, 60, 15)
        select new Metering
        {
            Resolution = Duration.FromSeconds(resolution),
            SegmentRounding = segment,
            Grace = mode == GraceMode.None ? Grace.None : new(mode, Duration.FromSeconds(grace), boundary),
            MinimumDuration = Duration.FromSeconds(minimum),
            Block = block,
            Scope = scope,
            Attribution = scope == MeteringScope.LocalDay ? Attribution.LastBand : attribution,
        };

    public static Gen<BlockRounding> Block =>
        from size in Gen.Elements(1, 60, 900, 1800, 3600)
        from threshold in Gen.Elements(1, size, (size + 1) / 2, (size / 2) + 1, Math.Min(size, 1140))
        select new BlockRounding(Duration.FromSeconds(size), Duration.FromSeconds(Math.Clamp(threshold, 1, size)));

    public static Gen<decimal> Rate => Gen.Choose(0, 12_000).Select(cents => cents / 100m);

    public static Gen<Restriction> Restriction =>
        from band in Gen.Elements<TimeBand[]>([], [Prices.Band(22, 6)], [Prices.Band(6, 14)], [Prices.Band(0, 1), Prices.Band(20, 2)], [new(new(23, 59, 59), new(0, 0, 1))])
        from days in Gen.Elements(Weekdays.All, Weekdays.Weekend, Weekdays.Friday | Weekdays.Monday)
        from holiday in Gen.Elements(HolidayRule.Any, HolidayRule.Any, HolidayRule.Only, HolidayRule.Except)
        from basis in Gen.Elements(Enum.GetValues<DayBasis>())
        from min in Gen.Elements<int?>(null, null, 3600)
        from max in Gen.Elements<int?>(null, null, 7200)
        from acuities in Gen.Elements<AcuityLevel[]>([], [], [AcuityLevel.Emergent], [AcuityLevel.NonUrgent])
        select new Restriction
        {
            Bands = band,
            Days = days,
            Holidays = holiday,
            DayBasis = basis,
            MinElapsed = min is { } a ? Duration.FromSeconds(a) : null,
            MaxElapsed = max is { } b ? Duration.FromSeconds(b) : null,
            Acuities = acuities,
        };

    public static Gen<PriceComponent> Timed(string code) => Gen.OneOf(
        Rate.Select(r => (PriceComponent)Prices.Hourly(r, code)),
        Rate.Select(r => (PriceComponent)Prices.Hourly(r, code)),
        from t in Tiers select (PriceComponent)new GraduatedPrice(code, "Tramos", "EXEMPT", t),
        from t in Tiers from b in Gen.Elements(Enum.GetValues<LimitBoundary>()) select (PriceComponent)new VolumePrice(code, "Volumen", "EXEMPT", t, b),
        from a in Rate
        from b in Rate
        from x in Gen.Elements(Enum.GetValues<LimitBoundary>())
        select (PriceComponent)new SubstitutionPrice(code, "Tarifa", "EXEMPT", [new(Duration.FromHours(6), a), new(null, b)], x),
        from a in Rate
        from b in Rate
        from block in Block.Where(b => b.Size >= Duration.FromMinutes(1))
        select (PriceComponent)new FirstBlockPrice(code, "Primera hora", "EXEMPT", Duration.FromHours(1), a, block.Size, b, block.Threshold),
        from a in Rate
        from b in Rate
        from block in Block.Where(b => b.Size >= Duration.FromMinutes(1))
        from covers in Gen.Elements(60, 74)
        select (PriceComponent)new ThresholdUnitsPrice(code, "Unidades", "EXEMPT", Duration.FromMinutes(30), Duration.FromMinutes(covers), a, block.Size, block.Threshold, b, code + "+"));

    public static Gen<TariffTerms> Terms =>
        from metering in Metering
        from flat in Rate
        from per in Gen.Elements(Enum.GetValues<FlatPer>())
        from flatWhen in Restriction
        from first in Timed("A")
        from firstWhen in Restriction
        from second in Timed("B")
        from secondWhen in Restriction
        from last in Timed("Z")
        from surcharges in Surcharges
        from stacking in Gen.Elements(Enum.GetValues<SurchargeStacking>())
        from caps in Caps
        from min in Gen.Elements<decimal?>(null, null, 20m)
        from max in Gen.Elements<decimal?>(null, null, 500m)
        from discounts in Discounts
        select new TariffTerms
        {
            Metering = metering,
            Components =
            [
                new FlatPrice("FLAT", "Ingreso", "EXEMPT", flat, per) { Restriction = flatWhen },
                first with { Restriction = Narrow(firstWhen) }, second with { Restriction = Narrow(secondWhen) }, last,
            ],
            Surcharges = stacking == SurchargeStacking.HighestOnly ? [.. surcharges.Where(s => s.Kind != SurchargeKind.PerHour)] : surcharges,
            Stacking = stacking,
            Caps = caps,
            MinCharge = min,
            MaxCharge = max,
            Discounts = discounts,
        };

    public static Gen<RatingRequest> Request =>
        from at in Stay from terms in Terms select Prices.Request(at.Stay, Prices.Book(terms), at.Zone, Holidays);

    public static void ForAll<T>(Gen<T> cases, Func<T, bool> law, int maxTest = 200, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Prop.ForAll(Arb.From(cases), law).Holds(maxTest, name);

    // A restriction that says nothing would make what follows unreachable, which saving refuses.
    private static Restriction Narrow(Restriction restriction) => restriction with { Days = restriction.Days == Weekdays.All ? Weekdays.All & ~Weekdays.Wednesday : restriction.Days };

    private static Gen<PriceTier[]> Tiers =>
        from a in Rate from b in Rate from c in Rate select new PriceTier[] { new(Duration.FromHours(1), a), new(Duration.FromHours(6), b), new(null, c) };

    private static Gen<Surcharge[]> Surcharges =>
        from count in Gen.Choose(0, 3)
        from kinds in Gen.Elements(Enum.GetValues<SurchargeKind>()).ArrayOf(3)
        from values in Gen.Choose(0, 1_000).Select(v => v / 10m).ArrayOf(3)
        from when in Restriction.ArrayOf(3)
        from triggers in Gen.Elements(Enum.GetValues<SurchargeTrigger>()).ArrayOf(3)
        select Enumerable.Range(0, count).Select(i => new Surcharge($"S{i}", "Recargo", kinds[i], values[i], 10 - i) { Restriction = when[i], Trigger = triggers[i] }).ToArray();

    private static Gen<Discount[]> Discounts =>
        from count in Gen.Elements(0, 0, 1, 2)
        from kinds in Gen.Elements(Enum.GetValues<DiscountKind>()).ArrayOf(2)
        from values in Gen.Choose(0, 1_000).Select(v => v / 10m).ArrayOf(2)
        from when in Restriction.ArrayOf(2)
        from payer in Gen.Elements<string[]>([], [], ["IESS"])
        select Enumerable.Range(0, count)
            .Select(i => new Discount($"D{i}", "Descuento", kinds[i], values[i]) { Restriction = i == 0 && payer.Length == 0 ? Narrow(when[i]) : when[i], Payers = i == 0 ? payer : [] }).ToArray();

    private static Gen<Cap[]> Caps =>
        from amount in Gen.Choose(0, 40_000).Select(c => c / 100m)
        from stage in Gen.Elements(Enum.GetValues<CapStage>())
        from basis in Gen.Elements(Enum.GetValues<CapBasis>())
        from hours in Gen.Elements(4, 12, 24)
        from which in Gen.Choose(0, 4)
        select which switch
        {
            0 => [Cap.PerCalendarDay(amount, stage)],
            1 => [Cap.Rolling(amount, Duration.FromHours(hours), basis, stage)],
            2 => new[] { Cap.PerStay(amount, stage) },
            3 => [Cap.PerStay(amount * 2, stage), Cap.PerCalendarDay(amount, stage)],
            _ => [],
        };

    private static Gen<(int From, int Length)> Gap(int length) =>
        from start in Gen.Choose(-600, length + 600) from long_ in Gen.Choose(0, Math.Max(1, length / 3)) select (start, long_);

    private static StayInterval At(Instant start, (int From, int Length) gap) =>
        new(start + Duration.FromSeconds(gap.From), start + Duration.FromSeconds(gap.From + gap.Length));
}
