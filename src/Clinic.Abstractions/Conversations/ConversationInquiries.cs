using Clinic.Abstractions.Administration;

namespace Clinic.Abstractions.Conversations;

/// <summary>Looks into the log; every look at words is in the audit before anything is shown.</summary>
public sealed class ConversationInquiries(IUnitOfWork work, IConversationStore store)
{
    /// <summary>The actor's decisions, oldest first; the last one counts.</summary>
    public Task<IReadOnlyList<ConversationConsent>> ConsentsAsync(CommandContext x, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        return store.ConsentsAsync(x.Tenant, x.Actor.Person, cancellationToken);
    }

    /// <summary>What was kept of what the actor said, oldest first.</summary>
    public Task<Page<ConversationEntry>> OwnAsync(CommandContext x, PageRequest page, CancellationToken cancellationToken = default) =>
        LookAsync(x, "conversation.own-read", x?.Actor.Person ?? default, page, null, cancellationToken);

    /// <summary>A page of everything that was kept of what the actor said, to be taken along.</summary>
    public Task<Page<ConversationEntry>> ExportOwnAsync(CommandContext x, PageRequest page, CancellationToken cancellationToken = default) =>
        LookAsync(x, "conversation.own-exported", x?.Actor.Person ?? default, page, null, cancellationToken);

    /// <summary>What was kept of what another person said. Roles: <see cref="ConversationRights.Readers"/>.</summary>
    /// <exception cref="ClinicRuleException">The role is missing; that is audited too.</exception>
    public Task<Page<ConversationEntry>> OfAsync(CommandContext x, PersonId person, PageRequest page, CancellationToken cancellationToken = default) =>
        LookAsync(x, "conversation.read", person, page, ConversationRights.Readers, cancellationToken);

    /// <summary>Figures without words. Roles: <see cref="ConversationRights.Counters"/>.</summary>
    /// <exception cref="ClinicRuleException">The role is missing; that is audited too.</exception>
    public async Task<IReadOnlyList<ConversationCount>> CountAsync(CommandContext x, ConversationFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(filter);
        IReadOnlyList<ConversationCount> counts = [];
        await work.RunAsync(x, new LookAtConversations("conversation.counted"), async (unit, ct) =>
        {
            _ = AdministrationCheck.Of(unit, LookAtConversations.PermanentName, ConversationRights.Counters);
            counts = await store.CountAsync(x.Tenant, filter, ct).ConfigureAwait(false);
            return counts.Count;
        }, cancellationToken).ConfigureAwait(false);
        return counts;
    }

    private async Task<Page<ConversationEntry>> LookAsync(
        CommandContext x, string action, PersonId person, PageRequest page, IReadOnlyList<Role>? roles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(page);
        Page<ConversationEntry>? found = null;
        await work.RunAsync(x, new LookAtConversations(action), async (unit, ct) =>
        {
            if (roles is not null) _ = AdministrationCheck.Of(unit, LookAtConversations.PermanentName, roles);
            found = await store.ListAsync(x.Tenant, new(person), page, ct).ConfigureAwait(false);
            if (found.Items.Count > 0)
                unit.Audit(action, ConversationConsent.Fact(person), FormattableString.Invariant($"entries {found.Items.Count}"));
            return found.Items.Count;
        }, cancellationToken).ConfigureAwait(false);
        return found!;
    }

    private sealed record LookAtConversations(string Action) : ICommand<int>
    {
        public const string PermanentName = "clinic.look-at-conversations";

        public string Name => PermanentName;

        public void Describe(IPayloadWriter payload) => payload.Write("action", Action);
    }
}
