using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Salted slow hashes of secrets: PBKDF2 with HMAC-SHA256.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2"/>
internal static class CredentialHasher
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    public static Credential Make(
        Guid id, PersonId person, CredentialKind kind, Secret secret, int iterations, Instant now, IReadOnlyList<string>? badgeLookups = null)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(id, person, kind, iterations, salt, Derive(secret, salt, iterations), now, badgeLookups);
    }

    public static bool Matches(Credential credential, Secret secret) =>
        CryptographicOperations.FixedTimeEquals(credential.Hash.Span, Derive(secret, credential.Salt.Span, credential.Iterations));

    /// <summary>Costs as much as a real check, so that a missing credential cannot be told by time.</summary>
    public static void SpendTime(Secret secret, int iterations) => Derive(secret, new byte[SaltBytes], iterations);

    private static byte[] Derive(Secret secret, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret.Reveal()), salt, iterations, HashAlgorithmName.SHA256, HashBytes);
}
