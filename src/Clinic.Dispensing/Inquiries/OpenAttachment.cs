using Clinic.Abstractions;

namespace Clinic.Dispensing.Inquiries;

/// <summary>Looks at a signature, photo or paper of a dispensation; a command, since every look is in the audit.</summary>
public sealed record OpenAttachment : DispensationCommand<AttachmentId>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.open-attachment";

    /// <summary>The attachment, of one of its hand-overs or tickets.</summary>
    public required AttachmentId Attachment { get; init; }
}
