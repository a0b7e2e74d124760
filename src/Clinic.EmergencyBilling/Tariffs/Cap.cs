using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>The most that charges may come to within a window; what is over becomes a negative line.</summary>
/// <param name="Amount">The limit.</param>
/// <param name="Window">The stretch of time.</param>
/// <param name="Length">The length of a rolling window; zero for the others.</param>
/// <param name="Basis">The clock of a rolling window.</param>
/// <param name="Stage">Whether surcharges count; the same for all caps of a version.</param>
public sealed record Cap(decimal Amount, CapWindow Window, Duration Length, CapBasis Basis, CapStage Stage)
{
    /// <summary>A limit per local date.</summary>
    public static Cap PerCalendarDay(decimal amount, CapStage stage = CapStage.AfterSurcharges) =>
        new(amount, CapWindow.CalendarDay, Duration.Zero, CapBasis.Presence, stage);

    /// <summary>A limit for every so many hours since the start.</summary>
    public static Cap Rolling(decimal amount, Duration length, CapBasis basis = CapBasis.Presence, CapStage stage = CapStage.AfterSurcharges) =>
        new(amount, CapWindow.Rolling, length, basis, stage);

    /// <summary>A limit for the whole stay.</summary>
    public static Cap PerStay(decimal amount, CapStage stage = CapStage.AfterSurcharges) =>
        new(amount, CapWindow.Stay, Duration.Zero, CapBasis.Presence, stage);
}
