using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Clinic.Servers;

/// <summary>A key pair of a server's owner, and tokens signed with it.</summary>
public sealed class TokenSigner
{
    private static readonly byte[] PublicKeyHead = Convert.FromHexString("302a300506032b6570032100");

    private readonly Ed25519 key = Ed25519.Random();

    /// <summary>The public key as a file for the server.</summary>
    public string PublicKeyPem => $"-----BEGIN PUBLIC KEY-----\n{Convert.ToBase64String([.. PublicKeyHead, .. key.PublicKey])}\n-----END PUBLIC KEY-----\n";

    /// <summary>A token that may do everything.</summary>
    public string Full(DateTimeOffset? expires = null) => Sign(expires, new());

    /// <summary>A token that may only read.</summary>
    public string ReadOnly() => Sign(null, new() { ["a"] = "ro" });

    /// <summary>A token for one namespace.</summary>
    public string ForNamespace(string name) => Sign(null, new() { ["id"] = name });

    private string Sign(DateTimeOffset? expires, Dictionary<string, object> claims)
    {
        if (expires is { } end) claims["exp"] = end.ToUnixTimeSeconds();
        var text = $"{Part(new Dictionary<string, object> { ["alg"] = "EdDSA", ["typ"] = "JWT" })}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Part(Dictionary<string, object> claims) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
}
