using System.Security.Cryptography;
using System.Text;
using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Transcripts;

/// <summary>The data key of one session; seals and opens its texts, each bound to tenant, session and part.</summary>
/// <remarks>A text that is moved to another session, tenant or part does not open.</remarks>
public sealed class SessionKey
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Form = "clinic.session-text/1";
    private const string WrapForm = "clinic.session-key/1";

    private readonly TenantId tenant;
    private readonly SessionId session;
    private readonly byte[] key;

    private SessionKey(TenantId tenant, SessionId session, byte[] key)
    {
        this.tenant = tenant;
        this.session = session;
        this.key = key;
    }

    /// <summary>Encrypts one text of the session.</summary>
    /// <param name="part">Which text, such as <c>segments</c>; another text needs another name.</param>
    /// <param name="text">The clear bytes.</param>
    public byte[] Seal(string part, ReadOnlySpan<byte> text) => Encrypt(key, Bound(Form, part), text);

    /// <summary>The clear bytes; null when they or anything they are bound to was changed.</summary>
    public byte[]? Open(string part, ReadOnlySpan<byte> content) => Decrypt(key, Bound(Form, part), content);

    /// <summary>The session only.</summary>
    public override string ToString() => session.ToString();

    internal static SessionKey New(TenantId tenant, SessionId session) => new(tenant, session, RandomNumberGenerator.GetBytes(TranscriptKeyRing.KeyBytes));

    internal static SessionKey? Unwrap(TenantId tenant, WrappedSessionKey wrapped, byte[] ringKey)
    {
        var empty = new SessionKey(tenant, wrapped.Session, []);
        return Decrypt(ringKey, empty.Bound(WrapForm, wrapped.KeyId), wrapped.Wrapped.Span) is { Length: TranscriptKeyRing.KeyBytes } key
            ? new(tenant, wrapped.Session, key)
            : null;
    }

    internal byte[] Wrap(string keyId, byte[] ringKey) => Encrypt(ringKey, Bound(WrapForm, keyId), key);

    private static byte[] Encrypt(byte[] key, byte[] bound, ReadOnlySpan<byte> text)
    {
        var whole = new byte[NonceBytes + text.Length + TagBytes];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(whole.AsSpan(0, NonceBytes), text, whole.AsSpan(NonceBytes, text.Length), whole.AsSpan(whole.Length - TagBytes), bound);
        return whole;
    }

    private static byte[]? Decrypt(byte[] key, byte[] bound, ReadOnlySpan<byte> whole)
    {
        if (whole.Length < NonceBytes + TagBytes) return null;
        var text = new byte[whole.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(whole[..NonceBytes], whole[NonceBytes..^TagBytes], whole[^TagBytes..], text, bound);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return text;
    }

    // BinaryWriter puts the length before each text, so that no two places give the same bytes.
    private byte[] Bound(string form, string part)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(form);
        writer.Write(tenant.ToString());
        writer.Write(session.ToString());
        writer.Write(part);
        writer.Flush();
        return bytes.ToArray();
    }
}
