using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>Keeps consents, which are never changed, and the words said under them, which go when their time is over.</summary>
/// <remarks>
/// A consent is staged at its version and must follow the one before it; entries with a new id only. Removing what is not there does nothing.
/// Entries are listed by instant and id, oldest first; the mark of a page is opaque.
/// </remarks>
public interface IConversationStore
{
    /// <summary>The present decision of a person, or null when they never decided.</summary>
    Task<ConversationConsent?> ConsentAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken);

    /// <summary>Every decision of a person, oldest first.</summary>
    Task<IReadOnlyList<ConversationConsent>> ConsentsAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken);

    /// <summary>Entries with their words, a page at a time.</summary>
    Task<Page<ConversationEntry>> ListAsync(TenantId tenant, ConversationFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Figures per person, domain and outcome, in that order.</summary>
    Task<IReadOnlyList<ConversationCount>> CountAsync(TenantId tenant, ConversationFilter filter, CancellationToken cancellationToken);

    /// <summary>The ids of the oldest entries said at or before an instant, at most so many.</summary>
    Task<IReadOnlyList<ConversationId>> OldestAsync(TenantId tenant, Instant atOrBefore, int most, CancellationToken cancellationToken);

    /// <summary>Stages a decision; its version is one more than the present one.</summary>
    void Add(IUnit unit, ConversationConsent consent);

    /// <summary>Stages an entry.</summary>
    void Add(IUnit unit, ConversationEntry entry);

    /// <summary>Stages the end of entries.</summary>
    void Remove(IUnit unit, IReadOnlyList<ConversationId> entries);

    /// <summary>Stages the end of everything that a person said.</summary>
    void RemoveAll(IUnit unit, PersonId person);
}
