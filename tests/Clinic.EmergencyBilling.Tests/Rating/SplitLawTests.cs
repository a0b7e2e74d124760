using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.EmergencyBilling.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Rating;

/// <summary>How time is parted among bands, dates, versions and intervals.</summary>
public sealed class SplitLawTests
{
    private static readonly TariffTerms Bands = Prices.Terms(
        Prices.Night(7.77m), Prices.Hourly(5.55m, "NOON") with { Restriction = new() { Bands = [Prices.Band(12, 14)] } }, Prices.Hourly(3.33m)) with
    { MidStay = MidStayPolicy.SplitAtEffectiveInstant };

    // Invariant 2.
    [Fact]
    public void Seconds_of_bands_dates_and_versions_are_those_of_the_wall_clock_and_sum_to_billed_time() =>
        Cases.ForAll(from c in Cases.Stay from change in Cases.Length select (c.Stay, c.Zone, Change: c.Stay.Start + Duration.FromSeconds(change)), c =>
        {
            var s = Prices.Rate(c.Stay, Changing(c.Change), c.Zone);
            var expected = new Dictionary<(LocalDate, string, int), long>();
            var gaps = c.Stay.Pauses.Concat(c.Stay.CarveOuts).ToArray();
            for (var at = c.Stay.Start; at < c.Stay.End; at += Duration.FromSeconds(1))
            {
                if (Array.Exists(gaps, g => at >= g.From && at < g.To)) continue;
                var local = at.InZone(c.Zone).LocalDateTime;
                var key = (local.Date, local.Hour is >= 22 or < 6 ? "NIGHT" : local.Hour is 12 or 13 ? "NOON" : "HOUR", at < c.Change ? 1 : 2);
                expected[key] = expected.GetValueOrDefault(key) + 1;
            }

            var found = s.Lines.GroupBy(l => (l.Date, l.Code, l.Version.Number)).ToDictionary(g => g.Key, g => g.Sum(l => (long)l.Billed.TotalSeconds));
            return expected.Values.Sum() == s.Billed.TotalSeconds && found.Count == expected.Count && found.All(f => expected.GetValueOrDefault(f.Key) == f.Value);
        }, 60);

    // Invariant 4.
    [Fact]
    public void Cutting_a_stay_into_pieces_changes_no_seconds_of_any_band() =>
        Cases.ForAll(from c in Cases.Stay from cuts in Gen.Choose(0, 100).ListOf() select (c.Stay, c.Zone, Cuts: cuts.Take(5).Order().ToList()), c =>
        {
            var (start, end) = (c.Stay.Start, c.Stay.End!.Value);
            var edges = c.Cuts.Select(share => start + Duration.FromSeconds((long)((end - start).TotalSeconds * share / 100))).Prepend(start).Append(end).ToList();
            var pieces = edges.Zip(edges.Skip(1)).SelectMany(e => Prices.Rate(Part(c.Stay, e.First, e.Second), Prices.Book(Bands), c.Zone).Lines);
            return Seconds(pieces).SequenceEqual(Seconds(Prices.Rate(c.Stay, Prices.Book(Bands), c.Zone).Lines));
        });

    // Invariant 11.
    [Fact]
    public void A_pause_of_no_length_changes_nothing() =>
        Cases.ForAll(from r in Cases.Request from share in Gen.Choose(0, 100) select (r, share), c =>
        {
            var s = c.r.Stay;
            var at = s.Start + Duration.FromSeconds((long)((s.End!.Value - s.Start).TotalSeconds * c.share / 100));
            return StayRater.Rate(c.r with { Stay = new(s.Start, s.End, s.Terms, [.. s.Pauses, new(at, at)], s.CarveOuts) }).Fingerprint() == StayRater.Rate(c.r).Fingerprint();
        });

    // Invariant 23.
    [Fact]
    public void Overlapping_gaps_price_like_their_union() =>
        Cases.ForAll(Cases.Request, r =>
        {
            var s = r.Stay;
            var union = new List<StayInterval>();
            foreach (var gap in s.Pauses.Concat(s.CarveOuts).OrderBy(g => g.From))
            {
                if (union.Count > 0 && gap.From <= union[^1].To) union[^1] = union[^1] with { To = Instant.Max(union[^1].To!.Value, gap.To!.Value) };
                else union.Add(gap);
            }

            return StayRater.Rate(r with { Stay = new(s.Start, s.End, s.Terms, union) }).Fingerprint() == StayRater.Rate(r).Fingerprint()
                && StayRater.Rate(r with { Stay = new(s.Start, s.End, s.Terms, [], union) }).Fingerprint() == StayRater.Rate(r).Fingerprint();
        });

