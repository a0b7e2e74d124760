using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Rating;

public sealed class LawTests
{
    private static readonly TariffTerms Plain = Prices.Terms(Prices.Night(7.77m), Prices.Hourly(3.33m));

    // Invariant 1.
    [Fact]
    public void Running_time_is_never_negative_nor_longer_than_presence() =>
        Cases.ForAll(Cases.Request, r => StayRater.Rate(r) is var s && s.Running >= Duration.Zero && s.Running <= s.Presence && s.Lines.All(l => l.Billed >= Duration.Zero));

    // Invariant 2, the sum.
    [Fact]
    public void Seconds_of_lines_sum_to_billed_time_and_to_running_time_without_rounding() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var s = StayRater.Rate(r);
            var exact = StayRater.Rate(r with { Tariffs = Prices.Book(Plain) });
            return Sum(s) == s.Billed && Sum(exact) == exact.Running && exact.Billed == exact.Running;
        });

    // Invariant 3.
    [Fact]
    public void Elapsed_time_is_the_difference_of_instants_in_every_zone() =>
        Cases.ForAll(Cases.Stay, c =>
        {
            var seconds = (c.Stay.End!.Value - c.Stay.Start).TotalSeconds;
            return Prices.Rate(c.Stay, Prices.Book(Plain), c.Zone).Presence.TotalSeconds == seconds
                && Prices.Rate(c.Stay, Prices.Book(Plain), Prices.Guayaquil).Presence.TotalSeconds == seconds;
        });

    // Invariant 5.
    [Fact]
    public void Splitting_a_stay_at_any_instant_conserves_a_linear_charge_exactly() =>
        Cases.ForAll(from c in Cases.Stay from at in Gen.Choose(0, (int)(c.Stay.End!.Value - c.Stay.Start).TotalSeconds) select (c.Stay, c.Zone, At: at), c =>
        {
            var middle = c.Stay.Start + Duration.FromSeconds(c.At);
            var first = new StayTimeline(c.Stay.Start, middle, c.Stay.Terms, c.Stay.Pauses.Where(p => p.From <= middle).Select(p => Until(p, middle)).ToList(), c.Stay.CarveOuts.Where(p => p.From <= middle).Select(p => Until(p, middle)).ToList());
            var rest = new StayTimeline(middle, c.Stay.End, c.Stay.Terms, c.Stay.Pauses, c.Stay.CarveOuts);
            return Weighted(first, c.Zone) + Weighted(rest, c.Zone) == Weighted(c.Stay, c.Zone);
        });

    // Invariant 6.
    [Fact]
    public void Blocks_up_of_parts_are_at_least_the_whole_and_down_at_most_and_nearest_within_one() =>
        Cases.ForAll(from a in Cases.Length from b in Cases.Length from size in Gen.Elements(60, 900, 3600) select (a, b, Duration.FromSeconds(size)), c =>
        {
            var (a, b, size) = (Duration.FromSeconds(c.a), Duration.FromSeconds(c.b), c.Item3);
            long Over(BlockRounding block) => block.Units(a) + block.Units(b) - block.Units(a + b);
            return Over(BlockRounding.Up(size)) >= 0 && Over(BlockRounding.Down(size)) <= 0
                && Math.Abs(Over(BlockRounding.NearestTiesUp(size))) <= 1 && Math.Abs(Over(BlockRounding.NearestTiesDown(size))) <= 1;
        });

    // Invariant 9.
    [Fact]
    public void Exact_multiples_of_a_block_never_move_and_rounding_twice_is_rounding_once() =>
        Cases.ForAll(from block in Cases.Block from n in Gen.Choose(0, 200) from length in Cases.Length select (block, n, length), c =>
        {
            var once = c.block.Size * c.block.Units(Duration.FromSeconds(c.length));
            return c.block.Units(c.block.Size * c.n) == c.n && c.block.Size * c.block.Units(once) == once;
        });

    // Invariant 7.
    [Fact]
    public void Splitting_under_a_daily_cap_never_lowers_the_charge_and_on_midnight_conserves_it() =>
        Cases.ForAll(from c in Cases.Stay from share in Gen.Choose(0, 100) from cents in Gen.Choose(100, 9_000) select (c.Stay, c.Zone, share, cents), c =>
        {
            var terms = Plain with { Caps = [Cap.PerCalendarDay(c.cents / 100m)] };
            var (start, end) = (c.Stay.Start, c.Stay.End!.Value);
            decimal Of(Instant from, Instant to) => Prices.Rate(Prices.Stay(from, to), Prices.Book(terms), c.Zone).Lines.Sum(l => l.Weighted);
            var anywhere = start + Duration.FromSeconds((long)((end - start).TotalSeconds * c.share / 100));
            var midnight = NextDay(c.Zone, start.InZone(c.Zone).Date);
            return Of(start, anywhere) + Of(anywhere, end) >= Of(start, end)
                && (midnight >= end || midnight <= start || start.InZone(c.Zone).Date == midnight.InZone(c.Zone).Date || VisitsTwice(c.Zone, start, end) || Of(start, midnight) + Of(midnight, end) == Of(start, end));
        });

    // Invariant 8.
    [Fact]
    public void A_longer_stay_never_costs_less() =>
        Cases.ForAll(from c in Monotone from longer in Gen.Elements(1, 2, 59, 900, 3600, 40_000) select (c, longer), x =>
        {
            var (stay, zone, book) = x.c;
            var longer = Prices.Stay(stay.Start, stay.End + Duration.FromSeconds(x.longer), [.. stay.Pauses]);
            return Prices.Rate(longer, book, zone, Cases.Holidays).Total.Amount >= Prices.Rate(stay, book, zone, Cases.Holidays).Total.Amount;
        }, 400);

    // Invariant 8, where it does not hold.
    [Fact]
    public void Giving_added_minutes_to_the_last_band_is_not_monotone_and_extending_forward_is()
    {
        var terms = Prices.Metered(new() { Block = BlockRounding.Up(Duration.FromMinutes(15)) }, Prices.Night(60m), Prices.Hourly(120m));
        var last = terms with { Metering = terms.Metering with { Attribution = Attribution.LastBand } };

        decimal Until(TariffTerms t, int hour, int minute) => Prices.Total(t, Prices.Local(21, 46), Prices.Local(hour, minute));
        Assert.Equal((30m, 29m), (Until(last, 22, 0), Until(last, 22, 1)));
        Assert.Equal((29m, 29m), (Until(terms, 22, 0), Until(terms, 22, 1)));
    }

    // Invariant 10.
    [Fact]
    public void Order_repetition_and_pieces_of_gaps_change_nothing() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var s = r.Stay;
            var gaps = s.Pauses.Concat(s.CarveOuts).ToList();
            var halves = gaps.SelectMany(g => new StayInterval[] { new(g.From, Middle(g)), new(Middle(g), g.To) });
            StayInterval[] outside = [new(s.Start - Duration.FromHours(3), s.Start), new(s.End!.Value, s.End + Duration.FromHours(2)), new(Middle(s), Middle(s))];
            var other = new StayTimeline(s.Start, s.End, s.Terms, [.. halves.Reverse(), .. outside], [.. gaps, .. gaps.AsEnumerable().Reverse()]);
            var step = (long)r.Tariffs.Find(null, null, s.Terms[0].Acuity, s.Start)!.Terms.Metering.Resolution.TotalSeconds;
            return step > 1 || StayRater.Rate(r).Fingerprint() == StayRater.Rate(r with { Stay = other }).Fingerprint();
        });

    // Invariant 10, the whole of it.
    [Fact]
    public void A_carve_out_over_everything_costs_nothing() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var all = new StayTimeline(r.Stay.Start, r.Stay.End, r.Stay.Terms, [], [new(r.Stay.Start - Duration.FromDays(1), null)]);
            return StayRater.Rate(r with { Stay = all }) is { Total.Amount: 0m, Lines.IsEmpty: true };
        });

    [Fact]
    public void Time_taken_out_never_raises_a_linear_charge() =>
        Cases.ForAll(Cases.Stay, c => Weighted(c.Stay, c.Zone) <= Weighted(new(c.Stay.Start, c.Stay.End, c.Stay.Terms), c.Zone));

    // Invariant 14.
    [Fact]
    public void The_preview_at_the_close_is_the_final_bill() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var open = new StayTimeline(r.Stay.Start, null, r.Stay.Terms, r.Stay.Pauses, r.Stay.CarveOuts);
            return StayRater.Rate(r with { Stay = open, Now = r.Stay.End!.Value }).Fingerprint() == StayRater.Rate(r with { Now = r.Stay.End.Value + Duration.FromDays(3) }).Fingerprint();
        });

    // Invariant 13.
    [Fact]
    public void Rating_again_gives_the_same_bytes() =>
        Cases.ForAll(Cases.Request, r => StayRater.Rate(r).Fingerprint() == StayRater.Rate(r with { Stay = new(r.Stay.Start, r.Stay.End, [.. r.Stay.Terms.Reverse()], [.. r.Stay.Pauses.Reverse()], r.Stay.CarveOuts) }).Fingerprint());

    // Invariant 18.
    [Fact]
    public void Lines_taxes_and_shares_sum_to_the_total() =>
        Cases.ForAll(Shared, r =>
        {
            var s = StayRater.Rate(r);
            var minor = s.Total.Currency.Digits == 3 ? 0.001m : 0.01m;
            var isOnTop = s.Lead.Terms.TaxMode == TaxMode.Exclusive;
            return s.Lines.Sum(l => l.Amount.Amount) == s.Subtotal.Amount
                && s.Lines.Sum(l => l.Tax.Amount) == s.Tax.Amount
                && s.Taxes.Sum(t => t.Amount.Amount) == s.Tax.Amount
                && s.Taxes.Sum(t => t.Base.Amount + t.Amount.Amount) == s.Total.Amount
                && s.Total.Amount == s.Subtotal.Amount + (isOnTop ? s.Tax.Amount : 0m)
                && s.Payers.Sum(p => p.Total.Amount) == s.Total.Amount
                && s.Payers.All(p => p.ByPayer + p.ByPatient == p.Total && p.ByPayer.Amount >= 0 && p.ByPatient.Amount >= 0)
                && s.Payers.All(p => s.Lines.Where(l => l.Payer == p.Payer).Sum(l => l.PayerShare.Amount) == p.ByPayer.Amount)
                && s.Lines.All(l => Math.Abs(l.Amount.Amount - l.ExactAmount) <= minor)
                && s.Lines.All(l => Math.Round(l.Amount.Amount, s.Total.Currency.Digits) == l.Amount.Amount);
        }, 400);

    // Invariant 19.
    [Fact]
    public void Rates_times_k_give_exact_amounts_times_k() =>
        Cases.ForAll(from c in Cases.Stay from k in Gen.Choose(1, 9) from a in Cases.Rate from b in Cases.Rate select (c.Stay, c.Zone, k, a, b), c =>
        {
            decimal Of(decimal k) => Prices.Rate(c.Stay, Prices.Book(Prices.Terms(Prices.Night(c.a * k), Prices.Hourly(c.b * k))), c.Zone).Lines.Sum(l => l.Weighted);
            return Of(c.k) == Of(1) * c.k;
        });

    private static Gen<(StayTimeline, DateTimeZone, TariffBook)> Monotone =>
        from c in Cases.Stay
        from m in Cases.Metering
        from flat in Cases.Rate
        from a in Cases.Rate
        from b in Cases.Rate
        from d in Cases.Rate
        from when in Cases.Restriction
        from cents in Gen.Choose(500, 20_000)
        from cap in Gen.Choose(0, 3)
        from policy in Gen.Elements(MidStayPolicy.LockAtStart, MidStayPolicy.SplitAtEffectiveInstant)
        from change in Cases.Length
        from discount in Gen.Choose(0, 2)
        let metering = m with { Attribution = Attribution.ExtendForward, Scope = MeteringScope.Stay, SegmentRounding = null }
        let terms = new TariffTerms
        {
            MidStay = policy,
            Metering = metering,
            Components =
            [
                new FlatPrice("FLAT", "Ingreso", "EXEMPT", flat, FlatPer.LocalDay),
                Prices.Night(a),
                new GraduatedPrice("HOUR", "Tramos", "EXEMPT", [new(Duration.FromHours(2), b), new(null, d)]),
            ],
            Surcharges = [new("S", "Recargo", SurchargeKind.Percent, 25m, 1) { Restriction = when with { Acuities = [] } }],
            Caps = cap switch { 0 => [Cap.PerCalendarDay(cents / 100m)], 1 => [Cap.Rolling(cents / 100m, Duration.FromHours(12))], 2 => [Cap.PerStay(cents / 100m)], _ => [] },
            MinCharge = cap == 3 ? 12m : null,
            Discounts = discount == 0 ? [] : [new("D", "Convenio", discount == 1 ? DiscountKind.Percent : DiscountKind.Amount, 12.5m)],
        }
        // A pause that lies ahead cannot be foreseen when the stay is extended in thought.
        select (Prices.Stay(c.Stay.Start, c.Stay.End, [.. c.Stay.Pauses.Where(p => p.To < c.Stay.End)]), c.Zone, Changing(terms, c.Stay.Start + Duration.FromSeconds(change + 1)));

    internal static Gen<RatingRequest> Shared =>
        from c in Cases.Stay
        from terms in Cases.Terms
        from money in Gen.Elements(Enum.GetValues<MoneyMode>()).Where(m => m != MoneyMode.DisplayedHoursTimesRate)
        from mode in Gen.Elements(Enum.GetValues<TaxMode>())
        from half in Gen.Elements(MidpointRounding.AwayFromZero, MidpointRounding.ToEven)
        from copay in Cases.Rate
        from percent in Gen.Elements(0m, 33.3333m, 80m, 100m)
        from limit in Gen.Elements<decimal?>(null, 40m)
        from currency in Gen.Elements("USD", "KWD")
        let taxed = terms with
        {
            Components = [.. terms.Components.Select((p, i) => p with { TaxCode = i % 2 == 0 ? "IVA15" : i == 1 ? "LOW" : "EXEMPT" })],
            Taxes = [Prices.Iva, new("LOW", TaxCategory.Reduced, 8.125m), TaxRule.Exempt],
            TaxMode = mode,
            Money = money,
            Midpoint = half,
            Split = new(copay, percent, limit),
        }
        let payers = c.Stay.Terms.Select((t, i) => t with { Payer = i == 0 ? "IESS" : null }).ToList()
        select Prices.Request(new(c.Stay.Start, c.Stay.End, payers, c.Stay.Pauses, c.Stay.CarveOuts), Prices.Book(taxed, currency), c.Zone, Cases.Holidays);

    private static TariffBook Changing(TariffTerms terms, Instant at)
    {
        var cheaper = terms with { Components = [terms.Components[0], Prices.Night(0.5m), terms.Components[2]] };
        return TariffBook.Of([Prices.Published(terms).Draft(cheaper, at, Prices.Author, at, "baja").Publish(2, Prices.Approver, at)]);
    }

    // Where the clock goes back over midnight a date comes twice, and no single instant parts the two.
    private static bool VisitsTwice(DateTimeZone zone, Instant start, Instant end) =>
        zone.GetZoneIntervals(new NodaTime.Interval(start, end + Duration.FromSeconds(1))).Any(i => i.HasEnd && i.End <= end
            && (i.End - Duration.FromSeconds(1)).InZone(zone).Date >= i.End.InZone(zone).Date && i.End.InZone(zone).Hour >= 22);

    // Apia had no 30 December 2011.
    private static Instant NextDay(DateTimeZone zone, LocalDate date) =>
        Enumerable.Range(1, 2).Select(n => zone.AtLeniently(date.PlusDays(n).AtMidnight())).First(m => m.Date > date).Date is var next
            ? zone.AtStartOfDay(next).ToInstant()
            : default;

    private static decimal Weighted(StayTimeline stay, DateTimeZone zone) => Prices.Rate(stay, Prices.Book(Plain), zone).Lines.Sum(l => l.Weighted);

    private static Duration Sum(Statement s) => s.Lines.Aggregate(Duration.Zero, (sum, l) => sum + l.Billed);

    private static StayInterval Until(StayInterval gap, Instant end) => gap with { To = gap.To is { } to && to < end ? to : end };

    private static Instant Middle(StayInterval gap) => gap.From + Duration.FromSeconds((long)((gap.To!.Value - gap.From).TotalSeconds / 2));

    private static Instant Middle(StayTimeline stay) => stay.Start + Duration.FromSeconds((long)((stay.End!.Value - stay.Start).TotalSeconds / 2));
}
