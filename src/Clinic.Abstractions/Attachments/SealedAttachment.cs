namespace Clinic.Abstractions;

/// <summary>An attachment as a store keeps it: what is known of it, and the encrypted content.</summary>
public sealed class SealedAttachment
{
    /// <summary>An attachment with its sealed bytes.</summary>
    public SealedAttachment(Attachment attachment, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        Attachment = attachment;
        Content = content;
    }

    /// <summary>What is known without opening it.</summary>
    public Attachment Attachment { get; }

    /// <summary>Nonce of 12 bytes, ciphertext, tag of 16 bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The kind and id only.</summary>
    public override string ToString() => Attachment.ToString();
}
