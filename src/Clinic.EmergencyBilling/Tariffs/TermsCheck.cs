using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Reports everything that is wrong with the prices of a version.</summary>
internal sealed class TermsCheck(TariffTerms terms, Currency currency, Failures failures)
{
    private const decimal LargestAmount = 1_000_000_000m;
    private static readonly Duration Longest = Duration.FromDays(366);

    public void Run()
    {
        Defined("midStay", terms.MidStay);
        Defined("acuity", terms.Acuity);
        Defined("stacking", terms.Stacking);
        Defined("money", terms.Money);
        Defined("taxMode", terms.TaxMode);
        failures.Field("midpoint", terms.Midpoint is MidpointRounding.AwayFromZero or MidpointRounding.ToEven, terms.Midpoint, "AwayFromZero or ToEven");
        if (terms.MinCharge is { } min) Amount("minCharge", min);
        if (terms.MaxCharge is { } max) Amount("maxCharge", max);
        failures.Field("minCharge", terms.MinCharge is null || terms.MaxCharge is null || terms.MinCharge <= terms.MaxCharge, terms.MinCharge, "at most maxCharge");
        CheckMetering(terms.Metering);
        CheckTaxes();
        CheckComponents();
        CheckSurcharges();
        CheckCaps();
        CheckDiscounts();
        if (terms.CashStep is { } coin)
        {
            Amount("cashStep", coin);
            failures.Field("cashStep", coin is > 0m and <= 1000m, coin, "more than 0, at most 1000");
        }

        if (terms.Split is { } split)
        {
            Amount("split.copay", split.Copay);
            Percent("split.payerPercent", split.PayerPercent, 100m);
            if (split.PayerLimit is { } limit) Amount("split.payerLimit", limit);
        }
    }

    private void CheckMetering(Metering metering)
    {
        var step = metering.Resolution;
        failures.Field("metering.resolution", IsWhole(step) && step > Duration.Zero && step <= Duration.FromMinutes(1) && 60 % (long)step.TotalSeconds == 0, step, "whole seconds that divide a minute");
        if (metering.SegmentRounding is { } rounding) Block("metering.segmentRounding", rounding.Size, rounding.Threshold);
        Block("metering.block", metering.Block.Size, metering.Block.Threshold);
        Defined("metering.grace", metering.Grace.Mode);
        Defined("metering.grace.boundary", metering.Grace.Boundary);
        Length("metering.grace.limit", metering.Grace.Limit, orZero: metering.Grace.Mode == GraceMode.None);
        Length("metering.minimumDuration", metering.MinimumDuration, orZero: true);
        Defined("metering.scope", metering.Scope);
        Defined("metering.attribution", metering.Attribution);
        failures.Require(metering.Scope != MeteringScope.LocalDay || metering.Attribution == Attribution.LastBand, EmergencyBillingRules.LocalDayNeedsLastBand);
    }

    private void CheckTaxes()
    {
        Unique("tax", terms.Taxes.Select(t => t.Code));
        foreach (var tax in terms.Taxes)
        {
            Code("tax.code", tax.Code);
            Defined("tax.category", tax.Category);
            Percent("tax.percent", tax.Percent, 100m);
            failures.Field("tax.percent", tax.Category is TaxCategory.Standard or TaxCategory.Reduced || tax.Percent == 0, tax.Percent, "0 when exempt or zero-rated");
        }
    }

    private void CheckComponents()
    {
        Unique("component", terms.Components.Select(c => c.Code).Concat(terms.Surcharges.Select(s => s.Code)).Concat(terms.Discounts.Select(d => d.Code)));
        failures.Field("components", terms.Components.Count + terms.Surcharges.Count + terms.Discounts.Count <= 60, terms.Components.Count, "at most 60 with the surcharges and discounts");
        foreach (var component in terms.Components) CheckComponent(component);
        var timed = terms.Components.Where(c => c is not FlatPrice).ToList();
        failures.Require(timed.Count > 0 && timed[^1].Restriction.IsAlways, EmergencyBillingRules.FallbackMissing);
        if (timed.FindIndex(c => c.Restriction.IsAlways) is var always and >= 0 && always < timed.Count - 1)
            failures.Add(EmergencyBillingRules.Unreachable, ("code", timed[always + 1].Code), ("other", timed[always].Code));
    }

