using System.Numerics;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>A version prepared for rating: every restriction is one bit, every question one mask.</summary>
internal sealed class RatingPlan
{
    private const int Day = 86_400;
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private readonly Restriction[] restrictions;
    private readonly int[] slotStarts;
    private readonly ulong[] slots;
    private readonly ulong[] slotsOfYesterday;
    private readonly ulong[] weekdays = new ulong[7];
    private readonly ulong[] acuities = new ulong[6];
    private readonly ulong onHolidays;
    private readonly ulong onOtherDays;
    private readonly ulong dated;
    private readonly ulong elapsing;
    private readonly long[] elapsedEdges;
    private readonly bool asksHolidays;
    private readonly int[] pickOrder;
    private readonly TimeBand?[]?[] bands;
    private readonly LineSource[] sources;
    private readonly LineSource[] furtherSources;
    private readonly LineSource?[] surchargeSources;

    public RatingPlan(TariffVersion version)
    {
        Version = version;
        Components = [.. version.Terms.Components];
        Surcharges = [.. version.Terms.Surcharges];
        Discounts = [.. version.Terms.Discounts];
        restrictions = [.. Components.Select(c => c.Restriction), .. Surcharges.Select(s => s.Restriction), .. Discounts.Select(d => d.Restriction)];
        slotStarts = [.. restrictions.SelectMany(r => r.Bands).SelectMany(b => new[] { Second(b.From), Second(b.To) }).Append(0).Distinct().Order()];
        slots = new ulong[slotStarts.Length];
        bands = [.. restrictions.Select(r => r.Bands.Count == 0 ? null : slotStarts.Select(second => BandOf(r, second)).ToArray())];
        slotsOfYesterday = new ulong[slotStarts.Length];
        elapsedEdges = [.. restrictions.SelectMany(r => new[] { r.MinElapsed, r.MaxElapsed }).OfType<Duration>().Select(BlockRounding.Seconds).Distinct().Order()];
        for (var i = 0; i < restrictions.Length; i++)
        {
            var (r, bit) = (restrictions[i], 1UL << i);
            for (var s = 0; s < slots.Length; s++) AddSlot(r, bit, s);
            for (var d = 0; d < 7; d++) weekdays[d] |= ((int)r.Days >> d & 1) == 1 ? bit : 0;
            for (var a = 0; a < 6; a++) acuities[a] |= r.Acuities.Count == 0 || (a > 0 && r.Acuities.Contains((AcuityLevel)a)) ? bit : 0;
            onHolidays |= r.Holidays != HolidayRule.Except ? bit : 0;
            onOtherDays |= r.Holidays != HolidayRule.Only ? bit : 0;
            dated |= r.FromDate is not null || r.ThroughDate is not null ? bit : 0;
            elapsing |= r.MinElapsed is not null || r.MaxElapsed is not null ? bit : 0;
            if (i < Components.Length && Components[i] is FlatPrice) Flats |= bit;
            else if (i < Components.Length) Times |= bit;
            else if (i < DiscountsFrom) AddSurcharge(Surcharges[i - Components.Length], bit);
        }

        sources = [.. Components.Select(c => new LineSource(c.Code, c.Name, c.TaxCode, version))];
        furtherSources = [.. Components.Select((c, i) => c is ThresholdUnitsPrice units ? new(units.AddCode, c.Name, c.TaxCode, version) : sources[i])];
        surchargeSources = new LineSource?[Components.Length * Surcharges.Length];
        HasWholes = Components.Any(c => c is VolumePrice or SubstitutionPrice or FirstBlockPrice or ThresholdUnitsPrice);
        asksHolidays = onHolidays != onOtherDays;
        UsesYesterday = slotsOfYesterday.Any(m => m != 0);
        pickOrder = [.. Enumerable.Range(0, Surcharges.Length)
            .OrderByDescending(i => version.Terms.Stacking == SurchargeStacking.HighestOnly ? Surcharges[i].Value : 0m).ThenBy(i => Surcharges[i].Priority)];
    }

    public TariffVersion Version { get; }

    public PriceComponent[] Components { get; }

    public Surcharge[] Surcharges { get; }

    public Discount[] Discounts { get; }

    public int DiscountsFrom => Components.Length + Surcharges.Length;

    /// <summary>Whether some price depends on the whole time.</summary>
    public bool HasWholes { get; }

    public ulong Flats { get; }

    public ulong Times { get; }

    public ulong Commencing { get; private set; }

    public ulong Onces { get; private set; }

    public ulong PerHours { get; private set; }

    public ulong Percents { get; private set; }

    public bool UsesYesterday { get; }

    /// <summary>The order in which surcharges stack.</summary>
    public ReadOnlySpan<int> Stacking => pickOrder;

    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    public int SlotOf(int second, out int end)
    {
        var slot = slotStarts.Length - 1;
        while (slotStarts[slot] > second) slot--;
        end = slot + 1 < slotStarts.Length ? slotStarts[slot + 1] : Day;
        return slot;
    }

