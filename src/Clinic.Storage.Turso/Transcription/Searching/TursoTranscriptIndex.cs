using Clinic.Abstractions;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;

namespace Clinic.Storage.Turso.Transcription.Searching;

/// <summary>The index of words in SQLite's full-text table; what a row stands for lies beside it.</summary>
internal sealed class TursoTranscriptIndex(ClinicDatabase source) : ITranscriptIndex
{
    // The full-text table comes first and gives its rows by rank, so that no more documents are looked up than a page needs.
    private const string Select = """
        SELECT d.kind, d.id, d.session_id FROM transcript_index f CROSS JOIN transcript_index_documents d ON d.doc = f.rowid
        WHERE d.tenant_id = ?1 AND f.transcript_index MATCH ?2
        """;

    private const string FindState = """
        SELECT s.form, s.removals, (SELECT count(*) FROM transcript_index_documents d WHERE d.tenant_id = ?1) FROM transcript_index_state s WHERE s.tenant_id = ?1
        """;

    private const string CountReplaced = """
        INSERT INTO transcript_index_state (tenant_id, form, removals)
        SELECT ?1, 0, (SELECT count(*) FROM transcript_index_documents d WHERE d.tenant_id = ?1 AND d.kind = ?2 AND d.id = ?3) WHERE true
        ON CONFLICT (tenant_id) DO UPDATE SET removals = removals + excluded.removals
        """;

    private const string DeleteOlderWords = """
        DELETE FROM transcript_index WHERE rowid = (SELECT d.doc FROM transcript_index_documents d WHERE d.tenant_id = ?1 AND d.kind = ?2 AND d.id = ?3 AND d.version <= ?4)
        """;

    private const string PutDocument = """
        INSERT INTO transcript_index_documents (tenant_id, kind, id, session_id, site_id, patient_id, physician_id, assistant_id, at, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (tenant_id, kind, id) DO UPDATE SET assistant_id = excluded.assistant_id, version = excluded.version WHERE excluded.version >= transcript_index_documents.version
        """;

    private const string InsertWords = """
        INSERT INTO transcript_index (rowid, words)
        SELECT d.doc, ?5 FROM transcript_index_documents d WHERE d.tenant_id = ?1 AND d.kind = ?2 AND d.id = ?3 AND d.version = ?4
        """;

    private const string CountRemoved = """
        INSERT INTO transcript_index_state (tenant_id, form, removals)
        SELECT ?1, 0, 1 FROM transcript_index_documents d WHERE d.tenant_id = ?1 AND d.kind = ?2 AND d.id = ?3
        ON CONFLICT (tenant_id) DO UPDATE SET removals = removals + 1
        """;

    private const string DeleteWords = """
        DELETE FROM transcript_index WHERE rowid = (SELECT d.doc FROM transcript_index_documents d WHERE d.tenant_id = ?1 AND d.kind = ?2 AND d.id = ?3)
        """;

    private const string DeleteDocument = "DELETE FROM transcript_index_documents WHERE tenant_id = ?1 AND kind = ?2 AND id = ?3";

    private const string CountAll = """
        INSERT INTO transcript_index_state (tenant_id, form, removals)
        SELECT ?1, 0, (SELECT count(*) FROM transcript_index_documents d WHERE d.tenant_id = ?1) WHERE true
        ON CONFLICT (tenant_id) DO UPDATE SET form = 0, removals = removals + excluded.removals
        """;

    private const string DeleteAllWords = "DELETE FROM transcript_index WHERE rowid IN (SELECT d.doc FROM transcript_index_documents d WHERE d.tenant_id = ?1)";

    private const string DeleteAllDocuments = "DELETE FROM transcript_index_documents WHERE tenant_id = ?1";

    private const string Mark = """
        INSERT INTO transcript_index_state (tenant_id, form, removals) VALUES (?1, ?2, 0) ON CONFLICT (tenant_id) DO UPDATE SET form = excluded.form
        """;

    // Merges everything into one segment, in which no word of a removed row is left.
    private const string Optimize = "INSERT INTO transcript_index (transcript_index) VALUES ('optimize')";

