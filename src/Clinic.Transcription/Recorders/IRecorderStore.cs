using Clinic.Abstractions;

namespace Clinic.Transcription.Recorders;

/// <summary>Keeps how people like to record.</summary>
public interface IRecorderStore
{
    /// <summary>Somebody's settings, or null.</summary>
    Task<RecorderSettings?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken);

    /// <summary>Stages settings, one version on.</summary>
    void Save(IUnit unit, RecorderSettings settings);
}
