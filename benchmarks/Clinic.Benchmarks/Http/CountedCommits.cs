using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Benchmarks.Http;

/// <summary>Notes in the tally of the request what each attempt to commit took.</summary>
internal sealed class CountedCommits(ICommitStore inner) : ICommitStore
{
    public Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) =>
        inner.FindCommandAsync(tenant, command, cancellationToken);

    public StagedUnit Begin(CommandContext context, string commandName, Instant now) => inner.Begin(context, commandName, now);

    public async Task CommitAsync(StagedUnit unit, CommandRecord record, CancellationToken cancellationToken)
    {
        var tally = Trips.Current;
        var before = tally?.RoundTrips ?? 0;
        try
        {
            await inner.CommitAsync(unit, record, cancellationToken);
        }
        finally
        {
            if (tally is not null)
            {
                tally.Commits++;
                tally.RoundTripsOfCommits += tally.RoundTrips - before;
            }
        }
    }

    public Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken) => inner.RecordRefusalAsync(refusal, cancellationToken);
}
