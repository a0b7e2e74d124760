namespace Clinic.EmergencyBilling.Stays;

/// <summary>What every store refuses to save: what is not the next version of the same stay.</summary>
public static class StaySuccession
{
    /// <summary>Checks that one follows the other, and that the log has only grown.</summary>
    /// <exception cref="ArgumentException">It does not follow.</exception>
    public static void Check(EmergencyStay before, EmergencyStay after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (after.Id != before.Id || after.Version != before.Version + 1)
            throw new ArgumentException($"Version {after.Version} of {after.Id} does not follow version {before.Version} of {before.Id}.", nameof(after));
        if ((after.Site, after.Zone, after.Patient, after.Encounter) != (before.Site, before.Zone, before.Patient, before.Encounter))
            throw new ArgumentException($"Site, zone, patient and visit of {after.Id} never change.", nameof(after));
        if (after.Events.Count < before.Events.Count || !before.Events.SequenceEqual(after.Events.Take(before.Events.Count)))
            throw new ArgumentException($"The log of {after.Id} only grows.", nameof(after));
    }
}
