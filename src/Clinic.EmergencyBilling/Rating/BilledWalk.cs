using System.Numerics;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Walks billed time from edge to edge and writes down what is charged for each part of it.</summary>
internal sealed class BilledWalk(RatingRequest request, ContractFinder contracts, LocalClock clock, DraftList drafts, long start)
{
    private readonly List<PlanUse> plans = new(1);
    private readonly long rolling = contracts.Lead.Terms.Caps.FirstOrDefault(c => c.Window == CapWindow.Rolling) is { } cap ? BlockRounding.Seconds(cap.Length) : 0;
    private readonly bool rollingIsBilled = contracts.Lead.Terms.Caps.Any(c => c is { Window: CapWindow.Rolling, Basis: CapBasis.Billable });
    private PlanUse use = null!;
    private short terms;
    private long useFrom = long.MaxValue;
    private long useUntil = long.MinValue;
    private ulong acuityMask;
    private ulong discountMask;
    private long elapsed;
    private int window;
    private int lastTime = -1;

    public List<PlanUse> Plans => plans;

    public long Elapsed => elapsed;

    public void Walk(List<Stretch> billed)
    {
        foreach (var stretch in billed)
        {
            for (var at = stretch.Start; at < stretch.End;) at = Step(stretch, at);
        }
    }

    private long Step(in Stretch stretch, long at)
    {
        var look = stretch.IsFrozen ? stretch.FrozenAt : at;
        if (look < useFrom || look >= useUntil) SeekContract(look);
        clock.Read(look, out var day, out var second);
        if (day != use.Day) SeekDay(day);
        var plan = use.Plan;
        var slot = plan.SlotOf(second, out var slotEnd);
        var length = stretch.End - at;
        if (!stretch.IsFrozen) length = Math.Min(Math.Min(length, clock.Until - at), Math.Min(useUntil - at, slotEnd - second));
        length = Math.Min(length, plan.UntilEdge(elapsed));
        if (rolling > 0) length = CutWindow(length, look, stretch.IsFrozen);
        var matching = plan.InSlot(slot, use.Today, use.Yesterday) & acuityMask & plan.After(elapsed);
        matching = (matching & ~plan.Commencing) | use.Commenced;
        Charge(matching, new() { Plan = use.Index, Terms = terms, Day = day, SecondOfDay = second, Start = at, End = at + length, Seconds = length, Window = window });
        elapsed += length;
        return at + length;
    }

    private long CutWindow(long length, long look, bool isFrozen)
    {
        var (number, into) = Math.DivRem(rollingIsBilled ? elapsed : look - start, rolling);
        window = (int)number;
        return isFrozen && !rollingIsBilled ? length : Math.Min(length, rolling - into);
    }

    private void SeekContract(long look)
    {
        var version = contracts.At(look, out var index, out useUntil);
        useFrom = look;
        // Rounding that runs past the last tariff is priced by the last one; real time there was refused.
        if (version is null) useUntil = long.MaxValue;
        else if (use is null || use.Plan.Version != version) use = UseOf(version);
        terms = (short)index;
        acuityMask = use.Plan.With(contracts.AcuityOf(index));
        discountMask = use.Plan.For(contracts.PayerOf(index));
        use.Commenced = CommencedMask(use.Plan);
    }

    private PlanUse UseOf(TariffVersion version)
    {
        foreach (var known in plans)
        {
            if (known.Plan.Version == version) return known;
        }

        var added = new PlanUse(version.Plan, (short)plans.Count);
        if (contracts.IsSplit) added.CarryFrom(plans);
        plans.Add(added);
        return added;
    }

    private ulong CommencedMask(RatingPlan plan)
    {
        if (plan.Commencing == 0) return 0;
        clock.Read(start, out var day, out var second);
        var yesterday = plan.UsesYesterday ? plan.OnDay(day - 1, request.Holidays) : 0;
        contracts.At(start, out var index, out _);
        return plan.InSlot(plan.SlotOf(second, out _), plan.OnDay(day, request.Holidays), yesterday)
            & plan.With(contracts.AcuityOf(index)) & plan.After(0) & plan.Commencing;
    }

    private void SeekDay(int day)
    {
        use.Day = day;
        use.Today = use.Plan.OnDay(day, request.Holidays);
        use.Yesterday = use.Plan.UsesYesterday ? use.Plan.OnDay(day - 1, request.Holidays) : 0;
    }

    private void Charge(ulong matching, Draft part)
    {
        var plan = use.Plan;
        part.Component = (short)BitOperations.TrailingZeroCount(matching & plan.Times);
        part.Surcharge = -1;
        part.Discount = (matching & discountMask) is var discounts and not 0 ? (short)(BitOperations.TrailingZeroCount(discounts) - plan.DiscountsFrom) : (short)-1;
        part.Stacked = plan.Stack(matching);
        for (var flats = matching & plan.Flats; flats != 0; flats &= flats - 1) AddFlat(part, (short)BitOperations.TrailingZeroCount(flats));
        AddTime(part);
        if (plan.Surcharges.Length > 0)
        {
            for (var i = 0; i < plan.Surcharges.Length; i++)
            {
                if ((part.Stacked & plan.PerHours & plan.Bit(i)) != 0) AddPerHour(part, (short)i);
                if ((matching & plan.Onces & plan.Bit(i)) != 0) AddOnce(part, (short)i);
            }
        }
    }

