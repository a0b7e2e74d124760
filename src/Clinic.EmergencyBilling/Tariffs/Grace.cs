using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Time that is forgiven at the beginning.</summary>
/// <param name="Mode">What the limit does.</param>
/// <param name="Limit">The limit, in whole seconds; zero for none.</param>
/// <param name="Boundary">Whether exactly the limit is still free; matters for <see cref="GraceMode.WaiveIfWithin"/>.</param>
public sealed record Grace(GraceMode Mode, Duration Limit, LimitBoundary Boundary)
{
    /// <summary>No grace.</summary>
    public static Grace None { get; } = new(GraceMode.None, Duration.Zero, LimitBoundary.Included);
}
