using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>From what is charged to exact amounts: prices, percentages, caps, least and greatest charge.</summary>
internal sealed partial class Bill(StayTimeline stay, TariffVersion lead, List<PlanUse> plans, long start) : IDisposable
{
    private DraftList lines = null!;
    private readonly List<TaxRule> taxes = new(1);
    private readonly List<string?> payers = new(1);
    private readonly TariffTerms terms = lead.Terms;

    private bool IsByLine => terms.Money != MoneyMode.RoundTotalThenAllocate;

    public void Dispose() => lines?.Dispose();

    public void Price(DraftList drafts)
    {
        if (plans.Exists(u => u.Plan.HasWholes)) SettleWholes(drafts.Items);
        var (hasPercents, hasDiscounts) = (false, false);
        var (said, payer) = (-1, (short)0);
        foreach (ref var draft in drafts.Items)
        {
            if (draft.Terms != said) (said, payer) = (draft.Terms, PayerOf(draft));
            draft.Exact = ExactOf(draft);
            draft.Tax = TaxOf(draft);
            draft.Payer = payer;
            hasPercents |= HasPercents(draft);
            hasDiscounts |= draft.Discount >= 0;
        }

        lines = hasPercents ? WithPercents(drafts) : drafts;

        if (IsByLine) RoundEach();
        foreach (var cap in terms.Caps)
        {
            if (cap.Window != CapWindow.Stay) Limit(cap);
        }

        foreach (var cap in terms.Caps)
        {
            if (cap.Window == CapWindow.Stay) Limit(cap);
        }

        if (terms.MinCharge is { } min && lines.Count > 0) Raise(min);
        if (terms.MaxCharge is { } max) Limit(Cap.PerStay(max), LineKind.MaximumCharge);
        if (hasDiscounts) TakeDiscounts();
    }

    // Where lines are rounded, caps and discounts work on rounded lines, or their sum would miss a cap by cents.
    private void RoundEach()
    {
        foreach (ref var line in lines.Items)
        {
            line.Fine = line.Exact;
            line.Exact = Whole(line.Exact);
        }
    }

    private decimal Whole(decimal exact) => Math.Round(exact / 3600m, currency.Digits, terms.Midpoint) * 3600m;

    private bool HasPercents(in Draft draft) =>
        draft.Kind is LineKind.Time or LineKind.Unit && (draft.Stacked & plans[draft.Plan].Plan.Percents) != 0;

    private DraftList WithPercents(DraftList drafts)
    {
        var all = new DraftList();
        foreach (ref readonly var draft in drafts.Items)
        {
            all.Add(draft);
            if (HasPercents(draft)) AddPercents(all, draft);
        }

        return all;
    }

    // What only the whole time can say: the tier of a volume, the step of a substitution, a last block below its threshold.
    private void SettleWholes(Span<Draft> drafts)
    {
        for (var i = 0; i < drafts.Length; i++)
        {
            ref var draft = ref drafts[i];
            var use = plans[draft.Plan];
            if (draft.Kind is not (LineKind.Time or LineKind.Unit)) continue;
            switch (use.Plan.Components[draft.Component])
            {
                case VolumePrice volume:
                    draft.Price = TierOf(volume, use.Claimed(draft.Component));
                    break;
                case SubstitutionPrice substitution:
                    draft.Price = StepOf(substitution, use.Claimed(draft.Component));
                    break;
                case FirstBlockPrice first:
                    draft.Price = draft.IsFurther ? first.AddPrice : first.Price;
                    TakeBack(ref draft, use.Claimed(draft.Component), 0, BlockRounding.Seconds(first.Size), BlockRounding.Seconds(first.AddSize), BlockRounding.Seconds(first.AddThreshold), drafts[(i + 1)..]);
                    break;
                case ThresholdUnitsPrice units:
                    draft.Price = draft.IsFurther ? units.AddPrice : units.FirstPrice;
                    TakeBack(ref draft, use.Claimed(draft.Component), BlockRounding.Seconds(units.QualifiesAt), BlockRounding.Seconds(units.Covers), BlockRounding.Seconds(units.Block), BlockRounding.Seconds(units.Threshold), drafts[(i + 1)..]);
                    break;
            }
        }
    }

