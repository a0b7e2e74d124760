namespace Clinic.Bridges.Mail;

/// <summary>A short plain-text mail about one event.</summary>
/// <param name="Id">The event's id; the Message-Id follows from it, so that a repeat is known as one.</param>
/// <param name="From">The sender's address.</param>
/// <param name="To">The recipients' addresses, at least one.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The text; it says when the event happened.</param>
public sealed record OutgoingMail(Guid Id, string From, IReadOnlyList<string> To, string Subject, string Text)
{
    /// <summary>The id only; addresses and text stay out of logs.</summary>
    public override string ToString() => Id.ToString("D");
}
