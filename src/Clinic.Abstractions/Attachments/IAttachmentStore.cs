namespace Clinic.Abstractions;

/// <summary>Keeps sealed attachments; nothing in it is ever changed or removed.</summary>
public interface IAttachmentStore
{
    /// <summary>Stages a new attachment; its id must be new at the commit.</summary>
    void Add(IUnit unit, SealedAttachment attachment);

    /// <summary>An attachment with its sealed bytes, or null.</summary>
    Task<SealedAttachment?> FindAsync(TenantId tenant, AttachmentId attachment, CancellationToken cancellationToken);

    /// <summary>The attachments of a subject without their bytes, oldest first, those of one instant by id.</summary>
    Task<IReadOnlyList<Attachment>> ListAsync(TenantId tenant, FactKey subject, CancellationToken cancellationToken);
}