    private void CheckComponent(PriceComponent component)
    {
        var code = component.Code;
        Code("component.code", code);
        failures.Text($"{code}.name", component.Name, 120);
        failures.Require(terms.Taxes.Any(t => t.Code == component.TaxCode), EmergencyBillingRules.TaxUnknown, ("code", code), ("tax", component.TaxCode));
        CheckRestriction(code, component.Restriction);
        failures.Require(terms.MidStay != MidStayPolicy.SplitAtEffectiveInstant || component is FlatPrice or LinearPrice or GraduatedPrice,
            EmergencyBillingRules.SplitNeedsAdditive, ("code", code));
        switch (component)
        {
            case FlatPrice flat:
                Amount($"{code}.price", flat.Price);
                Defined($"{code}.per", flat.Per);
                break;
            case LinearPrice linear:
                Amount($"{code}.perHour", linear.PerHour);
                break;
            case FirstBlockPrice first:
                Length($"{code}.size", first.Size);
                Amount($"{code}.price", first.Price);
                Amount($"{code}.addPrice", first.AddPrice);
                Block($"{code}.add", first.AddSize, first.AddThreshold);
                break;
            case GraduatedPrice graduated:
                CheckTiers(code, [.. graduated.Tiers.Select(t => (t.UpTo, t.PerHour))]);
                break;
            case VolumePrice volume:
                Defined($"{code}.boundary", volume.Boundary);
                CheckTiers(code, [.. volume.Tiers.Select(t => (t.UpTo, t.PerHour))]);
                break;
            case SubstitutionPrice substitution:
                Defined($"{code}.boundary", substitution.Boundary);
                CheckTiers(code, [.. substitution.Steps.Select(s => (s.UpTo, s.Price))]);
                break;
            case ThresholdUnitsPrice units:
                Length($"{code}.qualifiesAt", units.QualifiesAt);
                Length($"{code}.covers", units.Covers);
                failures.Field($"{code}.covers", units.Covers >= units.QualifiesAt, units.Covers, "at least qualifiesAt");
                Amount($"{code}.firstPrice", units.FirstPrice);
                Amount($"{code}.addPrice", units.AddPrice);
                Block($"{code}.add", units.Block, units.Threshold);
                Code($"{code}.addCode", units.AddCode);
                break;
        }
    }

    private void CheckTiers(string code, (Duration? UpTo, decimal Amount)[] tiers)
    {
        var rising = tiers.Length is > 0 and <= 20 && tiers[^1].UpTo is null;
        for (var i = 0; i < tiers.Length; i++)
        {
            Amount($"{code}.tier{i + 1}", tiers[i].Amount);
            if (tiers[i].UpTo is { } limit) Length($"{code}.tier{i + 1}.upTo", limit);
            if (i < tiers.Length - 1) rising &= tiers[i].UpTo is not null && (i == 0 || tiers[i].UpTo > tiers[i - 1].UpTo);
        }

        failures.Require(rising, EmergencyBillingRules.TiersUnordered, ("code", code));
    }

