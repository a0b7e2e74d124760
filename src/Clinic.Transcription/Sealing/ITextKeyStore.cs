using Clinic.Abstractions;

namespace Clinic.Transcription.Sealing;

/// <summary>Keeps the wrapped data keys, apart from what is encrypted with them.</summary>
public interface ITextKeyStore
{
    /// <summary>The key of a session or report, or null.</summary>
    Task<WrappedTextKey?> FindAsync(TenantId tenant, FactKey owner, CancellationToken cancellationToken);

    /// <summary>Stages a new key; an owner has one only, or it conflicts.</summary>
    void Add(IUnit unit, WrappedTextKey key);

    /// <summary>Stages the end of a key; what is not there is no matter.</summary>
    void Destroy(IUnit unit, FactKey owner);
}
