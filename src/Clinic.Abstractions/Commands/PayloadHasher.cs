using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Clinic.Abstractions;

/// <summary>Makes the keyed hash of a command's content: HMAC-SHA256 over length-prefixed values.</summary>
internal sealed class PayloadHasher : IPayloadWriter
{
    private readonly IncrementalHash hash;

    private PayloadHasher(byte[] key) => hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>The hash as <c>keyId:hex</c>, under the active key or the one that made an earlier hash.</summary>
    public static string Of<TAnswer>(CommandContext context, ICommand<TAnswer> command, PayloadKeyRing keys, string? earlier = null)
    {
        var id = earlier is null ? keys.ActiveId : earlier[..earlier.IndexOf(':', StringComparison.Ordinal)];
        var hasher = new PayloadHasher(keys.Find(id));
        using (hasher.hash)
        {
            hasher.Write("command", command.Name);
            hasher.Write("site", context.Site.ToString());
            command.Describe(hasher);
            return $"{id}:{Convert.ToHexStringLower(hasher.hash.GetHashAndReset())}";
        }
    }

    /// <summary>The hash of an answer under the active key, as <c>keyId:hex</c>.</summary>
    public static string OfAnswer(string answerJson, PayloadKeyRing keys)
    {
        var hasher = new PayloadHasher(keys.Find(keys.ActiveId));
        using (hasher.hash)
        {
            hasher.Write("answer", answerJson);
            return $"{keys.ActiveId}:{Convert.ToHexStringLower(hasher.hash.GetHashAndReset())}";
        }
    }

    public void Write(string name, string? value)
    {
        Append(name);
        Append(value);
    }

    private void Append(string? text)
    {
        // The length comes first, so that no two lists of values give the same bytes; -1 tells null from empty.
        Span<byte> length = stackalloc byte[4];
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32LittleEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
