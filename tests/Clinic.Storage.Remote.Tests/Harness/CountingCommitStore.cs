using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Notes how many requests each commit took, and how it ended.</summary>
internal sealed class CountingCommitStore(ICommitStore inner, RemoteDatabase database) : ICommitStore
{
    public List<(string Name, long RoundTrips, bool Done)> Commits { get; } = [];

    public Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) =>
        inner.FindCommandAsync(tenant, command, cancellationToken);

    public StagedUnit Begin(CommandContext context, string commandName, Instant now) => inner.Begin(context, commandName, now);

    public async Task CommitAsync(StagedUnit unit, CommandRecord record, CancellationToken cancellationToken)
    {
        var before = database.Client.RoundTrips;
        var done = false;
        try
        {
            await inner.CommitAsync(unit, record, cancellationToken);
            done = true;
        }
        finally
        {
            Commits.Add((record.Name, database.Client.RoundTrips - before, done));
        }
    }

    public Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken) => inner.RecordRefusalAsync(refusal, cancellationToken);
}
