using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Bridges.Jobs;

/// <summary>Lets people run a job before its time. Roles: administrator, supervisor.</summary>
public sealed class JobDesk(IEnumerable<IClinicJob> jobs, IJobStore store, IUnitOfWork work, IClock clock)
{
    private static readonly Role[] Allowed = [Role.Administrator, Role.Supervisor];

    /// <summary>The roles of which one is needed.</summary>
    public static IReadOnlyList<Role> Roles => Allowed;

    /// <summary>Makes a job due now.</summary>
    /// <returns>False when it runs at this moment, so that nothing had to be done.</returns>
    /// <exception cref="ClinicRuleException">The role is missing, or no job of this name is registered.</exception>
    public async Task<bool> RunNowAsync(CommandContext x, RunJobNow command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        var name = await work.RunAsync(x, command, (unit, _) => Task.FromResult(Note(unit, command)), cancellationToken).ConfigureAwait(false);
        return await store.MakeDueAsync(x.Tenant, name, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
    }

    private string Note(IUnit unit, RunJobNow command)
    {
        var failures = new List<RuleFailure>();
        if (!unit.Context.Actor.HasAny(Allowed))
            failures.Add(new(ClinicRules.RoleMissing, ("action", "RunJob"), ("allowed", string.Join(", ", Allowed)), ("found", unit.Context.Actor.RolesText())));
        var job = jobs.FirstOrDefault(j => j.Name == command.Job);
        if (job is null) failures.Add(new(ClinicRules.JobUnknown, ("job", command.Job.Length > 100 ? $"{command.Job.Length} characters" : command.Job)));
        if (failures.Count > 0) throw new ClinicRuleException(failures);
        unit.Audit("job.run-now", new("core.site", unit.Context.Site.Value), job!.Name);
        return job.Name;
    }
}