    private static void TakeBack(ref Draft draft, long claimed, long qualifies, long covers, long size, long threshold, Span<Draft> later)
    {
        if (!draft.IsFurther)
        {
            if (claimed < qualifies) draft.Units = 0;
            return;
        }

        foreach (ref var other in later)
        {
            if (other.Kind == LineKind.Unit && other.IsFurther && other.Plan == draft.Plan && other.Component == draft.Component) return;
        }

        var rest = (claimed - covers) % size;
        if (rest > 0 && rest < threshold) draft.Units--;
    }

    private static decimal TierOf(VolumePrice volume, long claimed)
    {
        foreach (var tier in volume.Tiers)
        {
            if (tier.UpTo is not { } limit || IsWithin(claimed, BlockRounding.Seconds(limit), volume.Boundary)) return tier.PerHour;
        }

        return volume.Tiers[^1].PerHour;
    }

    private static decimal StepOf(SubstitutionPrice substitution, long claimed)
    {
        foreach (var step in substitution.Steps)
        {
            if (step.UpTo is not { } limit || IsWithin(claimed, BlockRounding.Seconds(limit), substitution.Boundary)) return step.Price;
        }

        return substitution.Steps[^1].Price;
    }

    private static bool IsWithin(long seconds, long limit, LimitBoundary boundary) => seconds < limit || (seconds == limit && boundary == LimitBoundary.Included);

    private decimal ExactOf(in Draft draft)
    {
        if (draft.Kind != LineKind.Time && (draft.Kind != LineKind.Surcharge || draft.Units > 0)) return draft.Price * (draft.Units * 3600);
        return terms.Money == MoneyMode.DisplayedHoursTimesRate
            ? Math.Round(draft.Seconds / 3600m, 2, terms.Midpoint) * 3600m * draft.Price
            : draft.Price * draft.Seconds;
    }

    private void AddPercents(DraftList all, in Draft charge)
    {
        var plan = plans[charge.Plan].Plan;
        var multiplies = plan.Version.Terms.Stacking == SurchargeStacking.Multiply;
        var on = charge.Exact;
        foreach (var i in plan.Stacking)
        {
            if ((charge.Stacked & plan.Percents & plan.Bit(i)) == 0) continue;
            var percent = plan.Surcharges[i].Value;
            // Exact for two percentages of four decimals, one on the other; a third may round far below any minor unit.
            var exact = Math.Round(on * percent / 100m, MinorUnits.FinestScale);
            all.Add(charge with { Kind = LineKind.Surcharge, Surcharge = (short)i, Price = percent, Units = 1, Seconds = 0, Exact = exact });
            if (multiplies) on += exact;
        }
    }

    private short TaxOf(in Draft draft)
    {
        ref var known = ref plans[draft.Plan].TaxOf(draft.Component);
        if (known < 0) known = FindTax(plans[draft.Plan].Plan, draft.Component);
        return known;
    }

    private short FindTax(RatingPlan plan, int component)
    {
        var version = plan.Version;
        var code = plan.Components[component].TaxCode;
        for (var i = 0; i < taxes.Count; i++)
        {
            if (taxes[i].Code == code && (plans.Count == 1 || version.Terms.Taxes.Contains(taxes[i]))) return (short)i;
        }

        foreach (var tax in version.Terms.Taxes)
        {
            if (tax.Code == code) taxes.Add(tax);
        }

        return (short)(taxes.Count - 1);
    }

    private short PayerOf(in Draft draft)
    {
        var payer = stay.Terms[draft.Terms].Payer;
        for (var i = 0; i < payers.Count; i++)
        {
            if (string.Equals(payers[i], payer, StringComparison.Ordinal)) return (short)i;
        }

        payers.Add(payer);
        return (short)(payers.Count - 1);
    }
}
