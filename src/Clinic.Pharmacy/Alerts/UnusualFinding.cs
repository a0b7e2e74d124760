namespace Clinic.Pharmacy.Alerts;

/// <summary>How far a day is from the usual.</summary>
/// <param name="Value">What the day used.</param>
/// <param name="Median">The median of the sample.</param>
/// <param name="Spread">The median distance from it, not below the floor.</param>
/// <param name="Score">Distance in spreads, scaled like standard deviations; negative for less than usual.</param>
public sealed record UnusualFinding(decimal Value, decimal Median, decimal Spread, decimal Score);
