using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Kit;

/// <summary>The slow reference: asks every second of a stay for itself and adds up; one version, one payer.</summary>
internal sealed class SecondBySecond(RatingRequest request)
{
    private readonly TariffTerms terms = request.Tariffs.Find(request.Stay.Terms[0].Payer, request.Stay.Terms[0].ServiceLine, request.Stay.Terms[0].Acuity, request.Stay.Start)!.Terms;
    private readonly Dictionary<string, List<Mark>> claimed = [];
    private readonly Dictionary<long, Sums> windows = [];
    private long start;
    private long asked = long.MinValue;
    private LocalDateTime answered;

    public decimal Exact { get; private set; }

    public int BilledSeconds { get; private set; }

    public decimal Total(int digits) => Math.Round(Exact, digits, terms.Midpoint);

    public SecondBySecond Run()
    {
        var step = (long)terms.Metering.Resolution.TotalSeconds;
        start = Cut(request.Stay.Start, step);
        var end = Cut(request.Stay.End ?? request.Now, step);
        var seconds = new List<Mark>();
        var gaps = request.Stay.Pauses.Concat(request.Stay.CarveOuts).Select(p => (From: Cut(p.From, step), To: p.To is { } to ? Cut(to, step) : long.MaxValue)).ToArray();
        for (var at = start; at < end; at++)
        {
            if (!Array.Exists(gaps, g => at >= g.From && at < g.To)) seconds.Add(new(at, at));
        }

        var billed = Meter(seconds);
        BilledSeconds = billed.Count;
        var once = new HashSet<string>();
        for (var i = 0; i < billed.Count; i++) Charge(billed[i] with { Elapsed = i }, once);
        Wholes();
        Exact = Limits() / 3600m;
        return this;
    }

    private List<Mark> Meter(List<Mark> seconds)
    {
        var m = terms.Metering;
        var segments = new List<List<Mark>>();
        foreach (var second in seconds)
        {
            if (segments.Count == 0 || segments[^1][^1].At + 1 != second.At) segments.Add([]);
            segments[^1].Add(second);
        }

        if (m.SegmentRounding is { } rounding) segments = [.. segments.Select(s => Fit(s, rounding.Units(Seconds(s.Count)) * (long)rounding.Size.TotalSeconds, 0))];
        IEnumerable<List<Mark>> groups = m.Scope switch
        {
            MeteringScope.Stay => [[.. segments.SelectMany(s => s)]],
            MeteringScope.Segment => segments,
            _ => segments.SelectMany(s => s).GroupBy(s => Local(s.Look).Date).OrderBy(g => g.Key).Select(g => g.ToList()),
        };
        return [.. groups.Where(g => g.Count > 0).SelectMany(Settle)];
    }

    private List<Mark> Settle(List<Mark> group)
    {
        var m = terms.Metering;
        var limit = (int)m.Grace.Limit.TotalSeconds;
        var skip = 0;
        if (m.Grace.Mode == GraceMode.WaiveIfWithin && (m.Grace.Boundary == LimitBoundary.Included ? group.Count <= limit : group.Count < limit)) return [];
        if (m.Grace.Mode == GraceMode.Deduct) skip = Math.Min(limit, group.Count);
        if (group.Count - skip == 0) return [];
        var wanted = Math.Max(group.Count - skip, (long)m.MinimumDuration.TotalSeconds);
        return Fit(group, m.Block.Units(Seconds(wanted)) * (long)m.Block.Size.TotalSeconds, skip);
    }

    private List<Mark> Fit(List<Mark> group, long wanted, int skip)
    {
        var fitted = group.Skip(skip).Take((int)wanted).ToList();
        var last = group[^1];
        for (long i = 1; fitted.Count < wanted; i++)
        {
            var goesOn = terms.Metering.Attribution == Attribution.ExtendForward;
            fitted.Add(new(last.At + i, goesOn ? last.At + i : last.Look));
        }

        return fitted;
    }

