namespace Clinic.Abstractions.Conversations;

/// <summary>Keeps what people say to the clinic, with their consent only, and lets them take it back.</summary>
/// <remarks>Without consent nothing is written and the sentence is answered all the same. Words enter neither audit nor events.</remarks>
public sealed class ConversationLog(IUnitOfWork work, IConversationStore store, IIdGenerator ids)
{
    /// <summary>Keeps a sentence if its speaker consents at the instant of the commit.</summary>
    /// <param name="x">Who spoke; under a command id of its own.</param>
    /// <param name="utterance">What was said and answered.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The entry; null without consent.</returns>
    public async Task<ConversationId?> KeepAsync(CommandContext x, Utterance utterance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        Check(utterance);
        var person = x.Actor.Person;
        if (await store.ConsentAsync(x.Tenant, person, cancellationToken).ConfigureAwait(false) is not { IsGiven: true }) return null;
        var answer = await work.RunAsync(x, new KeepConversation(utterance.Session), async (unit, ct) =>
        {
            // Read again: who withdrew a moment ago is not overheard, and the commit fails if they withdraw meanwhile.
            if (await store.ConsentAsync(x.Tenant, person, ct).ConfigureAwait(false) is not { IsGiven: true } consent) return new KeptConversation(null);
            unit.Require(ConversationConsent.Fact(person), consent.Version);
            var entry = Entry(unit, utterance, consent);
            store.Add(unit, entry);
            unit.Audit("conversation.kept", ConversationEntry.Fact(entry.Id));
            return new KeptConversation(entry.Id);
        }, cancellationToken).ConfigureAwait(false);
        return answer.Entry;
    }

    /// <summary>Gives or withdraws one's own consent; the same decision again changes nothing.</summary>
    /// <remarks>What was kept until then stays until its time is over or <see cref="PurgeOwnAsync"/>.</remarks>
    /// <exception cref="ClinicRuleException">The decision was changed since it was read.</exception>
    public Task<ConversationAnswer> DecideAsync(CommandContext x, DecideConsent command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, async (unit, ct) =>
        {
            var person = x.Actor.Person;
            var present = await store.ConsentAsync(x.Tenant, person, ct).ConfigureAwait(false);
            var version = present?.Version ?? 0;
            if (command.Version != version)
                throw new ClinicRuleException(ClinicRules.StaleVersion, ("kind", "consent"), ("asked", command.Version), ("found", version));
            if ((present?.IsGiven ?? false) == command.IsGiven) return new(version, 0);
            store.Add(unit, new ConversationConsent(person, command.IsGiven, unit.Now, version + 1));
            unit.Audit(command.IsGiven ? "conversation.consent-given" : "conversation.consent-withdrawn", ConversationConsent.Fact(person));
            return new ConversationAnswer(version + 1, 0);
        }, cancellationToken);
    }

    /// <summary>Removes everything that was kept of what the actor said, whatever they consent to now.</summary>
    public Task<ConversationAnswer> PurgeOwnAsync(CommandContext x, PurgeOwnConversations command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return work.RunAsync(x, command, async (unit, ct) =>
        {
            var person = x.Actor.Person;
            var counts = await store.CountAsync(x.Tenant, new(person), ct).ConfigureAwait(false);
            var consent = await store.ConsentAsync(x.Tenant, person, ct).ConfigureAwait(false);
            var entries = counts.Sum(c => c.Entries);
            store.RemoveAll(unit, person);
            unit.Audit("conversation.purged-own", ConversationConsent.Fact(person), FormattableString.Invariant($"entries {entries}"));
            return new ConversationAnswer(consent?.Version ?? 0, entries);
        }, cancellationToken);
    }

    private ConversationEntry Entry(IUnit unit, Utterance said, ConversationConsent consent) => new()
    {
        Id = ids.Next<ConversationId>(),
        Session = said.Session,
        Person = consent.Person,
        Consent = consent.Version,
        Domain = said.Domain,
        Said = ConversationText.Kept(said.Said),
        Answered = ConversationText.Kept(said.Answered),
        Intent = said.Intent,
        Outcome = said.Outcome,
        Confidence = decimal.Round(said.Confidence, 3, MidpointRounding.AwayFromZero),
        Took = ConversationText.Microseconds(said.Took),
        At = unit.Now,
        Command = said.Command,
    };

    private static void Check(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        if (utterance.Session == Guid.Empty) throw new ArgumentException("A session must be given.", nameof(utterance));
        ArgumentException.ThrowIfNullOrWhiteSpace(utterance.Outcome);
        ArgumentOutOfRangeException.ThrowIfLessThan(utterance.Confidence, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utterance.Confidence, 1m);
    }

    // The words stay out of the hash and out of the stored answer.
    private sealed record KeepConversation(Guid Session) : ICommand<KeptConversation>
    {
        public string Name => "clinic.keep-conversation";

        public void Describe(IPayloadWriter payload) => payload.Write("session", ClinicId.Text(Session));
    }

    private sealed record KeptConversation(ConversationId? Entry);
}
