using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Tests.Kit;

/// <summary>A process that dies before or after its n-th commit; dead, it commits nothing more until it is started again.</summary>
internal sealed class CrashingCommits(ICommitStore inner) : ICommitStore
{
    public int? DiesAt { get; set; }

    public bool After { get; set; }

    public bool IsDead { get; private set; }

    public int Commits { get; private set; }

    public void Restart() => (IsDead, DiesAt, Commits) = (false, null, 0);

    public Task<CommandRecord?> FindCommandAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken) => inner.FindCommandAsync(tenant, command, cancellationToken);

    public StagedUnit Begin(CommandContext context, string commandName, Instant now) => inner.Begin(context, commandName, now);

    public async Task CommitAsync(StagedUnit unit, CommandRecord record, CancellationToken cancellationToken)
    {
        var dies = ++Commits == DiesAt;
        if (IsDead || (dies && !After)) throw Death();
        await inner.CommitAsync(unit, record, cancellationToken);
        if (dies) throw Death();
    }

    public Task RecordRefusalAsync(AuditEntry refusal, CancellationToken cancellationToken) => inner.RecordRefusalAsync(refusal, cancellationToken);

    private InvalidOperationException Death()
    {
        IsDead = true;
        return new("The process died.");
    }
}
