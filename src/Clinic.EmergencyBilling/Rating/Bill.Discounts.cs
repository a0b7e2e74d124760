using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

internal sealed partial class Bill
{
    private void TakeDiscounts()
    {
        var charged = lines.Count;
        for (var first = 0; first < charged; first++)
        {
            if (lines[first].Discount >= 0 && IsFirst(first)) Take(first, Left(first, charged));
        }
    }

    private bool IsFirst(int line)
    {
        for (var i = 0; i < line; i++)
        {
            if (IsSame(lines[i], lines[line])) return false;
        }

        return true;
    }

    // An amount is given once per stay, through all versions that name it; a percentage is the one of its version.
    private bool IsSame(in Draft line, in Draft other)
    {
        if (line.Discount < 0 || other.Discount < 0) return false;
        if (line.Plan == other.Plan && line.Discount == other.Discount) return true;
        var (one, two) = (DiscountOf(line), DiscountOf(other));
        return one.Kind == DiscountKind.Amount && two.Kind == DiscountKind.Amount && one.Code == two.Code;
    }

    private Discount DiscountOf(in Draft line) => plans[line.Plan].Plan.Discounts[line.Discount];

    // What is left of each line that the discount falls on. Caps and limits took from all lines of their window in proportion.
    private decimal[] Left(int first, int charged)
    {
        var left = new decimal[charged];
        for (var i = 0; i < charged; i++)
        {
            if (!IsAdjustment(lines[i].Kind)) left[i] = IsSame(lines[i], lines[first]) ? lines[i].Exact : 0m;
            else left[i] = ShareOf(i, left);
        }

        return left;
    }

    private decimal ShareOf(int adjustment, decimal[] left)
    {
        ref readonly var line = ref lines[adjustment];
        var (all, mine) = (0m, 0m);
        for (var i = 0; i < adjustment; i++)
        {
            if (!IsWithin(lines[i], line)) continue;
            all += lines[i].Exact;
            mine += left[i];
        }

        // What is raised from nothing belongs to no charge, so no discount falls on it.
        if (all == 0m) return 0m;
        return mine == all ? line.Exact : Math.Round(line.Exact * (mine / all), MinorUnits.FinestScale);
    }

    private bool IsWithin(in Draft line, in Draft adjustment)
    {
        if (line.Tax != adjustment.Tax || line.Payer != adjustment.Payer) return false;
        if (adjustment.Kind == LineKind.Cap && line.Kind == LineKind.Surcharge && terms.Caps[0].Stage == CapStage.BeforeSurcharges) return false;
        return (CapWindow)adjustment.Tier switch
        {
            CapWindow.CalendarDay => line.Day == adjustment.Day,
            CapWindow.Rolling => line.Window == adjustment.Window,
            _ => true,
        };
    }

    private void Take(int first, decimal[] left)
    {
        var groups = new List<Window>(2);
        for (var i = 0; i < left.Length; i++)
        {
            if (IsAdjustment(lines[i].Kind) ? left[i] != 0m : IsSame(lines[i], lines[first])) AddTo(groups, i, left[i]);
        }

        var discount = DiscountOf(lines[first]);
        var total = groups.Sum(g => g.Sum);
        if (total <= 0m) return;
        var rest = Math.Min(discount.Value * 3600m, total);
        for (var i = 0; i < groups.Count; i++)
        {
            var part = discount.Kind == DiscountKind.Percent ? Math.Round(groups[i].Sum * discount.Value / 100m, MinorUnits.FinestScale)
                : i == groups.Count - 1 ? rest
                : Math.Round(Math.Min(discount.Value * 3600m, total) * (groups[i].Sum / total), MinorUnits.FinestScale);
            if (IsByLine) part = Whole(part);
            rest -= part;
            if (part != 0m) lines.Add(lines[groups[i].Line] with { Kind = LineKind.Discount, Units = 1, Seconds = 0, Exact = -part, Fine = -part, End = groups[i].End, Price = discount.Kind == DiscountKind.Percent ? discount.Value : 0m });
        }
    }

    private void AddTo(List<Window> groups, int line, decimal left)
    {
        var known = groups.FindIndex(g => lines[g.Line].Tax == lines[line].Tax && lines[g.Line].Payer == lines[line].Payer);
        if (known < 0) groups.Add(new() { Line = line, Sum = left, End = lines[line].End });
        else groups[known] = groups[known] with { Sum = groups[known].Sum + left, End = Math.Max(groups[known].End, lines[line].End) };
    }

    private static bool IsAdjustment(LineKind kind) => kind is LineKind.Cap or LineKind.MinimumCharge or LineKind.MaximumCharge;
}
