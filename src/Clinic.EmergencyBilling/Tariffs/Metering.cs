using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>How measured time becomes billed time.</summary>
/// <remarks>In this order: segment rounding, sum per scope, grace, minimum, blocks. The measurement itself is never rounded, only cut to the resolution.</remarks>
public sealed record Metering
{
    /// <summary>Every second of the stay as it is.</summary>
    public static Metering Exact { get; } = new();

    /// <summary>The step of the clock: whole seconds that divide a minute.</summary>
    public Duration Resolution { get; init; } = Duration.FromSeconds(1);

    /// <summary>Rounding of each running segment before the sum; null for none.</summary>
    public BlockRounding? SegmentRounding { get; init; }

    /// <summary>Time that is forgiven.</summary>
    public Grace Grace { get; init; } = Grace.None;

    /// <summary>The least billed time once anything is billed; zero for none.</summary>
    public Duration MinimumDuration { get; init; }

    /// <summary>The billed blocks.</summary>
    public BlockRounding Block { get; init; } = BlockRounding.Exact;

    /// <summary>To what grace, minimum and blocks apply.</summary>
    public MeteringScope Scope { get; init; }

    /// <summary>Where added seconds go.</summary>
    public Attribution Attribution { get; init; }
}
