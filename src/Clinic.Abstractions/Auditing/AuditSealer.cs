using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>The canonical bytes of entries and seals, and their keyed hashes. Pure.</summary>
/// <remarks>Every value is UTF-8 after its length as four bytes, low byte first; -1 stands for null. Numbers are decimal digits.</remarks>
internal static class AuditSealer
{
    public const int MarkBytes = IdBytes + HashBytes;

    private const int IdBytes = 16;
    private const int HashBytes = 32;
    private const string EntryForm = "clinic.audit-entry/1";
    private const string SealForm = "clinic.audit-seal/1";
    private const string HoleForm = "clinic.audit-hole/1";

    /// <summary>Seals the entries from <paramref name="first"/> on; a position without entry is sealed as a hole.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="last">The seal before, or null.</param>
    /// <param name="first">The first position.</param>
    /// <param name="rows">Entries by position, at least one; none before the first position.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="at">The instant of the seal.</param>
    public static AuditSeal Seal(TenantId tenant, AuditSeal? last, long first, IReadOnlyList<AuditRow> rows, AuditSealKeyRing keys, Instant at)
    {
        var to = Math.Min(rows[^1].Position!.Value, first + AuditSeal.MostEntries - 1);
        var key = keys.Find(keys.ActiveId);
        var marks = new byte[(to - first + 1) * MarkBytes];
        var next = 0;
        for (var position = first; position <= to; position++)
        {
            var mark = marks.AsSpan((int)(position - first) * MarkBytes, MarkBytes);
            if (next < rows.Count && rows[next].Position == position && Guid.TryParseExact(rows[next].Id, "D", out var id)) Mark(tenant, id, rows[next++], key, mark);
            else MarkHole(tenant, position, key, mark);
            while (next < rows.Count && rows[next].Position == position) next++;
        }

        var seal = new AuditSeal(tenant, (last?.Number ?? 0) + 1, first, to, keys.ActiveId, at, last?.Hash ?? "", marks, "");
        return seal with { Hash = HashOf(seal, key) };
    }

    /// <summary>The id that was sealed at a position; empty for a hole.</summary>
    public static Guid IdAt(AuditSeal seal, long position) => new(MarkAt(seal, position)[..IdBytes], bigEndian: true);

    /// <summary>Whether a row is, to the last byte, what was sealed at a position.</summary>
    public static bool IsGenuine(AuditSeal seal, long position, AuditRow row, AuditSealKeyRing keys)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        HashOf(seal.Tenant, row, keys.Find(seal.KeyId), hash);
        return CryptographicOperations.FixedTimeEquals(hash, MarkAt(seal, position)[IdBytes..]);
    }

    /// <summary>Whether the seal itself is unchanged.</summary>
    public static bool IsGenuine(AuditSeal seal, AuditSealKeyRing keys) =>
        string.Equals(HashOf(seal, keys.Find(seal.KeyId)), seal.Hash, StringComparison.Ordinal);

    private static ReadOnlySpan<byte> MarkAt(AuditSeal seal, long position) => seal.Marks.Span.Slice((int)(position - seal.From) * MarkBytes, MarkBytes);

    private static void Mark(TenantId tenant, Guid id, AuditRow row, byte[] key, Span<byte> mark)
    {
        id.TryWriteBytes(mark, bigEndian: true, out _);
        HashOf(tenant, row, key, mark[IdBytes..]);
    }

    private static void MarkHole(TenantId tenant, long position, byte[] key, Span<byte> mark)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, HoleForm);
        Append(hash, tenant.ToString());
        Append(hash, Text(position));
        mark[..IdBytes].Clear();
        hash.GetHashAndReset(mark[IdBytes..]);
    }

    private static void HashOf(TenantId tenant, AuditRow row, byte[] key, Span<byte> into)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, EntryForm);
        Append(hash, tenant.ToString());
        foreach (var value in row.Values) Append(hash, value);
        hash.GetHashAndReset(into);
    }

    private static string HashOf(AuditSeal seal, byte[] key)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, SealForm);
        Append(hash, seal.Tenant.ToString());
        foreach (var number in (long[])[seal.Number, seal.From, seal.To, seal.At.ToUnixTimeMicroseconds()]) Append(hash, Text(number));
        Append(hash, seal.KeyId);
        Append(hash, seal.Previous);
        hash.AppendData(seal.Marks.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32LittleEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