    private void CheckSurcharges()
    {
        Unique("priority", terms.Surcharges.Select(s => s.Priority.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var surcharge in terms.Surcharges)
        {
            Code("surcharge.code", surcharge.Code);
            failures.Text($"{surcharge.Code}.name", surcharge.Name, 120);
            Defined($"{surcharge.Code}.kind", surcharge.Kind);
            Defined($"{surcharge.Code}.trigger", surcharge.Trigger);
            if (surcharge.Kind == SurchargeKind.Percent) Percent($"{surcharge.Code}.value", surcharge.Value, 1000m);
            else Amount($"{surcharge.Code}.value", surcharge.Value);
            CheckRestriction(surcharge.Code, surcharge.Restriction);
        }

        var kinds = terms.Surcharges.Select(s => s.Kind).Where(k => k != SurchargeKind.Once).Distinct().Count();
        failures.Require(terms.Stacking != SurchargeStacking.HighestOnly || kinds <= 1, EmergencyBillingRules.SurchargesNotComparable);
    }

    private void CheckCaps()
    {
        foreach (var cap in terms.Caps)
        {
            Defined("cap.window", cap.Window);
            Defined("cap.basis", cap.Basis);
            Defined("cap.stage", cap.Stage);
            Amount("cap.amount", cap.Amount);
            if (cap.Window == CapWindow.Rolling) Length("cap.length", cap.Length);
            else failures.Field("cap.length", cap.Length == Duration.Zero, cap.Length, "nothing, but for a rolling window");
        }

        var stays = terms.Caps.Count(c => c.Window == CapWindow.Stay);
        failures.Require(stays <= 1 && terms.Caps.Count - stays <= 1 && terms.Caps.Select(c => c.Stage).Distinct().Count() <= 1, EmergencyBillingRules.CapsContradict);
    }

    private void CheckDiscounts()
    {
        foreach (var discount in terms.Discounts)
        {
            Code("discount.code", discount.Code);
            failures.Text($"{discount.Code}.name", discount.Name, 120);
            Defined($"{discount.Code}.kind", discount.Kind);
            if (discount.Kind == DiscountKind.Percent) Percent($"{discount.Code}.value", discount.Value, 100m);
            else Amount($"{discount.Code}.value", discount.Value);
            foreach (var payer in discount.Payers) failures.Text($"{discount.Code}.payer", payer, 60);
            CheckRestriction(discount.Code, discount.Restriction);
        }

        for (var i = 0; i < terms.Discounts.Count - 1; i++)
        {
            if (!terms.Discounts[i].IsAlways) continue;
            failures.Add(EmergencyBillingRules.Unreachable, ("code", terms.Discounts[i + 1].Code), ("other", terms.Discounts[i].Code));
            break;
        }
    }

    private void CheckRestriction(string code, Restriction restriction)
    {
        foreach (var band in restriction.Bands)
            failures.Field($"{code}.band", band.From != band.To && IsWhole(band.From) && IsWhole(band.To), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{band.From:HH:mm:ss}-{band.To:HH:mm:ss}"), "two different times in whole seconds");
        failures.Field($"{code}.days", restriction.Days is > Weekdays.None and <= Weekdays.All, restriction.Days, "at least one weekday");
        Defined($"{code}.holidays", restriction.Holidays);
        Defined($"{code}.dayBasis", restriction.DayBasis);
        failures.Field($"{code}.dates", restriction.FromDate is null || restriction.ThroughDate is null || restriction.FromDate <= restriction.ThroughDate, restriction.FromDate, "not after the last date");
        if (restriction.MinElapsed is { } min) Length($"{code}.minElapsed", min);
        if (restriction.MaxElapsed is { } max) Length($"{code}.maxElapsed", max);
        failures.Field($"{code}.elapsed", restriction.MinElapsed is null || restriction.MaxElapsed is null || restriction.MinElapsed < restriction.MaxElapsed, restriction.MinElapsed, "less than maxElapsed");
        foreach (var acuity in restriction.Acuities) Defined($"{code}.acuity", acuity);
    }

    private void Amount(string field, decimal amount)
    {
        failures.Require(amount >= 0, EmergencyBillingRules.RateNegative, ("field", field), ("found", amount));
        failures.Require(amount == Math.Round(amount, currency.Digits), EmergencyBillingRules.RateTooFine,
            ("field", field), ("found", amount), ("currency", currency), ("allowed", currency.Digits));
        failures.Field(field, amount <= LargestAmount, amount, $"at most {LargestAmount}");
    }

    private void Percent(string field, decimal percent, decimal most)
    {
        failures.Require(percent >= 0, EmergencyBillingRules.RateNegative, ("field", field), ("found", percent));
        failures.Field(field, percent <= most && percent == Math.Round(percent, 4), percent, $"0 to {most} with at most four decimals");
    }

    private void Block(string field, Duration size, Duration threshold)
    {
        Length(field, size);
        failures.Require(IsWhole(threshold) && threshold > Duration.Zero && threshold <= size, EmergencyBillingRules.ThresholdOutside,
            ("field", field), ("threshold", threshold), ("block", size));
    }

    private void Length(string field, Duration length, bool orZero = false) =>
        failures.Field(field, IsWhole(length) && length <= Longest && (length > Duration.Zero || (orZero && length == Duration.Zero)), length, "whole seconds, more than zero, at most 366 days");

    private void Code(string field, string code) =>
        failures.Field(field, TextForm.IsText(code, 32), code, "1 to 32 characters without control characters or outer spaces");

    private void Defined<TEnum>(string field, TEnum value)
        where TEnum : struct, Enum => failures.Field(field, Enum.IsDefined(value), value, string.Join(", ", Enum.GetNames<TEnum>()));

    private void Unique(string field, IEnumerable<string> values)
    {
        foreach (var twice in values.GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1))
            failures.Add(EmergencyBillingRules.CodeTwice, ("field", field), ("value", twice.Key));
    }

    private static bool IsWhole(Duration duration) => duration.SubsecondNanoseconds == 0;

    private static bool IsWhole(LocalTime time) => time.NanosecondOfSecond == 0;
}
