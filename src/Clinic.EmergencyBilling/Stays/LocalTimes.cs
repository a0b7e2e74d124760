using NodaTime;
using NodaTime.Text;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>Typed local times to instants: what the clock skipped or showed twice is refused until somebody chooses.</summary>
public static class LocalTimes
{
    /// <summary>The instant of a typed time, and how it was found.</summary>
    /// <remarks>A skipped time is read with the offset after the change (earlier) or before it (later).</remarks>
    /// <exception cref="EmergencyBillingException">The time was skipped or shown twice and nothing was chosen; both instants are named.</exception>
    public static (Instant At, EnteredLocal Entered) Resolve(DateTimeZone zone, string tzdbVersion, LocalEntry entry)
    {
        var failures = new Failures();
        var found = Resolve(failures, zone, tzdbVersion, entry);
        failures.ThrowIfAny();
        return found!.Value;
    }

    internal static (Instant At, EnteredLocal Entered)? Resolve(Failures failures, DateTimeZone zone, string tzdbVersion, LocalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(entry);
        var local = entry.Local.With(TimeAdjusters.TruncateToSecond);
        // Outside these years a change of the clock could leave the range of instants.
        if (local.Year is < 1900 or > 2199)
        {
            failures.Add(EmergencyBillingRules.FieldInvalid, ("field", "local"), ("found", Text(local)), ("allowed", "the years 1900 to 2199"));
            return null;
        }

        if (!Enum.IsDefined(entry.Choice))
        {
            failures.Add(EmergencyBillingRules.FieldInvalid, ("field", "choice"), ("found", entry.Choice), ("allowed", "strict, earlier, later"));
            return null;
        }

        var map = zone.MapLocal(local);
        if (map.Count == 1) return Found(map.Single().Offset);
        // In a gap the offset before it gives the later instant; in an overlap the offset before it gives the earlier one.
        var (before, after) = (map.EarlyInterval.WallOffset, map.LateInterval.WallOffset);
        var (earlier, later) = map.Count == 0 ? (after, before) : (before, after);
        if (entry.Choice == LocalChoice.Strict)
        {
            failures.Add(
                map.Count == 0 ? EmergencyBillingRules.LocalTimeSkipped : EmergencyBillingRules.LocalTimeRepeated,
                ("local", Text(local)), ("zone", zone.Id), ("earlier", local.WithOffset(earlier).ToInstant()), ("earlierOffset", Text(earlier)),
                ("later", local.WithOffset(later).ToInstant()), ("laterOffset", Text(later)));
            return null;
        }

        return Found(entry.Choice == LocalChoice.Earlier ? earlier : later);

        (Instant, EnteredLocal) Found(Offset offset) =>
            (local.WithOffset(offset).ToInstant(), new(local, entry.Choice, offset, zone.Id, tzdbVersion));
    }

    private static string Text(LocalDateTime local) => LocalDateTimePattern.GeneralIso.Format(local);

    private static string Text(Offset offset) => OffsetPattern.GeneralInvariant.Format(offset);
}