    private void AddTime(in Draft part)
    {
        ref var claimed = ref use.Claimed(part.Component);
        switch (use.Plan.Components[part.Component])
        {
            case LinearPrice linear:
                Extend(part, linear.PerHour, 0);
                break;
            case VolumePrice:
                Extend(part, 0m, 0);
                break;
            case GraduatedPrice graduated:
                AddTiers(part, graduated, claimed);
                break;
            case SubstitutionPrice:
                AddUnit(part, claimed == 0, 0, false, part.Seconds);
                break;
            case FirstBlockPrice first:
                AddBlocks(part, claimed, BlockRounding.Seconds(first.Size), BlockRounding.Seconds(first.AddSize));
                break;
            case ThresholdUnitsPrice units:
                AddBlocks(part, claimed, BlockRounding.Seconds(units.Covers), BlockRounding.Seconds(units.Block));
                break;
        }

        claimed += part.Seconds;
    }

    private void AddTiers(Draft part, GraduatedPrice graduated, long claimed)
    {
        for (var left = part.Seconds; left > 0; left -= part.Seconds)
        {
            short tier = 0;
            while (graduated.Tiers[tier].UpTo is { } limit && BlockRounding.Seconds(limit) <= claimed) tier++;
            part.Seconds = graduated.Tiers[tier].UpTo is { } end ? Math.Min(left, BlockRounding.Seconds(end) - claimed) : left;
            part.End = part.Start + part.Seconds;
            Extend(part, graduated.Tiers[tier].PerHour, tier);
            claimed += part.Seconds;
            part.Start = part.End;
        }
    }

    private void Extend(in Draft part, decimal price, short tier)
    {
        if (lastTime >= 0)
        {
            ref var last = ref drafts[lastTime];
            if (last.End == part.Start && last.Component == part.Component && last.Plan == part.Plan && last.Terms == part.Terms
                && last.Day == part.Day && last.Tier == tier && last.Stacked == part.Stacked && last.Window == part.Window && last.Discount == part.Discount)
            {
                last.End = part.End;
                last.Seconds += part.Seconds;
                return;
            }
        }

        lastTime = drafts.Add(part with { Kind = LineKind.Time, Price = price, Tier = tier });
    }

    // Registers each block where it begins; the last one is taken back later if its rest is below the threshold.
    private void AddBlocks(in Draft part, long claimed, long covers, long size)
    {
        var covered = Math.Clamp(covers - claimed, 0, part.Seconds);
        if (covered > 0) AddUnit(part with { End = part.Start + covered }, claimed == 0, 0, false, covered);
        if (covered == part.Seconds) return;
        var from = claimed + covered - covers;
        var begun = ((from + part.Seconds - covered + size - 1) / size) - ((from + size - 1) / size);
        AddUnit(part with { Start = part.Start + covered }, false, (int)begun, true, part.Seconds - covered);
    }

    private void AddUnit(in Draft part, bool isFirst, int further, bool isFurther, long seconds)
    {
        var units = isFirst ? 1 : further;
        var found = -1;
        for (var i = drafts.Count - 1; i >= 0 && found < 0; i--)
        {
            ref var known = ref drafts[i];
            if (known.Kind == LineKind.Unit && known.Component == part.Component && known.Plan == part.Plan && known.IsFurther == isFurther) found = i;
        }

        if (found >= 0)
        {
            ref var last = ref drafts[found];
            // Time inside a begun block belongs to its line, whatever the hour is by now.
            var same = last.Day == part.Day && last.Stacked == part.Stacked && last.Terms == part.Terms && last.Window == part.Window && last.Discount == part.Discount;
            if (units == 0 || same)
            {
                last.End = part.End;
                last.Seconds += seconds;
                last.Units += units;
                return;
            }
        }

        drafts.Add(part with { Kind = LineKind.Unit, IsFurther = isFurther, Units = units, Seconds = seconds });
    }

    private void AddFlat(in Draft part, short component)
    {
        var flat = (FlatPrice)use.Plan.Components[component];
        foreach (ref var known in drafts.Items)
        {
            if (known.Kind != LineKind.Flat) continue;
            var same = plans[known.Plan].Plan.Components[known.Component].Code == flat.Code;
            if (same && (flat.Per == FlatPer.Stay || known.Day == part.Day)) return;
        }

        drafts.Add(part with { Kind = LineKind.Flat, Component = component, Units = 1, Price = flat.Price, Stacked = 0 });
    }

    private void AddPerHour(in Draft part, short surcharge)
    {
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            ref var known = ref drafts[i];
            if (known.Kind != LineKind.Surcharge || known.Surcharge != surcharge || known.Plan != part.Plan) continue;
            if (known.End != part.Start || known.Day != part.Day || known.Terms != part.Terms || known.Component != part.Component || known.Window != part.Window || known.Discount != part.Discount) break;
            known.End = part.End;
            known.Seconds += part.Seconds;
            return;
        }

        drafts.Add(part with { Kind = LineKind.Surcharge, Surcharge = surcharge, Price = use.Plan.Surcharges[surcharge].Value });
    }

    private void AddOnce(in Draft part, short surcharge)
    {
        var charged = use.Plan.Surcharges[surcharge];
        foreach (ref var known in drafts.Items)
        {
            if (known.Kind == LineKind.Surcharge && plans[known.Plan].Plan.Surcharges[known.Surcharge].Code == charged.Code) return;
        }

        drafts.Add(part with { Kind = LineKind.Surcharge, Surcharge = surcharge, Units = 1, Seconds = 0, Price = charged.Value });
    }
}
