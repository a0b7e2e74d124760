using NodaTime;

namespace Clinic.Abstractions;

/// <summary>The answer to a credential: accepted, refused or locked.</summary>
public abstract record CredentialResult
{
    private CredentialResult()
    {
    }

    /// <summary>The secret was right.</summary>
    /// <param name="Person">Whose it is.</param>
    /// <param name="Kind">How they proved it.</param>
    /// <param name="CredentialId">The id to record instead of the secret.</param>
    /// <param name="At">When.</param>
    /// <param name="Device">At which device.</param>
    public sealed record Accepted(PersonId Person, CredentialKind Kind, Guid CredentialId, Instant At, string Device) : CredentialResult;

    /// <summary>The secret was wrong, or there is none; the answer does not say which.</summary>
    public sealed record Refused : CredentialResult;

    /// <summary>Too many attempts by the person or at the device.</summary>
    /// <param name="Until">When the lock ends.</param>
    public sealed record Locked(Instant Until) : CredentialResult;
}
