using Clinic.EmergencyBilling.Spoken.Reading;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Which instants a spoken time may mean for a stay, seen from now.</summary>
internal sealed class StayMoments(StayOfPatient stay, Instant now, Duration skew, SpokenStayOptions options)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[stay.Zone];

    public DateTimeZone Zone => zone;

    /// <summary>What remains possible; none, with a failure, where nothing does.</summary>
    public IReadOnlyList<StayMoment> Of(SaidTime said, Failures failures)
    {
        List<StayMoment> past = said switch
        {
            SaidTime.Ago ago => [new(Whole(now - ago.Back), null)],
            SaidTime.Clock clock => [.. clock.Readings.SelectMany(Latest).DistinctBy(m => m.At)],
            _ => [],
        };
        if (past.Count == 0)
        {
            failures.Add(EmergencyBillingRules.SpokenTimeSkipped, ("found", Text(said)));
            return [];
        }

        var near = past.Where(m => now - m.At <= Duration.FromHours(options.LongestBackHours)).ToList();
        if (near.Count == 0) failures.Add(EmergencyBillingRules.SpokenTimeTooFar, ("allowed", options.LongestBackHours));
        var here = near.Where(m => m.At >= Whole(stay.RegisteredAt)).ToList();
        if (near.Count > 0 && here.Count == 0)
            failures.Add(
                EmergencyBillingRules.SpokenTimeBeforeArrival,
                ("found", StaySentences.Local(near[0].At, zone, now)), ("allowed", StaySentences.Local(stay.RegisteredAt, zone, now)));
        return [.. here.OrderByDescending(m => m.At)];
    }

    // Today's, or yesterday's where today's is still to come; a time that was shown twice is two.
    private List<StayMoment> Latest(LocalTime time)
    {
        var today = now.InZone(zone).Date;
        foreach (var date in (LocalDate[])[today, today.PlusDays(-1)])
        {
            var local = date + time;
            var map = zone.MapLocal(local);
            if (map.Count == 0) return [];
            StayMoment[] all = map.Count == 1
                ? [new(map.Single().ToInstant(), new(local))]
                : [new(map.First().ToInstant(), new(local, LocalChoice.Earlier)), new(map.Last().ToInstant(), new(local, LocalChoice.Later))];
            var past = all.Where(m => m.At <= now + skew).ToList();
            if (past.Count > 0) return past;
        }

        return [];
    }

    private static Instant Whole(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private static string Text(SaidTime said) => said is SaidTime.Clock clock ? string.Join(", ", clock.Readings.Select(StaySentences.TimeOf)) : "";
}
