using NodaTime;

namespace Clinic.Abstractions;

/// <summary>A stored credential: a salted slow hash, never the secret.</summary>
public sealed class Credential
{
    /// <summary>A credential as a store keeps it.</summary>
    public Credential(Guid id, PersonId person, CredentialKind kind, int iterations, ReadOnlyMemory<byte> salt, ReadOnlyMemory<byte> hash, Instant changedAt)
    {
        Id = id;
        Person = person;
        Kind = kind;
        Iterations = iterations;
        Salt = salt;
        Hash = hash;
        ChangedAt = changedAt;
    }

    /// <summary>The id that records name instead of the secret.</summary>
    public Guid Id { get; }

    /// <summary>Whose it is.</summary>
    public PersonId Person { get; }

    /// <summary>Password, PIN or badge; one of each per person.</summary>
    public CredentialKind Kind { get; }

    /// <summary>Rounds of PBKDF2 with HMAC-SHA256.</summary>
    public int Iterations { get; }

    /// <summary>Random bytes of this credential.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>The derived bytes.</summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>When it was set.</summary>
    public Instant ChangedAt { get; }

    /// <summary>The kind and id; neither salt nor hash.</summary>
    public override string ToString() => $"{Kind} {ClinicId.Text(Id)}";
}
