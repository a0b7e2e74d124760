using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Bridges.Jobs;

/// <summary>A registered job with its last run, and whether nobody runs it.</summary>
/// <param name="Name">The job.</param>
/// <param name="Every">How long after a run the next one is due.</param>
/// <param name="State">Its runs so far; null before the first.</param>
/// <param name="IsLate">Whether it has been due for too long.</param>
/// <param name="IsFailing">Whether its last runs failed, several in a row.</param>
public sealed record JobStanding(string Name, Duration Every, JobState? State, bool IsLate, bool IsFailing);
