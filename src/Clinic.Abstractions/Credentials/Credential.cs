using NodaTime;

namespace Clinic.Abstractions;

/// <summary>A stored credential: a salted slow hash, never the secret.</summary>
public sealed class Credential
{
    /// <summary>A credential as a store keeps it.</summary>
    /// <exception cref="ArgumentException">A password or PIN was given look-ups; only badges are looked up.</exception>
    public Credential(
        Guid id, PersonId person, CredentialKind kind, int iterations, ReadOnlyMemory<byte> salt, ReadOnlyMemory<byte> hash, Instant changedAt,
        IReadOnlyList<string>? badgeLookups = null)
    {
        if (badgeLookups is { Count: > 0 } && kind != CredentialKind.Badge) throw new ArgumentException("Only badges are looked up.", nameof(badgeLookups));
        Id = id;
        Person = person;
        Kind = kind;
        Iterations = iterations;
        Salt = salt;
        Hash = hash;
        ChangedAt = changedAt;
        BadgeLookups = badgeLookups ?? [];
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

    /// <summary>Keyed hashes by which a scanned badge is found, as <c>keyId:hex</c>, one per key of the ring it was set under.</summary>
    /// <remarks>Empty for passwords, PINs, badges set by versions without look-ups, and badges given to somebody else.</remarks>
    public IReadOnlyList<string> BadgeLookups { get; }

    /// <summary>The kind and id; neither salt nor hash.</summary>
    public override string ToString() => $"{Kind} {ClinicId.Text(Id)}";

    internal Credential WithoutLookups() => new(Id, Person, Kind, Iterations, Salt, Hash, ChangedAt);
}
