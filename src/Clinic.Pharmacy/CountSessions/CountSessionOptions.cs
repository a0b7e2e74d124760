using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>When a clinic recounts, and how often it counts.</summary>
public sealed class CountSessionOptions
{
    /// <summary>How many base units a first count may be off without a recount.</summary>
    /// <value>Default 0, so every difference is counted again; null does not look at units.</value>
    [Range(0, 1_000_000_000)]
    public double? ToleranceUnits { get; set; } = 0;

    /// <summary>How many percent of what is expected a first count may be off.</summary>
    /// <value>Default null, not looked at; 0 to 100.</value>
    [Range(0, 100)]
    public double? TolerancePercent { get; set; }

    /// <summary>How much money at lot cost a first count may be off.</summary>
    /// <value>Default null, not looked at.</value>
    [Range(0, 1_000_000_000)]
    public double? ToleranceValue { get; set; }

    /// <summary>How long a controlled lot may stay uncounted.</summary>
    /// <value>Default 7 days; 1 to 90.</value>
    /// <seealso href="https://app.leg.wa.gov/WAC/default.aspx?cite=246-874-050"/>
    [Range(1, 90)]
    public int ControlledEveryDays { get; set; } = 7;

    /// <summary>How long a lot of value class A may stay uncounted.</summary>
    /// <value>Default 30 days.</value>
    [Range(1, 3650)]
    public int ClassAEveryDays { get; set; } = 30;

    /// <summary>How long a lot of value class B may stay uncounted.</summary>
    /// <value>Default 90 days.</value>
    [Range(1, 3650)]
    public int ClassBEveryDays { get; set; } = 90;

    /// <summary>How long a lot of value class C may stay uncounted.</summary>
    /// <value>Default 180 days.</value>
    [Range(1, 3650)]
    public int ClassCEveryDays { get; set; } = 180;

    /// <summary>The share of the value at a location that class A holds.</summary>
    /// <value>Default 0.8.</value>
    [Range(0.01, 1)]
    public double ShareOfA { get; set; } = 0.8;

    /// <summary>The share that classes A and B hold together; at least that of A.</summary>
    /// <value>Default 0.95.</value>
    [Range(0.01, 1)]
    public double ShareOfB { get; set; } = 0.95;

    /// <summary>The most lots of one session.</summary>
    /// <value>Default 2,000; 1 to 5,000.</value>
    [Range(1, 5000)]
    public int MostLines { get; set; } = 2_000;

    internal CountTolerance Tolerance => new((decimal?)ToleranceUnits, (decimal?)TolerancePercent, (decimal?)ToleranceValue);

    internal Duration Every(bool isControlled, ValueClass value) => Duration.FromDays(
        isControlled ? ControlledEveryDays : value switch { ValueClass.A => ClassAEveryDays, ValueClass.B => ClassBEveryDays, _ => ClassCEveryDays });
}
