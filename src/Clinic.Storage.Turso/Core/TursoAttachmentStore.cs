using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Sealed attachments; a trigger keeps them from being changed or removed.</summary>
internal sealed class TursoAttachmentStore(ClinicDatabase source) : IAttachmentStore
{
    private const string Columns = "id, subject_kind, subject_id, kind, media_type, length, sha256, key_id, made_at, made_by";

    private const string Insert =
        $"INSERT INTO attachments (tenant_id, {Columns}, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

    private const string Find = $"SELECT {Columns}, content FROM attachments WHERE tenant_id = ?1 AND id = ?2";

    private const string List = $"""
        SELECT {Columns} FROM attachments
        WHERE tenant_id = ?1 AND subject_kind = ?2 AND subject_id = ?3
        ORDER BY made_at, id
        """;

    /// <inheritdoc/>
    public void Add(IUnit unit, SealedAttachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var mine = TursoUnit.Of(unit);
        var a = attachment.Attachment;
        mine.Add(
            Insert, Guard.OneRow(CoreSet.Fact(a.Id)),
            mine.Tenant, a.Id.Value, a.Subject.Kind, a.Subject.Id, SqlValue.Of(a.Kind), a.MediaType, a.Length, a.Sha256, a.KeyId,
            a.MadeAt, a.MadeBy.Value, SqlValue.Of(attachment.Content));
    }

    /// <inheritdoc/>
    public Task<SealedAttachment?> FindAsync(TenantId tenant, AttachmentId attachment, CancellationToken cancellationToken) =>
        source.FindAsync(Find, [tenant.Value, attachment.Value], r => new SealedAttachment(Read(r), r.Blob(10)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attachment>> ListAsync(TenantId tenant, FactKey subject, CancellationToken cancellationToken) =>
        await source.ListAsync(List, [tenant.Value, subject.Kind, subject.Id], Read, cancellationToken).ConfigureAwait(false);

    private static Attachment Read(Row r) => new(
        r.Id<AttachmentId>(0), new FactKey(r.Text(1), r.Uuid(2)), r.Enum<AttachmentKind>(3), r.Text(4), r.Int(5), r.Text(6), r.Text(7),
        r.Instant(8), r.Id<PersonId>(9));
}
