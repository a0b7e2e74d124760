using Clinic.Abstractions;
using Clinic.Storage.Turso.Pharmacy;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;

namespace Clinic.Storage.Turso.Transcription.Consents;

/// <summary>Consent forms and decisions; both only grow.</summary>
internal sealed class TursoConsentStore(ClinicDatabase source) : IConsentStore
{
    private const string SelectForm = "SELECT f.version, f.scopes, f.texts, f.published_at, f.published_by FROM consent_forms f WHERE f.tenant_id = ?1";

    private const string SelectDecision = """
        SELECT d.id, d.patient_id, d.session_id, d.sequence, d.kind, d.scopes, d.form_version, d.given, d.recorded_by, d.at
        FROM consent_decisions d WHERE d.tenant_id = ?1
        """;

    /// <inheritdoc/>
    public Task<ConsentForm?> CurrentFormAsync(TenantId tenant, CancellationToken cancellationToken) =>
        source.FindAsync($"{SelectForm} ORDER BY f.version DESC LIMIT 1", [tenant.Value], ReadForm, cancellationToken);

    /// <inheritdoc/>
    public Task<ConsentForm?> FindFormAsync(TenantId tenant, int version, CancellationToken cancellationToken) =>
        source.FindAsync($"{SelectForm} AND f.version = ?2", [tenant.Value, version], ReadForm, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConsentForm>> FormsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await source.ListAsync($"{SelectForm} ORDER BY f.version DESC", [tenant.Value], ReadForm, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConsentDecision>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        await source.ListAsync($"{SelectDecision} AND d.session_id = ?2 ORDER BY d.sequence", [tenant.Value, session.Value], ReadDecision, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConsentDecision>> OfPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken) =>
        await source.ListAsync($"{SelectDecision} AND d.patient_id = ?2 ORDER BY d.at, d.id", [tenant.Value, patient.Value], ReadDecision, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Add(IUnit unit, ConsentForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            """
            INSERT INTO consent_forms (tenant_id, version, scopes, texts, published_at, published_by)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6
            WHERE ?2 = 1 + coalesce((SELECT max(o.version) FROM consent_forms o WHERE o.tenant_id = ?1), 0)
            """,
            Guard.OneRow(ConsentForm.Fact(unit.Context.Tenant)),
            mine.Tenant, form.Version, (int)form.Scopes, SnapshotJson.Of(form.Texts), form.PublishedAt, form.PublishedBy.Value);
    }

    /// <inheritdoc/>
    public void Add(IUnit unit, ConsentDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            """
            INSERT INTO consent_decisions (tenant_id, session_id, sequence, id, patient_id, kind, scopes, form_version, given, recorded_by, at)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
            WHERE ?3 = 1 + coalesce((SELECT max(o.sequence) FROM consent_decisions o WHERE o.tenant_id = ?1 AND o.session_id = ?2), 0)
            """,
            Guard.OneRow(TranscriptionSession.FactOf(decision.Session)),
            mine.Tenant, decision.Session.Value, decision.Sequence, decision.Id.Value, decision.Patient.Value, SqlValue.Of(decision.Kind), (int)decision.Scopes,
            decision.FormVersion, SnapshotJson.Of(decision.Given), decision.RecordedBy.Value, decision.At);
    }

    private static ConsentForm ReadForm(Row r) => new(r.Int(0), (ConsentScope)r.Int(1), SnapshotJson.Read<List<ConsentText>>(r.Text(2)), r.Instant(3), r.Id<PersonId>(4));

    private static ConsentDecision ReadDecision(Row r) => new(
        r.Id<ConsentDecisionId>(0), r.Id<PatientId>(1), r.Id<SessionId>(2), r.Int(3), r.Enum<ConsentKind>(4), (ConsentScope)r.Int(5), r.IntOrNull(6),
        SnapshotJson.Read<GivenBy>(r.Text(7)), r.Id<PersonId>(8), r.Instant(9));
}
