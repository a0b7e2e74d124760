using Clinic.Abstractions;
using Clinic.Transcription.Recorders;

namespace Clinic.Storage.Turso.Transcription.Recorders;

/// <summary>Recorder settings by person.</summary>
internal sealed class TursoRecorderStore(ClinicDatabase source) : IRecorderStore
{
    private const string Find = "SELECT quality, language, version, device FROM transcription_recorders WHERE tenant_id = ?1 AND id = ?2";

    private const string Insert = """
        INSERT INTO transcription_recorders (tenant_id, id, device, quality, language, version, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
        """;

    private const string Update = """
        UPDATE transcription_recorders SET device = ?3, quality = ?4, language = ?5, version = ?6, updated_at = ?7 WHERE tenant_id = ?1 AND id = ?2 AND version = ?6 - 1
        """;

    /// <inheritdoc/>
    public Task<RecorderSettings?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) => source.FindAsync(
        Find, [tenant.Value, person.Value], r => new RecorderSettings(person, r.Enum<RecorderQuality>(0), r.Text(1), r.Long(2)) { Device = r.TextOrNull(3) }, cancellationToken);

    /// <inheritdoc/>
    public void Save(IUnit unit, RecorderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var mine = TursoUnit.Of(unit);
        mine.Add(
            settings.Version == 1 ? Insert : Update, Guard.OneRow(settings.Fact),
            mine.Tenant, settings.Person.Value, settings.Device, SqlValue.Of(settings.Quality), settings.Language, settings.Version, mine.Now);
    }
}
