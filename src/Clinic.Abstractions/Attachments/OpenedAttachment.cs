namespace Clinic.Abstractions;

/// <summary>An attachment whose content was opened and proved unchanged.</summary>
public sealed class OpenedAttachment
{
    internal OpenedAttachment(Attachment attachment, ReadOnlyMemory<byte> bytes)
    {
        Attachment = attachment;
        Bytes = bytes;
    }

    /// <summary>What it is and who made it.</summary>
    public Attachment Attachment { get; }

    /// <summary>The clear content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The kind and id only.</summary>
    public override string ToString() => Attachment.ToString();
}
