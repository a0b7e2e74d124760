namespace Clinic.Abstractions;

/// <summary>What one run of a job did.</summary>
/// <param name="Done">Things done.</param>
/// <param name="Failed">Things tried that failed and stay for the next run.</param>
/// <param name="Error">The kind of the first failure, without content; null when all went well.</param>
public sealed record JobReport(int Done, int Failed = 0, string? Error = null)
{
    /// <summary>Nothing was due.</summary>
    public static JobReport Nothing { get; } = new(0);
}
