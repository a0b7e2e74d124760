using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Clinic.Transcription.Vault;

/// <summary>Encrypts and opens single chunks: a counted nonce with a mark on the last one, bound to header and length.</summary>
internal sealed class ChunkCipher : IDisposable
{
    /// <summary>Lengths and marks before each chunk.</summary>
    public const int HeadBytes = 8;

    public const int TagBytes = 16;

    private const int NonceBytes = 12;
    private const int HashBytes = 32;

    private readonly AesGcm aes;
    private readonly byte[] nonce = new byte[NonceBytes];
    private readonly byte[] bound = new byte[HashBytes + HeadBytes];

    public ChunkCipher(VaultHeader header, byte[] key)
    {
        aes = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
        header.Prefix.CopyTo(nonce);
        header.Hash.CopyTo(bound, 0);
    }

    /// <summary>Encrypts in place: head, then the packed bytes, then room for the tag.</summary>
    public void Seal(Span<byte> record, uint counter, bool last)
    {
        Set(record[..HeadBytes], counter, last);
        var body = record[HeadBytes..^TagBytes];
        aes.Encrypt(nonce, body, body, record[^TagBytes..], bound);
    }

    /// <summary>Decrypts in place; false where anything is not as it was written.</summary>
    public bool TryOpen(Span<byte> record, uint counter, bool last)
    {
        Set(record[..HeadBytes], counter, last);
        var body = record[HeadBytes..^TagBytes];
        try
        {
            aes.Decrypt(nonce, body, record[^TagBytes..], body, bound);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => aes.Dispose();

    private void Set(ReadOnlySpan<byte> head, uint counter, bool last)
    {
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(VaultHeader.PrefixBytes), counter);
        nonce[^1] = last ? (byte)1 : (byte)0;
        head.CopyTo(bound.AsSpan(HashBytes));
    }
}