    public ulong InSlot(int slot, ulong today, ulong yesterday) =>
        slots[slot] & ((today & ~slotsOfYesterday[slot]) | (yesterday & slotsOfYesterday[slot]));

    public ulong OnDay(int day, HolidayCalendar? calendar)
    {
        // 1970-01-01 was a Thursday.
        var mask = weekdays[(((day + 3) % 7) + 7) % 7];
        if (asksHolidays) mask &= IsHoliday(DateOf(day), calendar) ? onHolidays : onOtherDays;
        for (var left = dated & mask; left != 0; left &= left - 1)
        {
            var r = restrictions[BitOperations.TrailingZeroCount(left)];
            var date = DateOf(day);
            if (date < r.FromDate || date > r.ThroughDate) mask &= ~(left & (0 - left));
        }

        return mask;
    }

    public ulong With(AcuityLevel? acuity) => acuities[(int)(acuity ?? 0)];

    /// <summary>The discounts that a payer has.</summary>
    public ulong For(string? payer)
    {
        var mask = 0UL;
        for (var i = 0; i < Discounts.Length; i++) mask |= Discounts[i].IsFor(payer) ? 1UL << (DiscountsFrom + i) : 0;
        return mask;
    }

    public ulong After(long elapsed)
    {
        var mask = ulong.MaxValue;
        for (var left = elapsing; left != 0; left &= left - 1)
        {
            var r = restrictions[BitOperations.TrailingZeroCount(left)];
            if ((r.MinElapsed is { } min && elapsed < BlockRounding.Seconds(min)) || (r.MaxElapsed is { } max && elapsed >= BlockRounding.Seconds(max)))
                mask &= ~(left & (0 - left));
        }

        return mask;
    }

    /// <summary>Seconds until an elapsed time changes what matches.</summary>
    public long UntilEdge(long elapsed)
    {
        foreach (var edge in elapsedEdges)
        {
            if (edge > elapsed) return edge - elapsed;
        }

        return long.MaxValue;
    }

    /// <summary>The surcharges that stay when those that match are stacked; those charged once stand outside.</summary>
    public ulong Stack(ulong matching)
    {
        var stacked = matching & (Percents | PerHours);
        if (stacked == 0 || Version.Terms.Stacking is SurchargeStacking.Sum or SurchargeStacking.Multiply) return stacked;
        foreach (var i in pickOrder)
        {
            if ((stacked & Bit(i)) != 0) return Bit(i);
        }

        return 0;
    }

    public ulong Bit(int surcharge) => 1UL << (Components.Length + surcharge);

    /// <summary>The band of a price or surcharge that holds a local time; null when it holds all day.</summary>
    public TimeBand? BandOf(int restriction, int second) => bands[restriction]?[SlotOf(second, out _)];

    /// <summary>What lines of a price say; of its further units when asked.</summary>
    public LineSource SourceOf(int component, bool isFurther) => isFurther ? furtherSources[component] : sources[component];

    /// <summary>What lines of a surcharge say, which is taxed like the price it rests on.</summary>
    public LineSource SurchargeOf(int surcharge, int component) =>
        surchargeSources[(surcharge * Components.Length) + component]
            ??= new(Surcharges[surcharge].Code, Surcharges[surcharge].Name, Components[component].TaxCode, Version);

    private static TimeBand? BandOf(Restriction restriction, int second)
    {
        foreach (var band in restriction.Bands)
        {
            if (Holds(band, second)) return band;
        }

        return null;
    }

    private static bool IsHoliday(LocalDate date, HolidayCalendar? calendar) =>
        calendar?.IsHoliday(date)
        ?? throw new EmergencyBillingException(EmergencyBillingRules.CalendarEnds, ("calendar", "none"), ("from", "none"), ("through", "none"), ("date", date));

    private void AddSlot(Restriction restriction, ulong bit, int slot)
    {
        if (restriction.Bands.Count == 0)
        {
            slots[slot] |= bit;
            return;
        }

        if (BandOf(restriction, slotStarts[slot]) is not { } band) return;
        slots[slot] |= bit;
        if (restriction.DayBasis == DayBasis.BandStart && band.From > band.To && slotStarts[slot] < Second(band.To)) slotsOfYesterday[slot] |= bit;
    }

    private void AddSurcharge(Surcharge surcharge, ulong bit)
    {
        if (surcharge.Trigger == SurchargeTrigger.Commencement) Commencing |= bit;
        switch (surcharge.Kind)
        {
            case SurchargeKind.Percent:
                Percents |= bit;
                break;
            case SurchargeKind.PerHour:
                PerHours |= bit;
                break;
            default:
                Onces |= bit;
                break;
        }
    }

    private static bool Holds(TimeBand band, int second)
    {
        var (from, to) = (Second(band.From), Second(band.To));
        return from < to ? second >= from && second < to : second >= from || second < to;
    }

    private static int Second(LocalTime time) => (int)(time.TickOfDay / NodaConstants.TicksPerSecond);
}
