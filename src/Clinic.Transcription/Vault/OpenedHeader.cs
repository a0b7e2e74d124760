namespace Clinic.Transcription.Vault;

/// <summary>A header that proved genuine, with the own key of its recording.</summary>
internal sealed record OpenedHeader(VaultHeader Header, byte[] Own, string KeyId)
{
    /// <summary>Reads and proves a header; null where none was ever finished.</summary>
    /// <exception cref="TranscriptionException">It is erased or tampered with, or its key is missing.</exception>
    public static OpenedHeader? Read(IVaultFile file, RecordingKey key, VaultKeyRing ring)
    {
        var bytes = new byte[VaultHeader.Bytes];
        if (file.Read(bytes, 0) < bytes.Length) return null;
        var header = VaultHeader.Read(bytes[..VaultHeader.SectorBytes], key) ?? throw Tampered(key);
        OpenedHeader? opened = null;
        string? missing = null;
        foreach (var place in Places)
        {
            var slot = bytes.AsSpan(place, VaultHeader.SectorBytes);
            if (KeySlot.IsBlank(slot)) continue;
            if (KeySlot.IsDestroyed(slot)) throw new TranscriptionException(TranscriptionRules.RecordingErased, ("recording", key.Recording), ("at", "?"));
            if (!KeySlot.IsUsed(slot)) throw Tampered(key);
            var id = KeySlot.KeyId(slot);
            if (ring.Find(id) is not { } wrapping)
            {
                missing = id;
                continue;
            }

            var own = KeySlot.Unwrap(header, slot, wrapping) ?? throw Tampered(key);
            if (opened is null || id == ring.ActiveId) opened = new(header, own, id);
        }

        if (opened is null && missing is null) throw Tampered(key);
        return opened ?? throw new TranscriptionException(TranscriptionRules.VaultKeyMissing, ("key", missing), ("recording", key.Recording));
    }

    /// <summary>Where the two wrapped keys lie.</summary>
    public static int[] Places { get; } = [VaultHeader.SectorBytes, 2 * VaultHeader.SectorBytes];

    public override string ToString() => nameof(OpenedHeader);

    private static TranscriptionException Tampered(RecordingKey key) =>
        new(TranscriptionRules.RecordingTampered, ("recording", key.Recording), ("chunk", "header"));
}
