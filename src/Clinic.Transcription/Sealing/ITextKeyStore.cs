using Clinic.Abstractions;

namespace Clinic.Transcription.Sealing;

/// <summary>Keeps the wrapped data keys, apart from what is encrypted with them.</summary>
public interface ITextKeyStore
{
    /// <summary>The key of a session or report, or null.</summary>
    Task<WrappedTextKey?> FindAsync(TenantId tenant, FactKey owner, CancellationToken cancellationToken);

    /// <summary>Some of the keys that are wrapped under another key of the ring than the one named, in a fixed order.</summary>
    Task<IReadOnlyList<WrappedTextKey>> ListOtherAsync(TenantId tenant, string keyId, int most, CancellationToken cancellationToken);

    /// <summary>How many keys are wrapped under another key of the ring than the one named.</summary>
    Task<long> CountOtherAsync(TenantId tenant, string keyId, CancellationToken cancellationToken);

    /// <summary>Stages that a key is wrapped anew; it conflicts where it is no longer there as it was.</summary>
    void Replace(IUnit unit, WrappedTextKey before, WrappedTextKey after);

    /// <summary>Stages a new key; an owner has one only, or it conflicts.</summary>
    void Add(IUnit unit, WrappedTextKey key);

    /// <summary>Stages the end of a key; what is not there is no matter.</summary>
    void Destroy(IUnit unit, FactKey owner);
}
