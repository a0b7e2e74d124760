using System.ComponentModel.DataAnnotations;

namespace Clinic.Bridges.Jobs;

/// <summary>How this process runs the jobs of the clinic.</summary>
public sealed class ClinicJobsOptions
{
    /// <summary>Whether this process runs the jobs, or only knows of them.</summary>
    /// <value>Default true.</value>
    public bool RunHere { get; set; } = true;

    /// <summary>The name under which this process takes leases; unique among processes.</summary>
    /// <value>Default machine name, process id and a random part; 1 to 100 characters.</value>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string Owner { get; set; } = $"{Shortened(Environment.MachineName)}/{Environment.ProcessId}/{RandomPart()}";

    /// <summary>How long a run may take; then it is stopped, and another process may begin.</summary>
    /// <value>Default 5 minutes; 5 seconds to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often this process looks for due jobs.</summary>
    /// <value>Default 5 seconds; 0.05 seconds to 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a job may stay due before it counts as run by nobody.</summary>
    /// <value>Default 5 minutes; 1 second to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many runs in a row may fail before people are told.</summary>
    /// <value>Default 3; 1 to 1,000.</value>
    [Range(1, 1000)]
    public int FailingAfter { get; set; } = 3;

    private static string Shortened(string machine) => machine.Length <= 60 ? machine : machine[..60];

    private static string RandomPart() => System.Security.Cryptography.RandomNumberGenerator.GetHexString(8, lowercase: true);
}
