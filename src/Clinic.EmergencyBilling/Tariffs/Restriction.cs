using NodaTime;

namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>When a component or surcharge applies; everything said must hold, and nothing said is always.</summary>
public sealed record Restriction
{
    /// <summary>Always and everywhere.</summary>
    public static Restriction None { get; } = new();

    /// <summary>Local times, of which one must hold the instant; empty for all day.</summary>
    public IReadOnlyList<TimeBand> Bands { get; init; } = [];

    /// <summary>The weekdays.</summary>
    public Weekdays Days { get; init; } = Weekdays.All;

    /// <summary>Whether holidays are in or out.</summary>
    public HolidayRule Holidays { get; init; }

    /// <summary>Whose date decides in a band over midnight.</summary>
    public DayBasis DayBasis { get; init; }

    /// <summary>The first date, inclusive; null for no limit.</summary>
    public LocalDate? FromDate { get; init; }

    /// <summary>The last date, inclusive; null for no limit.</summary>
    public LocalDate? ThroughDate { get; init; }

    /// <summary>Billed time that must have passed, inclusive; null for none.</summary>
    public Duration? MinElapsed { get; init; }

    /// <summary>Billed time that must not have passed yet, exclusive; null for no limit.</summary>
    public Duration? MaxElapsed { get; init; }

    /// <summary>The acuities; empty for all, and then also for a stay without triage.</summary>
    public IReadOnlyList<AcuityLevel> Acuities { get; init; } = [];

    internal bool IsAlways =>
        Bands.Count == 0 && Days == Weekdays.All && Holidays == HolidayRule.Any && FromDate is null && ThroughDate is null
        && MinElapsed is null && MaxElapsed is null && Acuities.Count == 0;
}
