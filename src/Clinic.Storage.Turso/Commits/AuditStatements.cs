using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Audit entries as rows.</summary>
internal static class AuditStatements
{
    public const string Columns =
        "id, site_id, at, actor_id, source, command_id, command_name, action, subject_kind, subject_id, outcome, codes, note, " +
        "session, method, endpoint, request_hash, response_hash, source_refs";

    // The position is given while the write lock is held: entries are counted in the order of their commits, without gaps.
    private const string Insert = $"""
        INSERT INTO audit_log (tenant_id, {Columns}, position)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
            1 + coalesce((SELECT max(position) FROM audit_log WHERE tenant_id = ?1), 0))
        """;

    public static Step Of(AuditEntry e) => new(
        Insert,
        [
            e.Tenant.Value, e.Id, e.Site.Value, e.At, e.Actor.Value, e.Source, e.Command.Value, e.CommandName, e.Action,
            e.Subject?.Kind, e.Subject?.Id, SqlValue.Of(e.Outcome), JsonSerializer.Serialize(e.Codes), Utf16.Repaired(e.Note),
            e.Request?.Session, e.Request?.Method, e.Request?.Endpoint, e.RequestHash, e.ResponseHash,
            e.References is { } references ? JsonSerializer.Serialize(references) : null,
        ],
        Guard.OneRow(new FactKey("audit", e.Id)));

    public static AuditEntry Read(TenantId tenant, Row r) => new(
        r.Uuid(0), tenant, r.Id<SiteId>(1), r.Instant(2), r.Id<PersonId>(3), r.Text(4), r.Id<CommandId>(5), r.Text(6), r.Text(7),
        r.IsNull(8) ? null : new FactKey(r.Text(8), r.Uuid(9)), r.Enum<AuditOutcome>(10),
        JsonSerializer.Deserialize<string[]>(r.Text(11)) ?? [], r.TextOrNull(12))
    {
        Request = r.IsNull(14) ? null : new RequestScope(r.TextOrNull(13), r.Text(14), r.TextOrNull(15) ?? ""),
        RequestHash = r.TextOrNull(16),
        ResponseHash = r.TextOrNull(17),
        References = r.IsNull(18) ? null : JsonSerializer.Deserialize<string[]>(r.Text(18)) ?? [],
    };
}
