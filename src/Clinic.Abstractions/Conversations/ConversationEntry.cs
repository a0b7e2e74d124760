using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>One sentence with its answer, kept because its speaker consented.</summary>
public sealed record ConversationEntry
{
    /// <summary>The id.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>The utterance: the same while asking, choosing and confirming.</summary>
    public required Guid Session { get; init; }

    /// <summary>Who spoke.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The version of the speaker's consent that it is kept under.</summary>
    public required long Consent { get; init; }

    /// <summary>Whose commands it was about.</summary>
    public required ConversationDomain Domain { get; init; }

    /// <summary>The sentence in the speaker's words; may name patients.</summary>
    public required string Said { get; init; }

    /// <summary>What was read back or asked; may name patients.</summary>
    public required string Answered { get; init; }

    /// <summary>The command that was meant, such as <c>handOver</c> or <c>pause</c>; null when none was understood.</summary>
    public required string? Intent { get; init; }

    /// <summary>What the sentence gave, such as <c>understood</c> or <c>ambiguous</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>How certain the understanding was, 0 to 1.</summary>
    public required decimal Confidence { get; init; }

    /// <summary>How long the understanding took, to the microsecond.</summary>
    public required Duration Took { get; init; }

    /// <summary>When it was said.</summary>
    public required Instant At { get; init; }

    /// <summary>The id under which the command was to be sent; null when there was none.</summary>
    public CommandId? Command { get; init; }

    /// <summary>The entry as a fact, for the audit.</summary>
    public static FactKey Fact(ConversationId id) => new("core.conversation", id.Value);

    /// <summary>The id only; the words may name patients.</summary>
    public override string ToString() => Id.ToString();
}
