using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Tickets;

/// <summary>What somebody knows about a ticket; appended, never changed.</summary>
/// <param name="By">Who says it.</param>
/// <param name="At">When.</param>
/// <param name="Text">What, in words; 1 to 1,000 characters.</param>
/// <param name="Attachment">The id of a photo or document, or null.</param>
public sealed record Evidence(PersonId By, Instant At, string Text, AttachmentId? Attachment = null)
{
    /// <summary>The instant only; the text may be private.</summary>
    public override string ToString() => $"at {At}";
}
