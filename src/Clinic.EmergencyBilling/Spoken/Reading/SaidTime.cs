using NodaTime;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>A time as it was said: now, so long ago, or one or two readings of a clock.</summary>
internal abstract record SaidTime
{
    /// <summary>Now, said in words.</summary>
    public sealed record Now : SaidTime;

    /// <summary>So long before now.</summary>
    public sealed record Ago(Duration Back) : SaidTime;

    /// <summary>A time of day; two of them where nobody said whether morning or afternoon.</summary>
    public sealed record Clock(IReadOnlyList<LocalTime> Readings) : SaidTime;

    /// <summary>Words that begin a time and are none.</summary>
    public sealed record Malformed : SaidTime;
}