    private const string Swept = "UPDATE transcript_index_state SET removals = max(0, removals - ?2) WHERE tenant_id = ?1";

    /// <inheritdoc/>
    public bool IsElsewhere => source.Options.IsRemote;

    /// <inheritdoc/>
    public async Task<Page<IndexHit>> SearchAsync(TenantId tenant, IndexQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        if (!IndexMark.TryParse(page.After, out var skip)) return new([], null);
        var filter = new Filter(Select, tenant.Value, MatchText.Of(query.Expression));
        filter.And("d.site_id =", query.Site.Value);
        filter.Where("(d.physician_id = {0} OR d.assistant_id = {0})", query.Participant.Value);
        if (query.Kind is { } kind) filter.And("d.kind =", SqlValue.Of(kind));
        if (query.Patient is { } patient) filter.And("d.patient_id =", patient.Value);
        if (query.Physician is { } physician) filter.And("d.physician_id =", physician.Value);
        if (query.From is { } from) filter.And("d.at >=", from);
        if (query.Until is { } until) filter.And("d.at <", until);
        var (sql, values) = filter.End("ORDER BY f.rank", page.Size + 1);
        var found = await source.ListAsync(
            FormattableString.Invariant($"{sql} OFFSET ?{values.Length + 1}"), [.. values, skip],
            r => new IndexHit(new(r.Enum<IndexedKind>(0), r.Uuid(1)), r.Id<SessionId>(2)), cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, _ => IndexMark.Of(skip + page.Size));
    }

    /// <inheritdoc/>
    public Task<IndexState?> FindStateAsync(TenantId tenant, CancellationToken cancellationToken) =>
        source.FindAsync(FindState, [tenant.Value], r => new IndexState(r.Int(0), r.Long(1), r.Long(2)), cancellationToken);

    /// <inheritdoc/>
    public void Put(IUnit unit, IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (mine, d) = (TursoUnit.Of(unit), document);
        var (kind, id) = (SqlValue.Of(d.Key.Kind), d.Key.Id);
        mine.Add(CountReplaced, Guard.None, mine.Tenant, kind, id);
        mine.Add(DeleteOlderWords, Guard.None, mine.Tenant, kind, id, d.Version);
        mine.Add(
            PutDocument, Guard.None,
            mine.Tenant, kind, id, d.Session.Value, d.Site.Value, d.Patient.Value, d.Physician.Value, d.Assistant?.Value, d.At, d.Version);
        mine.Add(InsertWords, Guard.None, mine.Tenant, kind, id, d.Version, d.Words);
    }

    /// <inheritdoc/>
    public void Remove(IUnit unit, IndexKey key)
    {
        var (mine, kind) = (TursoUnit.Of(unit), SqlValue.Of(key.Kind));
        mine.Add(CountRemoved, Guard.None, mine.Tenant, kind, key.Id);
        mine.Add(DeleteWords, Guard.None, mine.Tenant, kind, key.Id);
        mine.Add(DeleteDocument, Guard.None, mine.Tenant, kind, key.Id);
    }

    /// <inheritdoc/>
    public void Clear(IUnit unit)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(CountAll, Guard.None, mine.Tenant);
        mine.Add(DeleteAllWords, Guard.None, mine.Tenant);
        mine.Add(DeleteAllDocuments, Guard.None, mine.Tenant);
    }

    /// <inheritdoc/>
    public void MarkBuilt(IUnit unit, int form)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Mark, Guard.None, mine.Tenant, form);
    }

    /// <inheritdoc/>
    public async Task SweepAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var state = await FindStateAsync(tenant, cancellationToken).ConfigureAwait(false);
        await source.WriteSurelyAsync(Optimize, [], cancellationToken).ConfigureAwait(false);
        // The log still has the pages as they were.
        if (await source.TruncateLogAsync(cancellationToken).ConfigureAwait(false) && state is { Removals: > 0 })
            await source.WriteSurelyAsync(Swept, [tenant.Value, state.Removals], cancellationToken).ConfigureAwait(false);
    }
}
