using NodaTime;

namespace Clinic.Abstractions;

/// <summary>When a job last ran for a tenant, how long, what it did and what failed.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Name">The job.</param>
/// <param name="LastStarted">When the last run began; null before the first.</param>
/// <param name="LastTook">How long it ran; null while it runs or before the first.</param>
/// <param name="LastReport">What it did; null while it runs or before the first.</param>
/// <param name="NextDue">When the next run is due.</param>
/// <param name="Runs">Runs so far.</param>
/// <param name="Failures">Runs in a row that failed in whole or in part.</param>
/// <param name="Owner">The process that runs it or ran it last; null where that was not written down.</param>
public sealed record JobState(
    TenantId Tenant, string Name, Instant? LastStarted, Duration? LastTook, JobReport? LastReport, Instant NextDue, long Runs, int Failures, string? Owner = null);
