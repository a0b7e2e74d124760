using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Instants as the domain keeps them.</summary>
public static class InstantExtensions
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>The instant without what is finer than a microsecond, as every store keeps it.</summary>
    public static Instant TruncateToMicroseconds(this Instant instant) =>
        Instant.FromUnixTimeTicks(FloorDiv(instant.ToUnixTimeTicks(), TicksPerMicrosecond) * TicksPerMicrosecond);

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public static long ToUnixTimeMicroseconds(this Instant instant) => FloorDiv(instant.ToUnixTimeTicks(), TicksPerMicrosecond);

    /// <summary>The instant of a number of microseconds since 1970-01-01T00:00:00Z.</summary>
    public static Instant FromUnixTimeMicroseconds(long microseconds) =>
        Instant.FromUnixTimeTicks(checked(microseconds * TicksPerMicrosecond));

    private static long FloorDiv(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);
}
