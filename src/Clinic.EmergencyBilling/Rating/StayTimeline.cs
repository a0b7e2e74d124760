using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>The effective intervals of a stay: what is left when corrections have superseded their originals.</summary>
/// <remarks>Intervals are [start, end); they may overlap, touch, lie outside or be empty. Order does not matter.</remarks>
public sealed class StayTimeline
{
    /// <summary>The longest stay that is priced.</summary>
    public static readonly Duration Longest = Duration.FromDays(3660);

    /// <summary>A timeline.</summary>
    /// <param name="start">When the patient came, inclusive.</param>
    /// <param name="end">When the stay was closed, exclusive; null while it is open.</param>
    /// <param name="terms">Payer, service line and acuity, from the start on.</param>
    /// <param name="pauses">Pauses; one without an end lasts until the stay ends.</param>
    /// <param name="carveOuts">Time taken out after the fact.</param>
    /// <exception cref="EmergencyBillingException">Something ends before it begins, or terms are unclear; all of it at once.</exception>
    public StayTimeline(
        Instant start, Instant? end, IReadOnlyList<StayTerms> terms, IReadOnlyList<StayInterval>? pauses = null, IReadOnlyList<StayInterval>? carveOuts = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Start = start;
        End = end;
        Pauses = pauses ?? [];
        CarveOuts = carveOuts ?? [];
        Terms = [.. terms.OrderBy(t => t.From)];
        var failures = new Failures();
        Ordered(failures, "stay", start, end);
        foreach (var pause in Pauses) Ordered(failures, "pause", pause.From, pause.To);
        foreach (var carveOut in CarveOuts) Ordered(failures, "carveOut", carveOut.From, carveOut.To);
        if (Terms.Count == 0 || Terms[0].From > start) failures.Add(EmergencyBillingRules.TermsUnclear, ("found", "start"));
        for (var i = 1; i < Terms.Count; i++)
            failures.Require(Terms[i].From > Terms[i - 1].From, EmergencyBillingRules.TermsUnclear, ("found", Terms[i].From));
        failures.ThrowIfAny();
    }

    /// <summary>When the patient came, inclusive.</summary>
    public Instant Start { get; }

    /// <summary>When the stay was closed, exclusive; null while it is open.</summary>
    public Instant? End { get; }

    /// <summary>Payer, service line and acuity by instant.</summary>
    public IReadOnlyList<StayTerms> Terms { get; }

    /// <summary>The pauses.</summary>
    public IReadOnlyList<StayInterval> Pauses { get; }

    /// <summary>Time taken out after the fact.</summary>
    public IReadOnlyList<StayInterval> CarveOuts { get; }

    private static void Ordered(Failures failures, string field, Instant from, Instant? to) =>
        failures.Require(to is not { } end || end >= from, EmergencyBillingRules.EndBeforeStart, ("field", field), ("start", from), ("end", to));
}
