using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace Clinic.Pharmacy;

/// <summary>Limits and habits of a clinic's pharmacy.</summary>
public sealed class PharmacyOptions
{
    /// <summary>How often a new unit cost may be the last one, up or down, without being confirmed.</summary>
    /// <value>Default 2; 1.01 to 1,000.</value>
    [Range(1.01, 1000)]
    public double CostTolerance { get; set; } = 2;

    /// <summary>How far ahead of ours another clock may run; such times are taken as now.</summary>
    /// <value>Default 1 minute; 0 to 1 hour.</value>
    public Duration ClockSkew { get; set; } = Duration.FromMinutes(1);

    /// <summary>The longest time a reservation may run.</summary>
    /// <value>Default 30 days.</value>
    public Duration LongestReservation { get; set; } = Duration.FromDays(30);

    /// <summary>The most lines of one command.</summary>
    /// <value>Default 500; 1 to 5,000.</value>
    [Range(1, 5000)]
    public int MostLines { get; set; } = 500;

    /// <summary>The most rows of an import.</summary>
    /// <value>Default 50,000; 1 to 200,000.</value>
    [Range(1, 200_000)]
    public int MostImportRows { get; set; } = 50_000;
}
