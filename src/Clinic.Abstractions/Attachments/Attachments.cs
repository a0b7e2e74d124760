using System.Globalization;

namespace Clinic.Abstractions;

/// <summary>Seals photos, drawn signatures and documents into a command's commit, and opens them again.</summary>
/// <remarks>Who may attach or look is the rule of the domain that calls.</remarks>
public sealed class Attachments
{
    private readonly IAttachmentStore store;
    private readonly AttachmentKeyRing keys;
    private readonly IIdGenerator ids;
    private readonly int largest;

    /// <summary>Attachments of a store, sealed under the active key of a ring.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit of the options is not 1 byte to 10 MiB.</exception>
    public Attachments(IAttachmentStore store, AttachmentKeyRing keys, IIdGenerator ids, AttachmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        this.store = store;
        this.keys = keys;
        this.ids = ids;
        largest = (options ?? new AttachmentOptions()).LargestBytes;
        ArgumentOutOfRangeException.ThrowIfNotEqual(largest is >= 1 and <= AttachmentOptions.HighestLimit, true, nameof(AttachmentOptions.LargestBytes));
    }

    /// <summary>Checks and seals content, and stages it with an audit entry about its subject.</summary>
    /// <param name="unit">The unit of the command that brings it.</param>
    /// <param name="subject">What it belongs to.</param>
    /// <param name="content">The clear content.</param>
    /// <exception cref="ClinicRuleException">Kind, media type or size are not allowed, or the content is of another type than declared.</exception>
    public Attachment Stage(IUnit unit, FactKey subject, AttachmentContent content)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject.Kind);
        ArgumentNullException.ThrowIfNull(content);
        var mediaType = AttachmentCheck.Checked(content, largest);
        var attachment = new Attachment(
            ids.Next<AttachmentId>(), subject, content.Kind, mediaType, content.Bytes.Length, AttachmentSeal.HashOf(content.Bytes.Span),
            keys.ActiveId, unit.Now, unit.Context.Actor.Person);
        var whole = AttachmentSeal.Seal(unit.Context.Tenant, attachment, content.Bytes.Span, keys.Find(keys.ActiveId)!);
        store.Add(unit, new SealedAttachment(attachment, whole));
        unit.Audit("attachment.added", subject, string.Create(
            CultureInfo.InvariantCulture, $"{attachment}, {mediaType}, {attachment.Length} bytes, SHA-256 {attachment.Sha256}"));
        return attachment;
    }

    /// <summary>Opens an attachment and proves that content and description are what was sealed.</summary>
    /// <exception cref="ClinicRuleException">It is unknown, its key is not configured, or it was changed.</exception>
    public async Task<OpenedAttachment> OpenAsync(TenantId tenant, AttachmentId attachment, CancellationToken cancellationToken = default)
    {
        var stored = await store.FindAsync(tenant, attachment, cancellationToken).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.AttachmentUnknown, ("attachment", attachment));
        var keyId = stored.Attachment.KeyId;
        var key = keys.Find(keyId)
            ?? throw new ClinicRuleException(ClinicRules.AttachmentKeyMissing, ("attachment", attachment), ("key", keyId));
        var content = AttachmentSeal.Open(tenant, stored, key)
            ?? throw new ClinicRuleException(ClinicRules.AttachmentNotGenuine, ("attachment", attachment), ("key", keyId));
        return new(stored.Attachment, content);
    }
}
