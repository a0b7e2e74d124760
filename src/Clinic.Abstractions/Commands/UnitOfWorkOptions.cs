using NodaTime;

namespace Clinic.Abstractions;

/// <summary>How often a lost race is tried again, and how long it waits.</summary>
public sealed class UnitOfWorkOptions
{
    /// <summary>The most attempts at one command.</summary>
    /// <value>Default 30; 1 to 100.</value>
    public int MaxAttempts { get; set; } = 30;

    /// <summary>The longest pause before the next attempt; the pause is random below it and grows with the attempts.</summary>
    /// <value>Default 50 ms; 0 to 5 s.</value>
    public Duration LongestPause { get; set; } = Duration.FromMilliseconds(50);
}
