using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

internal sealed partial class Bill
{
    private const int FewLines = 256;

    private LineSource? adjusted;
    private readonly Currency currency = lead.Currency;

    private bool IsOnTop => terms.TaxMode == TaxMode.Exclusive;

    public Statement ToStatement(RatingRequest request, long end, Duration running, long billed)
    {
        var count = lines.Count;
        var amounts = new long[count * 3];
        var net = amounts.AsSpan(0, count);
        var tax = amounts.AsSpan(count, count);
        var share = amounts.AsSpan(count * 2, count);
        var numerators = count <= FewLines ? stackalloc Int128[count] : new Int128[count];
        var subtotal = RoundLines(net, numerators);
        var taxTotals = TaxLines(net, tax, numerators);
        var payerTotals = ShareLines(net, tax, share, numerators);
        var taxed = 0L;
        foreach (var part in tax) taxed += part;
        var total = IsOnTop ? subtotal + taxed : subtotal;
        var patient = total;
        foreach (var part in share) patient -= part;
        return new()
        {
            From = Instant.FromUnixTimeSeconds(start),
            To = Instant.FromUnixTimeSeconds(end),
            Presence = Duration.FromSeconds(end - start),
            Running = running,
            Billed = Duration.FromSeconds(billed),
            Lines = Lines(net, tax, share),
            Subtotal = Money(subtotal),
            Tax = Money(taxed),
            Total = Money(total),
            Patient = Money(patient),
            Cash = terms.CashStep is { } coin ? Money(InCoins(patient, MinorUnits.Of(coin, currency.Digits))) : null,
            Taxes = taxTotals,
            Payers = payerTotals,
            Lead = lead,
            Zone = request.Zone.Id,
            TzdbVersion = request.TzdbVersion,
            Calendar = request.Holidays?.Label,
        };
    }

    private static long InCoins(long units, long coin) => LargestRemainder.Round(units, coin, MidpointRounding.AwayFromZero) * coin;

    private long RoundLines(Span<long> net, Span<Int128> numerators)
    {
        var denominator = MinorUnits.Numerators(lines.Items, currency.Digits, numerators);
        long total = 0;
        if (terms.Money != MoneyMode.RoundTotalThenAllocate)
        {
            for (var i = 0; i < net.Length; i++) total += net[i] = LargestRemainder.Round(numerators[i], denominator, terms.Midpoint);
            return total;
        }

        Int128 exact = 0;
        foreach (var numerator in numerators) exact += numerator;
        total = LargestRemainder.Round(exact, denominator, terms.Midpoint);
        SpreadByGroup(numerators, denominator, total, net);
        return total;
    }

