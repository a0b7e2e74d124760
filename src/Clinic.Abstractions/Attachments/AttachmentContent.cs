namespace Clinic.Abstractions;

/// <summary>A photo, signature or document on its way to be sealed; never printed.</summary>
public sealed class AttachmentContent
{
    /// <summary>Holds content as it was sent; <see cref="Attachments.Stage"/> checks it.</summary>
    /// <param name="kind">What it shows.</param>
    /// <param name="mediaType">What it is said to be, such as <c>image/png</c>.</param>
    /// <param name="bytes">The clear content; must not be changed before the commit.</param>
    public AttachmentContent(AttachmentKind kind, string mediaType, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        Kind = kind;
        MediaType = mediaType;
        Bytes = bytes;
    }

    /// <summary>What it shows.</summary>
    public AttachmentKind Kind { get; }

    /// <summary>What it is said to be.</summary>
    public string MediaType { get; }

    /// <summary>The clear content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Adds kind, type and hash to the payload of a command that brings this content.</summary>
    public void Describe(IPayloadWriter payload)
    {
        payload.Write("attachmentKind", Kind.ToString());
        payload.Write("attachmentType", MediaType);
        payload.Write("attachmentSha256", AttachmentSeal.HashOf(Bytes.Span));
    }

    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.ToString();
}
