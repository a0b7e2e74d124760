using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>The head of a recording: one sector that never changes, and two places for its wrapped key.</summary>
/// <remarks>Two places, so that wrapping again never leaves a moment without a whole key; a sector each, so that none is torn.</remarks>
internal sealed class VaultHeader
{
    public const int SectorBytes = 512;
    public const int Bytes = 3 * SectorBytes;
    public const int SaltBytes = 16;
    public const int PrefixBytes = 7;

    private const byte Version = 1;
    private const byte Aes256Gcm = 1;
    private const int TextPlace = 112;
    private const int LongestMediaType = 100;
    private const int LongestEncoding = 30;

    private VaultHeader(byte[] identity)
    {
        Identity = identity;
        Hash = SHA256.HashData(identity);
    }

    /// <summary>The sector that never changes.</summary>
    public byte[] Identity { get; }

    /// <summary>Bound to every chunk.</summary>
    public byte[] Hash { get; }

    public string HashText => Convert.ToHexStringLower(Hash);

    public ReadOnlySpan<byte> Salt => Identity.AsSpan(68, SaltBytes);

    public ReadOnlySpan<byte> Prefix => Identity.AsSpan(84, PrefixBytes);

    public RecordingKey Key => new(new TenantId(new Guid(Identity.AsSpan(36, 16), bigEndian: true)), new RecordingId(new Guid(Identity.AsSpan(52, 16), bigEndian: true)));

    public Instant CreatedAt => Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64BigEndian(Identity.AsSpan(20)) * 10);

    public PcmLayout? Layout => Identity[6] == 0 ? null : new(Identity[6], Identity[7], BinaryPrimitives.ReadInt64BigEndian(Identity.AsSpan(28)));

    public AudioFormat Format
    {
        get
        {
            var media = Text(TextPlace, LongestMediaType);
            var encoding = Text(TextPlace + LongestMediaType + 1, LongestEncoding);
            var rate = BinaryPrimitives.ReadInt32BigEndian(Identity.AsSpan(12));
            return new(media, encoding.Length == 0 ? null : encoding, rate == 0 ? null : rate, BinaryPrimitives.ReadInt32BigEndian(Identity.AsSpan(16)));
        }
    }

    public static VaultHeader Create(RecordingKey key, AudioFormat format, PcmLayout? layout, Instant at)
    {
        var sector = new byte[SectorBytes];
        "CTA1"u8.CopyTo(sector);
        sector[4] = Version;
        sector[5] = Aes256Gcm;
        sector[6] = (byte)(layout?.BytesPerSample ?? 0);
        sector[7] = (byte)(layout?.Channels ?? 0);
        BinaryPrimitives.WriteInt32BigEndian(sector.AsSpan(8), PcmBlocks.LargestBlock);
        BinaryPrimitives.WriteInt32BigEndian(sector.AsSpan(12), format.SampleRate ?? 0);
        BinaryPrimitives.WriteInt32BigEndian(sector.AsSpan(16), format.Channels);
        BinaryPrimitives.WriteInt64BigEndian(sector.AsSpan(20), at.ToUnixTimeTicks() / 10);
        BinaryPrimitives.WriteInt64BigEndian(sector.AsSpan(28), layout?.DataOffset ?? 0);
        key.Tenant.Value.TryWriteBytes(sector.AsSpan(36), bigEndian: true, out _);
        key.Recording.Value.TryWriteBytes(sector.AsSpan(52), bigEndian: true, out _);
        RandomNumberGenerator.Fill(sector.AsSpan(68, SaltBytes + PrefixBytes));
        Put(sector, TextPlace, format.MediaType, LongestMediaType, nameof(format.MediaType));
        Put(sector, TextPlace + LongestMediaType + 1, format.Encoding ?? "", LongestEncoding, nameof(format.Encoding));
        return new(sector);
    }

    /// <summary>The header of that recording, or null where the bytes are another's or none.</summary>
    public static VaultHeader? Read(byte[] identity, RecordingKey key)
    {
        var known = identity.AsSpan().StartsWith("CTA1"u8) && identity[4] == Version && identity[5] == Aes256Gcm
            && BinaryPrimitives.ReadInt32BigEndian(identity.AsSpan(8)) == PcmBlocks.LargestBlock
            && identity.AsSpan(36, 32).ContainsAnyExcept((byte)0);
        if (!known || new Guid(identity.AsSpan(36, 16), bigEndian: true) != key.Tenant.Value || new Guid(identity.AsSpan(52, 16), bigEndian: true) != key.Recording.Value) return null;
        return new(identity);
    }

    private static void Put(byte[] sector, int at, string text, int longest, string name)
    {
        if (text.Length > longest || !Ascii.IsValid(text)) throw new ArgumentException($"{name} has more than {longest} characters or others than ASCII.", name);
        sector[at] = (byte)text.Length;
        Encoding.ASCII.GetBytes(text, sector.AsSpan(at + 1));
    }

    private string Text(int at, int longest) => Encoding.ASCII.GetString(Identity, at + 1, Math.Min(Identity[at], longest));
}
