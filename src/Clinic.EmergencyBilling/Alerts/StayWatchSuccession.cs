namespace Clinic.EmergencyBilling.Alerts;

/// <summary>What every store checks before it writes a watch.</summary>
public static class StayWatchSuccession
{
    /// <summary>The next state of the loaded one: one version on, and nothing that was raised is lost.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Check(StayWatch? before, StayWatch after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var known = before?.Alerts ?? [];
        if (after.Version != (before?.Version ?? 0) + 1 || (before is not null && before.Stay != after.Stay))
            throw new ArgumentException("The watch is not the next version of the one that was loaded.", nameof(after));
        if (after.Alerts.Count < known.Count || known.Where((a, i) => after.Alerts[i].Id != a.Id).Any())
            throw new ArgumentException("An alert that was raised is missing.", nameof(after));
    }
}
