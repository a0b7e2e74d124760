using System.Runtime.InteropServices;
using Clinic.EmergencyBilling.Tariffs;

namespace Clinic.EmergencyBilling.Rating;

internal sealed partial class Bill
{
    private void Limit(Cap cap, LineKind kind = LineKind.Cap)
    {
        var windows = new List<Window>(4);
        var count = lines.Count;
        for (var i = 0; i < count; i++)
        {
            ref readonly var line = ref lines[i];
            if (kind == LineKind.Cap && cap.Stage == CapStage.BeforeSurcharges && line.Kind == LineKind.Surcharge) continue;
            Add(windows, WindowOf(cap, line), i);
        }

        var most = cap.Amount * 3600m;
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i].First == i && TotalOf(windows, i) is var total && total > most) Adjust(kind, cap.Window, windows, i, total, most - total);
        }
    }

    private void Raise(decimal least)
    {
        var all = new List<Window>(1);
        for (var i = 0; i < lines.Count; i++) Add(all, 0, i);
        var total = TotalOf(all, 0);
        if (total < least * 3600m) Adjust(LineKind.MinimumCharge, CapWindow.Stay, all, 0, total, (least * 3600m) - total);
    }

    private static long WindowOf(Cap cap, in Draft line) => cap.Window switch
    {
        CapWindow.CalendarDay => line.Day,
        CapWindow.Rolling => line.Window,
        _ => 0,
    };

    // One entry per window, tax and payer. Lines come in the order of time, so the search is short.
    private void Add(List<Window> windows, long number, int index)
    {
        ref readonly var line = ref lines[index];
        var first = -1;
        var found = false;
        var known = CollectionsMarshal.AsSpan(windows);
        for (var i = known.Length - 1; i >= 0 && !found; i--)
        {
            ref var window = ref known[i];
            if (window.Number != number) continue;
            first = window.First;
            if (lines[window.Line].Tax != line.Tax || lines[window.Line].Payer != line.Payer) continue;
            window.Sum += line.Exact;
            window.End = Math.Max(window.End, line.End);
            found = true;
        }

        if (!found)
        {
            if (first < 0) first = windows.Count;
            windows.Add(new() { Number = number, First = first, Line = index, Sum = line.Exact, End = line.End });
        }
    }

    private static decimal TotalOf(List<Window> windows, int first)
    {
        var total = 0m;
        foreach (ref readonly var window in CollectionsMarshal.AsSpan(windows)[first..])
        {
            if (window.First == first) total += window.Sum;
        }

        return total;
    }

    // Each tax and payer carries its part, or taxes and shares would not follow the amounts; the last one takes what division leaves.
    private void Adjust(LineKind kind, CapWindow cap, List<Window> windows, int first, decimal total, decimal difference)
    {
        var left = difference;
        var last = windows.FindLastIndex(w => w.First == first);
        for (var i = first; i <= last; i++)
        {
            var window = windows[i];
            if (window.First != first) continue;
            var part = i == last ? left : total == 0m ? 0m : Math.Round(difference * window.Sum / total, MinorUnits.FinestScale);
            if (IsByLine) part = Whole(part);
            left -= part;
            if (part != 0m) lines.Add(lines[window.Line] with { Kind = kind, Units = 1, Seconds = 0, Exact = part, Fine = part, End = window.End, Surcharge = -1, Discount = -1, Tier = (short)cap });
        }
    }

    private struct Window
    {
        public long Number;
        public long End;
        public int First;
        public int Line;
        public decimal Sum;
    }
}
