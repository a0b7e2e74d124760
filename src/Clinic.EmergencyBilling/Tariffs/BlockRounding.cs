using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Whole blocks of time: a remainder counts as a block once it reaches the threshold.</summary>
/// <remarks>Exact multiples never move. Threshold of one second rounds up, of the whole block down, of half of it to the nearest with ties up.</remarks>
/// <param name="Size">The length of a block, in whole seconds.</param>
/// <param name="Threshold">From which remainder on a block counts: more than zero, at most the size.</param>
public sealed record BlockRounding(Duration Size, Duration Threshold)
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    /// <summary>Every second as it is.</summary>
    public static BlockRounding Exact { get; } = new(Second, Second);

    /// <summary>A begun block counts.</summary>
    public static BlockRounding Up(Duration size) => new(size, Second);

    /// <summary>Only a whole block counts.</summary>
    public static BlockRounding Down(Duration size) => new(size, size);

    /// <summary>Half a block counts.</summary>
    public static BlockRounding NearestTiesUp(Duration size) => new(size, Duration.FromSeconds((Seconds(size) + 1) / 2));

    /// <summary>More than half a block counts.</summary>
    public static BlockRounding NearestTiesDown(Duration size) => new(size, Duration.FromSeconds((Seconds(size) / 2) + 1));

    /// <summary>How many blocks a duration counts as.</summary>
    public long Units(Duration duration) => Units(Seconds(duration), Seconds(Size), Seconds(Threshold));

    internal static long Units(long seconds, long size, long threshold)
    {
        var (whole, rest) = Math.DivRem(seconds, size);
        return rest > 0 && rest >= threshold ? whole + 1 : whole;
    }

    internal static long Seconds(Duration duration) => (long)duration.TotalSeconds;
}
