using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>What was just said and answered, before it is known whether it may be kept.</summary>
/// <param name="Session">The utterance it belongs to.</param>
/// <param name="Domain">Whose commands it was about.</param>
/// <param name="Said">The sentence.</param>
/// <param name="Answered">What was read back or asked.</param>
/// <param name="Intent">The command that was meant, or null.</param>
/// <param name="Outcome">What it gave.</param>
/// <param name="Confidence">How certain that is, 0 to 1.</param>
/// <param name="Took">How long understanding took.</param>
/// <param name="Command">The id under which the command is to be sent, or null.</param>
public sealed record Utterance(
    Guid Session, ConversationDomain Domain, string Said, string Answered, string? Intent, string Outcome, decimal Confidence, Duration Took, CommandId? Command)
{
    /// <summary>The longest text that is kept of a sentence or an answer; the rest is cut.</summary>
    public const int LongestText = 4_000;

    /// <summary>The session only; the words may name patients.</summary>
    public override string ToString() => Session.ToString("D");
}
