using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Storage.Turso.Transcription.Transcripts;

/// <summary>Encrypted transcripts with their corrections, read in one statement and so of one moment.</summary>
internal sealed class TursoTranscriptStore(ClinicDatabase source) : ITranscriptStore
{
    private const string Select = """
        SELECT 0, t.document, t.made_at, NULL FROM transcripts t WHERE t.tenant_id = ?1 AND t.session_id = ?2
        UNION ALL
        SELECT c.position, c.content, c.at, c.by_id FROM transcript_corrections c WHERE c.tenant_id = ?1 AND c.session_id = ?2
        ORDER BY 1
        """;

    private const string InsertCorrection = """
        INSERT INTO transcript_corrections (tenant_id, session_id, position, at, by_id, content)
        SELECT ?1, ?2, ?3, ?4, ?5, ?6
        WHERE ?3 = 1 + coalesce((SELECT max(o.position) FROM transcript_corrections o WHERE o.tenant_id = ?1 AND o.session_id = ?2), 0)
            AND EXISTS (SELECT 1 FROM transcripts t WHERE t.tenant_id = ?1 AND t.session_id = ?2)
        """;

    /// <inheritdoc/>
    public async Task<SealedTranscript?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        var rows = await source.ListAsync(
            Select, [tenant.Value, session.Value],
            r => (Position: r.Int(0), Content: r.Blob(1), At: r.Instant(2), By: r.IdOrNull<PersonId>(3)), cancellationToken).ConfigureAwait(false);
        return rows is [{ Position: 0 } first, ..]
            ? new(session, first.Content, first.At, [.. rows.Skip(1).Select(c => new SealedCorrection(c.Position, c.At, c.By!.Value, c.Content))])
            : null;
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, SealedTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            "INSERT INTO transcripts (tenant_id, session_id, document, made_at) VALUES (?1, ?2, ?3, ?4)", Guard.OneRow(transcript.Fact),
            mine.Tenant, transcript.Session.Value, SqlValue.Of(transcript.Document), transcript.MadeAt);
        foreach (var correction in transcript.Corrections) Add(unit, transcript.Session, correction);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, SessionId session, SealedCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            InsertCorrection, Guard.OneRow(SealedTranscript.FactOf(session)),
            mine.Tenant, session.Value, correction.Position, correction.At, correction.By.Value, SqlValue.Of(correction.Content));
    }

    /// <inheritdoc/>
    public void Remove(IUnit unit, SessionId session)
    {
        var mine = TursoUnit.Of(unit);
        mine.Add("DELETE FROM transcript_corrections WHERE tenant_id = ?1 AND session_id = ?2", Guard.None, mine.Tenant, session.Value);
        mine.Add("DELETE FROM transcripts WHERE tenant_id = ?1 AND session_id = ?2", Guard.None, mine.Tenant, session.Value);
    }
}