    // First to each tax and payer, then to its lines: what one group owes is within one minor unit too, and never below zero.
    private void SpreadByGroup(ReadOnlySpan<Int128> numerators, Int128 denominator, long total, Span<long> parts)
    {
        if (taxes.Count * payers.Count <= 1)
        {
            LargestRemainder.Spread(numerators, denominator, total, parts);
            return;
        }

        var groups = new Int128[taxes.Count * payers.Count];
        var wholes = new long[groups.Length];
        for (var i = 0; i < parts.Length; i++) groups[GroupOf(lines[i])] += numerators[i];
        LargestRemainder.Spread(groups, denominator, total, wholes);
        var mine = new Int128[parts.Length];
        var given = new long[parts.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            var count = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                if (GroupOf(lines[i]) == g) mine[count++] = numerators[i];
            }

            LargestRemainder.Spread(mine.AsSpan(0, count), denominator, wholes[g], given.AsSpan(0, count));
            for (int i = 0, k = 0; i < parts.Length; i++)
            {
                if (GroupOf(lines[i]) == g) parts[i] = given[k++];
            }
        }
    }

    private int GroupOf(in Draft line) => (line.Tax * payers.Count) + line.Payer;

    private ImmutableArray<TaxTotal> TaxLines(ReadOnlySpan<long> net, Span<long> tax, Span<Int128> numerators)
    {
        var totals = new TaxTotal[taxes.Count];
        for (short t = 0; t < totals.Length; t++)
        {
            long sum = 0;
            for (var i = 0; i < net.Length; i++) sum += lines[i].Tax == t ? net[i] : 0;
            // Percent with four decimals as a whole number of millionths.
            var rate = (Int128)(taxes[t].Percent * 10_000m);
            var amount = LargestRemainder.Round(sum * rate, IsOnTop ? 1_000_000 : 1_000_000 + rate, terms.Midpoint);
            if (amount != 0)
            {
                for (var i = 0; i < net.Length; i++) numerators[i] = lines[i].Tax == t ? (Int128)net[i] * amount : 0;
                Add(numerators, sum, amount, tax);
            }

            totals[t] = new(taxes[t], Money(IsOnTop ? sum : sum - amount), Money(amount));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(totals);
    }

    private ImmutableArray<PayerTotal> ShareLines(ReadOnlySpan<long> net, ReadOnlySpan<long> tax, Span<long> share, Span<Int128> numerators)
    {
        var totals = new PayerTotal[payers.Count];
        for (short p = 0; p < totals.Length; p++)
        {
            long sum = 0;
            for (var i = 0; i < net.Length; i++) sum += lines[i].Payer == p ? Gross(net[i], tax[i]) : 0;
            var paid = payers[p] is null || SplitOf(p) is not { } split ? 0 : PaidBy(split, sum);
            if (paid != 0)
            {
                for (var i = 0; i < net.Length; i++) numerators[i] = lines[i].Payer == p ? (Int128)Gross(net[i], tax[i]) * paid : 0;
                Add(numerators, sum, paid, share);
            }

            totals[p] = new(payers[p], Money(sum), Money(paid), Money(sum - paid));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(totals);
    }

    // Parts of other taxes and payers have no numerator and keep what they have.
    private void Add(ReadOnlySpan<Int128> numerators, long denominator, long total, Span<long> parts)
    {
        var spread = parts.Length <= FewLines ? stackalloc long[parts.Length] : new long[parts.Length];
        SpreadByGroup(numerators, denominator, total, spread);
        for (var i = 0; i < parts.Length; i++) parts[i] += spread[i];
    }

    private PayerSplit? SplitOf(short payer)
    {
        foreach (ref readonly var line in lines.Items)
        {
            if (line.Payer == payer) return plans[line.Plan].Plan.Version.Terms.Split;
        }

        return null;
    }

    private long PaidBy(PayerSplit split, long sum)
    {
        var rest = sum - Math.Min(sum, MinorUnits.Of(split.Copay, currency.Digits));
        var paid = LargestRemainder.Round(rest * (Int128)(split.PayerPercent * 10_000m), 1_000_000, terms.Midpoint);
        return split.PayerLimit is { } limit ? Math.Min(paid, MinorUnits.Of(limit, currency.Digits)) : paid;
    }

    private long Gross(long net, long tax) => IsOnTop ? net + tax : net;

    private Money Money(long units) => MinorUnits.ToMoney(units, currency);

    private ImmutableArray<StatementLine> Lines(ReadOnlySpan<long> net, ReadOnlySpan<long> tax, ReadOnlySpan<long> share)
    {
        var made = new StatementLine[net.Length];
        var (day, date) = (int.MinValue, default(LocalDate));
        for (var i = 0; i < made.Length; i++)
        {
            // From one date to the next is cheaper than from the epoch.
            if (lines[i].Day != day) (day, date) = (lines[i].Day, i == 0 ? RatingPlan.DateOf(lines[i].Day) : date.PlusDays(lines[i].Day - day));
            made[i] = Line(lines[i], date, net[i], tax[i], share[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    private StatementLine Line(in Draft draft, LocalDate date, long net, long tax, long share)
    {
        var plan = plans[draft.Plan].Plan;
        var isHours = draft.Kind == LineKind.Time || (draft.Kind == LineKind.Surcharge && draft.Units == 0);
        return new()
        {
            Kind = draft.Kind,
            Source = SourceOf(draft, plan),
            FromSecond = draft.Start,
            ToSecond = draft.End,
            Date = date,
            Band = BandOf(draft, plan),
            Seconds = draft.Kind is LineKind.Time or LineKind.Unit ? draft.Seconds : 0,
            Unit = isHours ? LineUnit.Hour : IsPercent(draft, plan) ? LineUnit.Percent : LineUnit.Each,
            Count = isHours ? draft.Seconds : draft.Units,
            Price = draft.Price,
            Weighted = IsByLine ? draft.Fine : draft.Exact,
            AmountUnits = net,
            TaxUnits = tax,
            ShareUnits = share,
            Payer = payers[draft.Payer],
        };
    }

    private static bool IsPercent(in Draft draft, RatingPlan plan) => draft.Kind switch
    {
        LineKind.Surcharge => plan.Surcharges[draft.Surcharge].Kind == SurchargeKind.Percent,
        LineKind.Discount => plan.Discounts[draft.Discount].Kind == DiscountKind.Percent,
        _ => false,
    };

    private static TimeBand? BandOf(in Draft draft, RatingPlan plan) => draft.Kind switch
    {
        LineKind.Time or LineKind.Unit or LineKind.Flat => plan.BandOf(draft.Component, draft.SecondOfDay),
        LineKind.Surcharge => plan.BandOf(plan.Components.Length + draft.Surcharge, draft.SecondOfDay),
        _ => null,
    };

    private LineSource SourceOf(in Draft draft, RatingPlan plan)
    {
        switch (draft.Kind)
        {
            case LineKind.Time or LineKind.Unit or LineKind.Flat:
                return plan.SourceOf(draft.Component, draft.IsFurther);
            case LineKind.Surcharge:
                return plan.SurchargeOf(draft.Surcharge, draft.Component);
            case LineKind.Discount:
                var discount = plan.Discounts[draft.Discount];
                return new(discount.Code, discount.Name, taxes[draft.Tax].Code, plan.Version);
            default:
                var code = draft.Kind switch
                {
                    LineKind.MinimumCharge => "MIN",
                    LineKind.MaximumCharge => "MAX",
                    _ => (CapWindow)draft.Tier switch { CapWindow.CalendarDay => "CAP-DAY", CapWindow.Rolling => "CAP-ROLLING", _ => "CAP-STAY" },
                };
                // Caps of many days follow one another and say the same.
                if (adjusted is null || adjusted.Code != code || adjusted.TaxCode != taxes[draft.Tax].Code) adjusted = new(code, "", taxes[draft.Tax].Code, lead);
                return adjusted;
        }
    }
}
