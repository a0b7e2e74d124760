using System.ComponentModel.DataAnnotations;

namespace Clinic.Bridges.Outbox;

/// <summary>How events are delivered, and how often a failed delivery is tried.</summary>
public sealed class OutboxDeliveryOptions
{
    /// <summary>The most events leased at once.</summary>
    /// <value>Default 50; 1 to 500.</value>
    [Range(1, 500)]
    public int Batch { get; set; } = 50;

    /// <summary>The most batches of one run.</summary>
    /// <value>Default 20; 1 to 1,000.</value>
    [Range(1, 1000)]
    public int BatchesPerRun { get; set; } = 20;

    /// <summary>How long this process keeps leased events to itself.</summary>
    /// <value>Default 2 minutes; 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often delivery is tried before the event is kept as undeliverable.</summary>
    /// <value>Default 16, about half a day; 1 to 100.</value>
    [Range(1, 100)]
    public int Attempts { get; set; } = 16;

    /// <summary>The pause after the first failure; each further one is twice as long.</summary>
    /// <value>Default 5 seconds; 0 to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause.</summary>
    /// <value>Default 1 hour; 0 to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);
}
