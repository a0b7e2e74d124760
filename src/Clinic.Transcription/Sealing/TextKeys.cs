using Clinic.Abstractions;

namespace Clinic.Transcription.Sealing;

/// <summary>Makes, opens and destroys the data keys of sessions and reports.</summary>
public sealed class TextKeys
{
    private readonly ITextKeyStore store;
    private readonly Func<TextKeyRing> ring;

    internal TextKeys(ITextKeyStore store, Func<TextKeyRing> ring)
    {
        this.store = store;
        this.ring = ring;
    }

    /// <summary>The key of an owner for writing; stages one where there is none.</summary>
    /// <exception cref="TranscriptionException">The ring has not the key that wraps it, or it was changed.</exception>
    public async Task<TextKey> ForWritingAsync(IUnit unit, FactKey owner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var tenant = unit.Context.Tenant;
        if (await FindAsync(tenant, owner, cancellationToken).ConfigureAwait(false) is { } found) return found;
        var (keys, made) = (ring(), TextKey.New(tenant, owner));
        store.Add(unit, new(owner, keys.ActiveId, made.Wrap(keys.ActiveId, keys.Find(keys.ActiveId)!), unit.Now));
        return made;
    }

    /// <summary>The key of an owner; null where it has none or it was destroyed.</summary>
    /// <exception cref="TranscriptionException">The ring has not the key that wraps it, or it was changed.</exception>
    public async Task<TextKey?> FindAsync(TenantId tenant, FactKey owner, CancellationToken cancellationToken = default) =>
        await store.FindAsync(tenant, owner, cancellationToken).ConfigureAwait(false) is { } wrapped ? Unwrap(tenant, wrapped) : null;

    internal string ActiveId => ring().ActiveId;

    internal Task<long> OutstandingAsync(TenantId tenant, CancellationToken ct) => store.CountOtherAsync(tenant, ring().ActiveId, ct);

    /// <summary>Stages that some keys are wrapped anew under the active key of the ring; says how many.</summary>
    internal async Task<int> RewrapAsync(IUnit unit, int most, CancellationToken ct)
    {
        var keys = ring();
        var others = await store.ListOtherAsync(unit.Context.Tenant, keys.ActiveId, most, ct).ConfigureAwait(false);
        foreach (var wrapped in others)
            store.Replace(unit, wrapped, new(wrapped.Owner, keys.ActiveId, Unwrap(unit.Context.Tenant, wrapped).Wrap(keys.ActiveId, keys.Find(keys.ActiveId)!), wrapped.MadeAt));
        return others.Count;
    }

    /// <summary>Stages the end of a key; every text of the owner is unreadable after the commit.</summary>
    public void Destroy(IUnit unit, FactKey owner) => store.Destroy(unit, owner);

    private TextKey Unwrap(TenantId tenant, WrappedTextKey wrapped)
    {
        var key = ring().Find(wrapped.KeyId) ?? throw new TranscriptionException(TranscriptionRules.TextKeyMissing, ("text", wrapped.Owner), ("key", wrapped.KeyId));
        return TextKey.Unwrap(tenant, wrapped, key) ?? throw new TranscriptionException(TranscriptionRules.TextNotGenuine, ("text", wrapped.Owner));
    }
}
