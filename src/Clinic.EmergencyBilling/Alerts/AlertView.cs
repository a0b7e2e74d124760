using Clinic.EmergencyBilling.Rating;
using NodaTime;

namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What the clocks of alerts read from: a stay, and when its patient was triaged.</summary>
/// <remarks>Clocks step by whole seconds, like a stay's times; a fraction of a second is cut off.</remarks>
/// <param name="Stay">The effective intervals.</param>
/// <param name="Triaged">The first triage, or null before it.</param>
public readonly record struct AlertView(StayTimeline Stay, Instant? Triaged)
{
    private const int FewGaps = 16;

    // Read once: 10,000 open stays are asked one after another, and what a question needs should lie in one place.
    private readonly long started = Stay.Start.ToUnixTimeSeconds();
    private readonly long triaged = Triaged is { } at ? at.ToUnixTimeSeconds() : long.MaxValue;
    private readonly Instant pausedUntil = LastPause(Stay.Pauses);
    private readonly int count = Stay.Pauses.Count + Stay.CarveOuts.Count;

    /// <summary>The effective intervals.</summary>
    public StayTimeline Stay { get; } = Stay;

    /// <summary>The first triage, or null before it.</summary>
    public Instant? Triaged { get; } = Triaged;

    internal bool IsOpen { get; } = Stay.End is null;

    internal long Started => started;

    /// <summary>A stay whose first acuity was said at its triage.</summary>
    public static AlertView Of(StayTimeline stay)
    {
        ArgumentNullException.ThrowIfNull(stay);
        foreach (var terms in stay.Terms)
        {
            if (terms.Acuity is not null) return new(stay, terms.From < stay.Start ? stay.Start : terms.From);
        }

        return new(stay, null);
    }

    /// <summary>What a clock shows at an instant; null while it does not run: no triage yet, no pause.</summary>
    /// <remarks>Before the start every clock shows nothing; from the end on it shows what it showed there.</remarks>
    public Duration? ElapsedAt(AlertClock clock, Instant at)
    {
        var end = Stay.End is { } close && close < at ? close : at;
        if (end < Stay.Start) return null;
        var (start, now) = (Stay.Start.ToUnixTimeSeconds(), end.ToUnixTimeSeconds());
        return clock switch
        {
            AlertClock.Presence => Duration.FromSeconds(now - start),
            AlertClock.Billable => Duration.FromSeconds(BillableUntil(start, now)),
            AlertClock.SinceTriage => Triaged is { } triaged && triaged <= end ? Duration.FromSeconds(now - triaged.ToUnixTimeSeconds()) : null,
            AlertClock.Paused => PauseAt(end) is { } pause ? Duration.FromSeconds(now - Second(pause.From)) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(clock)),
        };
    }

    /// <summary>The first second at which a clock stands strictly over a threshold; the end of time when it stands still before.</summary>
    internal long SecondOver(AlertClock clock, long threshold, Instant now) => clock switch
    {
        AlertClock.Presence => started + threshold + 1,
        AlertClock.Billable => BillableOver(threshold),
        AlertClock.SinceTriage => triaged < long.MaxValue ? triaged + threshold + 1 : long.MaxValue,
        _ => pausedUntil <= now ? long.MaxValue : PauseOver(threshold, now),
    };

    private long BillableUntil(long start, long now)
    {
        Span<(long From, long To)> gaps = count <= FewGaps ? stackalloc (long, long)[count] : new (long, long)[count];
        var (billable, at) = (0L, start);
        foreach (var (from, to) in gaps[..RunningTime.Gaps(Stay, start, now, 1, gaps)])
        {
            if (from > at) billable += from - at;
            at = Math.Max(at, to);
        }

        return billable + Math.Max(0, now - at);
    }

    private long BillableOver(long threshold)
    {
        if (count == 0) return started + threshold + 1;
        Span<(long From, long To)> gaps = count <= FewGaps ? stackalloc (long, long)[count] : new (long, long)[count];
        var (left, at) = (threshold + 1, started);
        foreach (var (from, to) in gaps[..RunningTime.Gaps(Stay, started, long.MaxValue, 1, gaps)])
        {
            if (from - at >= left) return at + left;
            if (from > at) left -= from - at;
            at = Math.Max(at, to);
        }

        return at == long.MaxValue ? at : at + left;
    }

    private long PauseOver(long threshold, Instant now)
    {
        if (PauseAt(now) is not { } pause) return long.MaxValue;
        var due = Second(pause.From) + threshold + 1;
        return pause.To is { } to && due >= to.ToUnixTimeSeconds() ? long.MaxValue : due;
    }

    // Pauses that overlap are one pause; those that only touch are two.
    private (Instant From, Instant? To)? PauseAt(Instant at)
    {
        for (var i = 0; i < Stay.Pauses.Count; i++)
        {
            var pause = Stay.Pauses[i];
            if (pause.From <= at && (pause.To is not { } to || to > at)) return Widened(pause.From, pause.To);
        }

        return null;
    }

    private (Instant From, Instant? To) Widened(Instant from, Instant? to)
    {
        for (var i = 0; i < Stay.Pauses.Count; i++)
        {
            var pause = Stay.Pauses[i];
            var overlaps = (to is not { } until || pause.From < until) && (pause.To is not { } end || end > from);
            var isInside = pause.From >= from && (to is null || pause.To <= to);
            if (overlaps && !isInside)
                return Widened(Instant.Min(from, pause.From), to is { } a && pause.To is { } b ? Instant.Max(a, b) : null);
        }

        return (from, to);
    }

    private static Instant LastPause(IReadOnlyList<StayInterval> pauses)
    {
        var last = Instant.MinValue;
        for (var i = 0; i < pauses.Count; i++) last = Instant.Max(last, pauses[i].To ?? Instant.MaxValue);
        return last;
    }

    private long Second(Instant from) => (from < Stay.Start ? Stay.Start : from).ToUnixTimeSeconds();
}