    private void Charge(Mark second, HashSet<string> once)
    {
        var matching = terms.Components.Where(c => Holds(c.Restriction, second)).ToList();
        foreach (var flat in matching.OfType<FlatPrice>())
        {
            if (once.Add(flat.Per == FlatPer.Stay ? flat.Code : $"{flat.Code} {Local(second.Look).Date}")) Add(second, flat.Price * 3600m, 0m);
        }

        var component = matching.First(c => c is not FlatPrice);
        if (!claimed.TryGetValue(component.Code, out var mine)) claimed[component.Code] = mine = [];
        var rate = component switch
        {
            LinearPrice p => p.PerHour,
            GraduatedPrice p => p.Tiers.First(t => t.UpTo is not { } limit || mine.Count < limit.TotalSeconds).PerHour,
            _ => 0m,
        };
        mine.Add(second);
        Add(second, rate, Percents(second, rate));
        foreach (var s in Surcharges(second).Where(s => s.Kind == SurchargeKind.PerHour)) Add(second, 0m, s.Value);
        foreach (var s in terms.Surcharges.Where(s => s.Kind == SurchargeKind.Once && Matches(s, second) && once.Add(s.Code))) Add(second, 0m, s.Value * 3600m);
    }

    private void Wholes()
    {
        foreach (var (code, mine) in claimed)
        {
            switch (terms.Components.First(c => c.Code == code))
            {
                case VolumePrice p:
                    var rate = p.Tiers.First(t => t.UpTo is not { } limit || Within(mine.Count, limit, p.Boundary)).PerHour;
                    foreach (var second in mine) Add(second, rate, Percents(second, rate));
                    break;
                case SubstitutionPrice p:
                    Piece(mine[0], p.Steps.First(t => t.UpTo is not { } limit || Within(mine.Count, limit, p.Boundary)).Price);
                    break;
                case FirstBlockPrice p:
                    Blocks(mine, 0, (int)p.Size.TotalSeconds, p.Price, new(p.AddSize, p.AddThreshold), p.AddPrice);
                    break;
                case ThresholdUnitsPrice p:
                    Blocks(mine, (int)p.QualifiesAt.TotalSeconds, (int)p.Covers.TotalSeconds, p.FirstPrice, new(p.Block, p.Threshold), p.AddPrice);
                    break;
            }
        }
    }

    private void Blocks(List<Mark> mine, int qualifies, int covers, decimal first, BlockRounding further, decimal price)
    {
        if (mine.Count < qualifies) return;
        Piece(mine[0], first);
        var units = mine.Count > covers ? further.Units(Seconds(mine.Count - covers)) : 0;
        for (var u = 0; u < units; u++) Piece(mine[covers + (u * (int)further.Size.TotalSeconds)], price);
    }

    private void Piece(Mark at, decimal price) => Add(at, price * 3600m, Percents(at, price * 3600m));

    private decimal Percents(Mark second, decimal charge)
    {
        var sum = 0m;
        foreach (var s in Surcharges(second).Where(s => s.Kind == SurchargeKind.Percent))
            sum += (terms.Stacking == SurchargeStacking.Multiply ? charge + sum : charge) * s.Value / 100m;
        return sum;
    }

    private IEnumerable<Surcharge> Surcharges(Mark second)
    {
        if (terms.Surcharges.Count == 0) return [];
        var matching = terms.Surcharges.Where(s => s.Kind != SurchargeKind.Once && Matches(s, second)).OrderBy(s => s.Priority);
        return terms.Stacking switch
        {
            SurchargeStacking.HighestOnly => matching.OrderByDescending(s => s.Value).Take(1),
            SurchargeStacking.FirstMatch => matching.Take(1),
            _ => matching,
        };
    }

    private bool Matches(Surcharge s, Mark second) => Holds(s.Restriction, s.Trigger == SurchargeTrigger.Commencement ? new(start, start) : second);

    private void Add(Mark second, decimal charge, decimal surcharge)
    {
        var cap = terms.Caps.FirstOrDefault(c => c.Window != CapWindow.Stay);
        var window = cap?.Window switch
        {
            CapWindow.CalendarDay => Local(second.Look).Date.ToDateTimeUnspecified().Ticks,
            CapWindow.Rolling => (cap.Basis == CapBasis.Billable ? second.Elapsed : second.Look - start) / (long)cap.Length.TotalSeconds,
            _ => 0,
        };
        if (!windows.TryGetValue(window, out var sums)) windows[window] = sums = new(terms.Discounts.Count + 1);
        // The first that matches, or the place after the last one for none.
        var discount = terms.Discounts.Count == 0 ? 0 : terms.Discounts.TakeWhile(d => d.Payers.Count > 0 && !d.Payers.Contains(request.Stay.Terms[0].Payer) || !Holds(d.Restriction, second)).Count();
        sums.Charges[discount] += charge;
        sums.Surcharges[discount] += surcharge;
    }