    // Invariant 20.
    [Fact]
    public void Exactly_one_version_is_found_in_force_and_none_in_a_gap() =>
        Cases.ForAll(
            from edges in Gen.Choose(1, 400).ListOf().Select(e => e.Distinct().Order().Take(6).ToList())
            from keys in Gen.Elements<TariffKey[]>([TariffKey.Base], [TariffKey.Base, new("IESS", null, null)], [new(null, null, AcuityLevel.Urgent), new("IESS", null, null)])
            from payer in Gen.Elements<string?>(null, "IESS", "OTHER")
            from acuity in Gen.Elements<AcuityLevel?>(null, AcuityLevel.Urgent)
            from at in Gen.OneOf(Gen.Choose(0, 500), Gen.Elements<int>([0, .. edges]))
            from off in Gen.Choose(-1, 1)
            select (edges, keys, payer, acuity, At: Prices.LongAgo + Duration.FromHours(at) + Duration.FromSeconds(off)), c =>
        {
            var tariffs = c.keys.Select((key, i) => Chain(key, i + 1, c.edges, isOpen: i % 2 == 1)).ToList();
            var fitting = tariffs.Where(t => t.Key.Fits(c.payer, null, c.acuity)).SelectMany(t => t.Versions)
                .Where(v => c.At >= v.EffectiveFrom && (v.EffectiveTo is not { } to || c.At < to)).ToList();
            var found = TariffBook.Of(tariffs).Find(c.payer, null, c.acuity, c.At);
            var stay = new StayTimeline(c.At, c.At + Duration.FromSeconds(1), [new(c.At, c.payer, Acuity: c.acuity)]);
            return fitting.GroupBy(v => v.Key).All(g => g.Count() == 1)
                && found?.ContentHash == fitting.OrderByDescending(v => SpecificityOrder.PayerFirst.RankOf(v.Key)).FirstOrDefault()?.ContentHash
                && (found is null ? Refused(stay, tariffs) : Prices.Rate(stay, TariffBook.Of(tariffs)).Lead == found);
        });

    // Around the second at which the cap is reached.
    [Fact]
    public void A_capped_hour_costs_the_lesser_of_time_and_cap_to_the_second() =>
        Cases.ForAll(from rate in Gen.Choose(1, 9_000) from cap in Gen.Choose(1, 20_000) from off in Gen.Choose(-1, 1) select (Rate: rate / 100m, Cap: cap / 100m, off), c =>
        {
            var seconds = Math.Min(80_000, Math.Max(0, (long)(c.Cap * 3600m / c.Rate) + c.off));
            var exact = Math.Min(c.Cap, c.Rate * seconds / 3600m);
            return Prices.Total(Prices.Terms(Prices.Hourly(c.Rate)) with { Caps = [Cap.PerStay(c.Cap)] }, Duration.FromSeconds(seconds)) == Math.Round(exact, 2, MidpointRounding.AwayFromZero);
        });

    // Invariant 8, where it does not hold.
    [Fact]
    public void Volume_substitution_and_the_tariff_at_close_may_cost_less_for_a_longer_stay()
    {
        var six = Duration.FromHours(6);
        var volume = Prices.Terms(new VolumePrice("V", "Volumen", "EXEMPT", [new(six, 20m), new(null, 10m)], LimitBoundary.Included));
        var bed = Prices.Terms(new SubstitutionPrice("S", "Tarifa", "EXEMPT", [new(six, 90m), new(null, 45m)], LimitBoundary.Included));
        var atClose = Prices.Terms(Prices.Hourly(10m)) with { MidStay = MidStayPolicy.UseAtClose };
        var book = TariffBook.Of([Prices.Published(atClose).Draft(atClose with { Components = [Prices.Hourly(5m)] }, Prices.Local(12), Prices.Author, Prices.Local(8), "baja").Publish(2, Prices.Approver, Prices.Local(8))]);

        Assert.Equal((120m, 60m), (Prices.Total(volume, six), Prices.Total(volume, six + Duration.FromSeconds(1))));
        Assert.Equal((90m, 45m), (Prices.Total(bed, six), Prices.Total(bed, six + Duration.FromSeconds(1))));
        Assert.Equal((40m, 20.01m), (Prices.Rate(Prices.Stay(Prices.Local(8), Prices.Local(12) - Duration.FromSeconds(1)), book).Total.Amount, Prices.Rate(Prices.Stay(Prices.Local(8), Prices.Local(12, 0, 5)), book).Total.Amount));
    }

    private static TariffBook Changing(Instant at)
    {
        var first = Prices.Published(Bands);
        return at <= Prices.LongAgo ? TariffBook.Of([first]) : TariffBook.Of([first.Draft(Bands with { MinCharge = 0.01m }, at, Prices.Author, at, "cambio").Publish(2, Prices.Approver, at)]);
    }

    private static Tariff Chain(TariffKey key, int id, List<int> edges, bool isOpen)
    {
        var tariff = Tariff.Create(Prices.Id(id), "Emergencia", key, Abstractions.Currency.Of("USD"));
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var (from, to) = (Prices.LongAgo + Duration.FromHours(edges[i]), Prices.LongAgo + Duration.FromHours(edges[i + 1]));
            tariff = tariff.Draft(Prices.Terms(Prices.Hourly(10m + i)), from, Prices.Author, Prices.LongAgo, "versión", isOpen && i + 2 == edges.Count ? null : to).Publish(i + 1, Prices.Approver, Prices.LongAgo);
        }

        return tariff;
    }

    private static bool Refused(StayTimeline stay, List<Tariff> tariffs) =>
        Assert.Throws<EmergencyBillingException>(() => Prices.Rate(stay, TariffBook.Of(tariffs))).Code == EmergencyBillingRules.NoTariffInForce;

    private static StayTimeline Part(StayTimeline stay, Instant from, Instant to) => new(from, to, [new(from)], stay.Pauses, stay.CarveOuts);

    private static IEnumerable<(LocalDate, string, double)> Seconds(IEnumerable<StatementLine> lines) =>
        lines.GroupBy(l => (l.Date, l.Code)).OrderBy(g => g.Key).Select(g => (g.Key.Date, g.Key.Code, g.Sum(l => l.Billed.TotalSeconds)));
}
