using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What moved at a location within a quarter of an hour, so that days of any zone can be made of it.</summary>
/// <param name="Location">The location.</param>
/// <param name="Start">The beginning of the quarter of an hour, in UTC.</param>
/// <param name="Issued">Steps issued to patients and departments, less reversed issues.</param>
/// <param name="Returned">Steps that came back from issues, less reversed returns.</param>
/// <param name="Arrived">Steps that came in for whatever reason.</param>
/// <param name="Change">Steps by which on hand changed.</param>
public sealed record ConsumptionSlice(LocationId Location, Instant Start, long Issued, long Returned, long Arrived, long Change)
{
    /// <summary>The length of a slice; no zone of our time has another offset than a multiple of it.</summary>
    public static Duration Length { get; } = Duration.FromMinutes(15);

    internal static Instant StartOf(Instant at)
    {
        var length = Length.BclCompatibleTicks;
        var ticks = at.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % length) + length) % length));
    }
}
