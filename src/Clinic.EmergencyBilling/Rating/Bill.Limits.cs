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
            Add(windows, WindowOf(cap, line), line);
        }

        var most = cap.Amount * 3600m;
        for (var i = 0; i < windows.Count; i++)
        {
            if (!windows[i].IsFirst) continue;
            var sum = 0m;
            foreach (var window in windows)
            {
                if (window.Number == windows[i].Number) sum += window.Sum;
            }

            if (sum > most) Adjust(kind, cap.Window, windows, windows[i].Number, most - sum, sum);
        }
    }

    private void Raise(decimal least)
    {
        var all = new List<Window>(1);
        var sum = 0m;
        foreach (ref readonly var line in lines.Items)
        {
            Add(all, 0, line);
            sum += line.Exact;
        }

        if (sum < least * 3600m) Adjust(LineKind.MinimumCharge, CapWindow.Stay, all, 0, (least * 3600m) - sum, sum);
    }

    private static long WindowOf(Cap cap, in Draft line) => cap.Window switch
    {
        CapWindow.CalendarDay => line.Day,
        CapWindow.Rolling => line.Window,
        _ => 0,
    };

    private static void Add(List<Window> windows, long number, in Draft line)
    {
        var isFirst = true;
        for (var i = windows.Count - 1; i >= 0; i--)
        {
            if (windows[i].Number != number) continue;
            isFirst = false;
            if (windows[i].Line.Tax != line.Tax || windows[i].Line.Payer != line.Payer) continue;
            windows[i] = windows[i] with { Sum = windows[i].Sum + line.Exact, End = Math.Max(windows[i].End, line.End) };
            return;
        }

        windows.Add(new(number, line, line.Exact, line.End, isFirst));
    }

    // Each tax and payer carries its part, or taxes and shares would not follow the amounts; the last one takes what division leaves.
    private void Adjust(LineKind kind, CapWindow window, List<Window> windows, long number, decimal difference, decimal sum)
    {
        var left = difference;
        var last = windows.FindLastIndex(w => w.Number == number);
        for (var i = 0; i <= last; i++)
        {
            if (windows[i].Number != number) continue;
            var part = i == last ? left : sum == 0m ? 0m : difference * windows[i].Sum / sum;
            left -= part;
            if (part != 0m) lines.Add(windows[i].Line with { Kind = kind, Units = 1, Seconds = 0, Price = part / 3600m, Exact = part, End = windows[i].End, Surcharge = -1, Tier = (short)window });
        }
    }

    private readonly record struct Window(long Number, Draft Line, decimal Sum, long End, bool IsFirst);
}
