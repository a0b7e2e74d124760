using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Prices a stay: the one function behind the running preview and the final bill.</summary>
/// <remarks>
/// Pure: no clock, no store, no ambient zone or culture. The order is fixed: normalise, round segments, sum, grace, minimum, blocks, attribute to
/// versions and bands, components, surcharges, caps, least and greatest charge, discounts, whole minor units, tax per rate, payer shares, coins.
/// </remarks>
public static class StayRater
{
    /// <summary>The figures of a stay as of its end, or of now while it is open.</summary>
    /// <exception cref="EmergencyBillingException">No tariff is in force, the calendar ends too early, or the clock stands before the start.</exception>
    public static Statement Rate(RatingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stay = request.Stay;
        var close = stay.End ?? request.Now;
        if (close < stay.Start)
            throw new EmergencyBillingException(EmergencyBillingRules.NowBeforeStart, ("start", stay.Start), ("now", close));
        if (close - stay.Start > StayTimeline.Longest)
            throw new EmergencyBillingException(EmergencyBillingRules.StayTooLong, ("found", close - stay.Start), ("allowed", StayTimeline.Longest));

        var contracts = new ContractFinder(request.Tariffs, stay, stay.Start.ToUnixTimeSeconds(), close.ToUnixTimeSeconds());
        var resolution = BlockRounding.Seconds(contracts.Lead.Terms.Metering.Resolution);
        var (start, end) = (RunningTime.Cut(stay.Start, resolution), RunningTime.Cut(close, resolution));
        var clock = new LocalClock(request.Zone);
        var running = RunningTime.Of(stay, start, end, resolution);
        var billed = new Meter(contracts.Lead.Terms.Metering, clock).Bill(running);
        using var drafts = new DraftList();
        var walk = new BilledWalk(request, contracts, clock, drafts, start);
        walk.Walk(billed);
        using var bill = new Bill(stay, contracts.Lead, walk.Plans, start);
        bill.Price(drafts);
        return bill.ToStatement(request, end, Sum(running), walk.Elapsed);
    }

    private static Duration Sum(List<Stretch> stretches)
    {
        long seconds = 0;
        foreach (var stretch in stretches) seconds += stretch.Seconds;
        return Duration.FromSeconds(seconds);
    }
}
