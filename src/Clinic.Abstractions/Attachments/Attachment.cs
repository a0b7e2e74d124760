using NodaTime;

namespace Clinic.Abstractions;

/// <summary>What is known of an attachment without opening it; never changed after it was made.</summary>
/// <param name="Id">The id.</param>
/// <param name="Subject">What it belongs to, such as a dispensation.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="MediaType">The media type in lower case, proved by the content.</param>
/// <param name="Length">Bytes of the clear content.</param>
/// <param name="Sha256">SHA-256 of the clear content, 64 lower-case hex digits.</param>
/// <param name="KeyId">The key of the ring under which the content is sealed.</param>
/// <param name="MadeAt">When, to the microsecond.</param>
/// <param name="MadeBy">By whom.</param>
public sealed record Attachment(
    AttachmentId Id, FactKey Subject, AttachmentKind Kind, string MediaType, int Length, string Sha256, string KeyId, Instant MadeAt, PersonId MadeBy)
{
    /// <summary>The kind and id only.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
