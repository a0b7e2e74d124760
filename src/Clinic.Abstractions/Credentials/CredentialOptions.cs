using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Cost of hashing and limits of attempts.</summary>
public sealed class CredentialOptions
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA256 for new credentials.</summary>
    /// <value>Default 210,000; at least 1,000 (tests).</value>
    /// <seealso href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html"/>
    public int Iterations { get; set; } = 210_000;

    /// <summary>Failed attempts per person and kind before a lock.</summary>
    /// <value>Default 5; 1 to 100.</value>
    public int AttemptsPerPerson { get; set; } = 5;

    /// <summary>Failed attempts per device before a lock, whoever is named.</summary>
    /// <value>Default 20; 1 to 1,000.</value>
    public int AttemptsPerDevice { get; set; } = 20;

    /// <summary>How long a lock lasts.</summary>
    /// <value>Default 15 minutes.</value>
    public Duration LockFor { get; set; } = Duration.FromMinutes(15);

    /// <summary>The fewest characters of a password.</summary>
    /// <value>Default 10; 8 to 128.</value>
    public int ShortestPassword { get; set; } = 10;
}
