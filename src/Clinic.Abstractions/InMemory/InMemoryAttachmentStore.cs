namespace Clinic.Abstractions.InMemory;

/// <summary>Sealed attachments in memory.</summary>
public sealed class InMemoryAttachmentStore(InMemoryCoordinator coordinator) : IAttachmentStore
{
    private readonly Dictionary<(TenantId Tenant, AttachmentId Id), SealedAttachment> attachments = [];

    /// <inheritdoc/>
    public void Add(IUnit unit, SealedAttachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var id = attachment.Attachment.Id;
        var kept = new SealedAttachment(attachment.Attachment, attachment.Content.ToArray());
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c => c.AddUnique(attachments, (tenant, id), kept, new FactKey("core.attachment", id.Value)));
    }

    /// <inheritdoc/>
    public Task<SealedAttachment?> FindAsync(TenantId tenant, AttachmentId attachment, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => attachments.GetValueOrDefault((tenant, attachment))));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Attachment>> ListAsync(TenantId tenant, FactKey subject, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read<IReadOnlyList<Attachment>>(() =>
        [
            .. attachments.Where(a => a.Key.Tenant == tenant).Select(a => a.Value.Attachment).Where(a => a.Subject == subject)
                .OrderBy(a => a.MadeAt).ThenBy(a => a.Id.ToString(), StringComparer.Ordinal),
        ]));
}
