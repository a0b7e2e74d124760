using Clinic.Abstractions;
using Clinic.Bridges.Jobs;
using NodaTime;

namespace Clinic.Api.Administration;

/// <summary>A site.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Zone">The zone in which days begin and end here.</param>
/// <param name="Currency">The currency of costs here.</param>
public sealed record SiteResponse(SiteId Id, string Name, string Zone, Currency Currency)
{
    internal static SiteResponse Of(Site s) => new(s.Id, s.Name, s.Zone.Id, s.Currency);
}

/// <summary>A person.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name for people.</param>
/// <param name="SignInName">The name typed at sign-in.</param>
/// <param name="Roles">The roles held.</param>
/// <param name="Departments">The departments belonged to.</param>
/// <param name="IsRetired">Whether the person no longer acts.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record PersonResponse(
    PersonId Id, string Name, string SignInName, IReadOnlyList<Role> Roles, IReadOnlyList<DepartmentId> Departments, bool IsRetired, long Version)
{
    internal static PersonResponse Of(Person p) =>
        new(p.Id, p.Name, p.SignInName, [.. p.Roles.Order()], [.. p.Departments.OrderBy(d => d.ToString(), StringComparer.Ordinal)], p.IsRetired, p.Version);
}

/// <summary>Who is signed in.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Person">The person.</param>
/// <param name="Sites">The sites of the clinic.</param>
public sealed record MeResponse(TenantId Tenant, PersonResponse Person, IReadOnlyList<SiteResponse> Sites);

/// <summary>How a job stands.</summary>
/// <param name="Name">The job.</param>
/// <param name="Every">How long after a run the next one is due.</param>
/// <param name="IsLate">Whether nobody runs it.</param>
/// <param name="IsFailing">Whether its last runs failed, several in a row.</param>
/// <param name="LastStarted">When the last run began; null before the first.</param>
/// <param name="LastTook">How long it ran; null while it runs.</param>
/// <param name="Done">Things it did.</param>
/// <param name="Failed">Things that failed.</param>
/// <param name="Error">The kind of the first failure, or null.</param>
/// <param name="NextDue">When the next run is due.</param>
/// <param name="Runs">Runs so far.</param>
/// <param name="Failures">Runs in a row that failed in whole or in part.</param>
/// <param name="RunBy">The process that runs it or ran it last; null before the first.</param>
public sealed record JobResponse(
    string Name, Duration Every, bool IsLate, bool IsFailing, Instant? LastStarted, Duration? LastTook, int? Done, int? Failed, string? Error, Instant? NextDue, long Runs, int Failures,
    string? RunBy)
{
    internal static JobResponse Of(JobStanding j) => new(
        j.Name, j.Every, j.IsLate, j.IsFailing, j.State?.LastStarted, j.State?.LastTook, j.State?.LastReport?.Done, j.State?.LastReport?.Failed, j.State?.LastReport?.Error,
        j.State?.NextDue, j.State?.Runs ?? 0, j.State?.Failures ?? 0, j.State?.Owner);
}

/// <summary>The jobs and the events that wait for delivery.</summary>
/// <param name="Jobs">Every registered job.</param>
/// <param name="Outbox">How full the outbox is.</param>
public sealed record JobsResponse(IReadOnlyList<JobResponse> Jobs, OutboxDepth Outbox);

/// <summary>A permanent code with its sentences.</summary>
/// <param name="Code">The code.</param>
/// <param name="Status">The usual HTTP status.</param>
/// <param name="English">The sentence in English, with places for facts.</param>
/// <param name="Spanish">The sentence in Spanish.</param>
public sealed record ErrorResponse(string Code, int Status, string English, string Spanish);

/// <summary>What became of the wish to run a job now.</summary>
/// <param name="Job">The job.</param>
/// <param name="IsDue">Whether it is due now; false when it runs at this moment.</param>
public sealed record RunJobResponse(string Job, bool IsDue);
