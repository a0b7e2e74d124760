namespace Clinic.Abstractions;

/// <summary>What an attachment shows.</summary>
public enum AttachmentKind
{
    /// <summary>A photo, such as of the recipient or of what was handed over.</summary>
    Photo,

    /// <summary>A signature drawn with finger, pen or mouse.</summary>
    DrawnSignature,

    /// <summary>A scanned or printed paper.</summary>
    Document,
}
