using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>Removes what was kept longer than the options say, a bounded number at a time.</summary>
public sealed class ConversationPurgeJob(
    IUnitOfWork work, IConversationStore store, ConversationOptions options, IClock clock, IIdGenerator ids) : IClinicJob
{
    /// <inheritdoc/>
    public string Name => "clinic.conversation-purge";

    /// <inheritdoc/>
    public Duration Every => Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var over = clock.GetCurrentInstant().TruncateToMicroseconds() - options.KeepFor;
        var old = await store.OldestAsync(tenant, over, options.PurgeAtOnce, cancellationToken).ConfigureAwait(false);
        if (old.Count == 0) return JobReport.Nothing;
        var x = new CommandContext(tenant, new SiteId(tenant.Value), Actor.System, "worker", ids.Next<CommandId>());
        await work.RunAsync(x, new PurgeConversations(), (unit, _) =>
        {
            store.Remove(unit, old);
            unit.Audit("conversation.purged", new FactKey("core.conversations", tenant.Value), FormattableString.Invariant($"entries {old.Count}"));
            return Task.FromResult(old.Count);
        }, cancellationToken).ConfigureAwait(false);
        return new(old.Count);
    }

    private sealed record PurgeConversations : ICommand<int>
    {
        public string Name => "clinic.purge-conversations";

        public void Describe(IPayloadWriter payload) => payload.Write("what", "conversations");
    }
}