    private decimal Limits()
    {
        var all = new Sums(terms.Discounts.Count + 1);
        var cap = terms.Caps.FirstOrDefault(c => c.Window != CapWindow.Stay);
        foreach (var window in windows.Values)
        {
            if (cap is not null) window.LimitTo(cap.Amount * 3600m, cap.Stage);
            all.Add(window);
        }

        if (terms.Caps.FirstOrDefault(c => c.Window == CapWindow.Stay) is { } stay) all.LimitTo(stay.Amount * 3600m, stay.Stage);
        var raised = 0m;
        if (terms.MinCharge is { } min && BilledSeconds > 0 && all.Total < min * 3600m)
        {
            if (all.Total == 0m) raised = min * 3600m;
            else all.ScaleTo(min * 3600m);
        }

        if (terms.MaxCharge is { } max && all.Total > max * 3600m) all.ScaleTo(max * 3600m);
        var total = all.Total + raised;
        for (var d = 0; d < terms.Discounts.Count; d++)
        {
            var on = all.Charges[d] + all.Surcharges[d];
            var discount = terms.Discounts[d];
            total -= discount.Kind == DiscountKind.Percent ? on * discount.Value / 100m : Math.Min(on, discount.Value * 3600m);
        }

        return total;
    }

    private bool Holds(Restriction r, Mark second)
    {
        var local = Local(second.Look);
        var date = local.Date;
        if (r.Bands.Count > 0)
        {
            var band = r.Bands.FirstOrDefault(b => b.From < b.To ? local.TimeOfDay >= b.From && local.TimeOfDay < b.To : local.TimeOfDay >= b.From || local.TimeOfDay < b.To);
            if (band is null) return false;
            if (r.DayBasis == DayBasis.BandStart && band.From > band.To && local.TimeOfDay < band.To) date = date.PlusDays(-1);
        }

        var day = (Weekdays)(1 << ((int)date.DayOfWeek - 1));
        if ((r.Days & day) == 0 || date < r.FromDate || date > r.ThroughDate) return false;
        if (r.Holidays != HolidayRule.Any && request.Holidays!.IsHoliday(date) != (r.Holidays == HolidayRule.Only)) return false;
        if (r.MinElapsed is { } min && second.Elapsed < min.TotalSeconds) return false;
        if (r.MaxElapsed is { } max && second.Elapsed >= max.TotalSeconds) return false;
        var acuity = request.Stay.Terms.Last(t => t == request.Stay.Terms[0] || (t.From.ToUnixTimeSeconds() <= second.Look && t.From < request.Stay.End)).Acuity;
        return r.Acuities.Count == 0 || (acuity is { } a && r.Acuities.Contains(a));
    }

    private LocalDateTime Local(long second)
    {
        if (second != asked) (asked, answered) = (second, Instant.FromUnixTimeSeconds(second).InZone(request.Zone).LocalDateTime);
        return answered;
    }

    private static bool Within(long seconds, Duration limit, LimitBoundary boundary) => boundary == LimitBoundary.Included ? seconds <= limit.TotalSeconds : seconds < limit.TotalSeconds;

    private static Duration Seconds(long seconds) => Duration.FromSeconds(seconds);

    private static long Cut(Instant instant, long step) => instant.ToUnixTimeSeconds() / step * step;

    private readonly record struct Mark(long At, long Look, long Elapsed = 0);

    /// <summary>Charges and surcharges by the discount that falls on them, in the end those without one.</summary>
    private sealed class Sums(int count)
    {
        public decimal[] Charges { get; } = new decimal[count];

        public decimal[] Surcharges { get; } = new decimal[count];

        public decimal Total => Charges.Sum() + Surcharges.Sum();

        public void Add(Sums other)
        {
            for (var i = 0; i < count; i++)
            {
                Charges[i] += other.Charges[i];
                Surcharges[i] += other.Surcharges[i];
            }
        }

        public void LimitTo(decimal most, CapStage stage)
        {
            var limited = stage == CapStage.AfterSurcharges ? Total : Charges.Sum();
            if (limited <= most) return;
            Scale(Charges, most, limited);
            if (stage == CapStage.AfterSurcharges) Scale(Surcharges, most, limited);
        }

        public void ScaleTo(decimal total)
        {
            var before = Total;
            Scale(Charges, total, before);
            Scale(Surcharges, total, before);
        }

        private static void Scale(decimal[] sums, decimal to, decimal from)
        {
            for (var i = 0; i < sums.Length; i++) sums[i] = sums[i] * to / from;
        }
    }
}
