using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Local seconds of a zone, one constant offset at a time; instants are never resolved from local times.</summary>
internal sealed class LocalClock(DateTimeZone zone)
{
    private const long Day = 86_400;
    private long from = long.MaxValue;
    private long offset;

    /// <summary>Until when the offset of the last question holds, exclusive.</summary>
    public long Until { get; private set; } = long.MinValue;

    public void Read(long second, out int day, out int secondOfDay)
    {
        if (second < from || second >= Until) Seek(second);
        var local = second + offset;
        var days = local >= 0 ? local / Day : ((local + 1) / Day) - 1;
        day = (int)days;
        secondOfDay = (int)(local - (days * Day));
    }

    private void Seek(long second)
    {
        var interval = zone.GetZoneInterval(Instant.FromUnixTimeSeconds(second));
        from = interval.HasStart ? interval.Start.ToUnixTimeSeconds() : long.MinValue;
        Until = interval.HasEnd ? interval.End.ToUnixTimeSeconds() : long.MaxValue;
        offset = interval.WallOffset.Seconds;
    }
}
