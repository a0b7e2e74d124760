namespace Clinic.Abstractions.Conversations;

/// <summary>How many sentences of one kind are kept; figures without words.</summary>
/// <param name="Person">The speaker.</param>
/// <param name="Domain">Whose commands they were about.</param>
/// <param name="Outcome">What they gave.</param>
/// <param name="Entries">How many.</param>
/// <param name="Confidence">Their mean certainty, 0 to 1, to three decimals.</param>
public sealed record ConversationCount(PersonId Person, ConversationDomain Domain, string Outcome, long Entries, decimal Confidence);
