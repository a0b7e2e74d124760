namespace Clinic.Dispensing.Patterns;

/// <summary>A group's part of the deliveries that can fairly be compared with each other.</summary>
/// <param name="Ward">Department and drug.</param>
/// <param name="Group">The number of the shift or person.</param>
/// <param name="Sums">The group's part.</param>
/// <param name="All">The whole stratum.</param>
internal readonly record struct LossStratum(LossWard Ward, int Group, ClassSums Sums, ClassSums All);
