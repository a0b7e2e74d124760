using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Clock;

/// <summary>Looks for passed deadlines of one kind and deals with each in a commit of its own.</summary>
public abstract class DeadlineJob : IClinicJob
{
    private const int PerRun = 500;

    private readonly IDispensationStore dispensations;
    private readonly Deadlines deadlines;
    private readonly IClock clock;
    private readonly IIdGenerator ids;
    private readonly DeadlineKind kind;

    private protected DeadlineJob(DeadlineKind kind, IDispensationStore dispensations, Deadlines deadlines, IClock clock, IIdGenerator ids)
    {
        this.kind = kind;
        this.dispensations = dispensations;
        this.deadlines = deadlines;
        this.clock = clock;
        this.ids = ids;
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual Duration Every => Duration.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant().TruncateToMicroseconds();
        var due = await dispensations.DueAsync(tenant, kind, now, PerRun, cancellationToken).ConfigureAwait(false);
        var (done, failed) = (0, 0);
        foreach (var id in due)
        {
            // Somebody may have dealt with it since, or it may be refused for a while: the others go on.
            if (await dispensations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is not { } dispensation) continue;
            var x = new CommandContext(tenant, dispensation.Site, Actor.System, "job", ids.Next<CommandId>());
            try
            {
                await deadlines.PassAsync(x, new() { Dispensation = id, Kind = kind }, cancellationToken).ConfigureAwait(false);
                done++;
            }
            catch (Exception e) when (e is IRuleViolation)
            {
                failed++;
            }
        }

        return due.Count == 0 ? JobReport.Nothing : new JobReport(done, failed);
    }
}
