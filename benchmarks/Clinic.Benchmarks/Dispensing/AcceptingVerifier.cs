using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>Accepts every PIN at once, so that no hashing of credentials is in a measurement.</summary>
public sealed class AcceptingVerifier(IClock clock) : ICredentialVerifier
{
    private static readonly Guid Credential = new("00000000-0000-7000-8000-0000000000cc");

    public Task<CredentialResult> VerifyAsync(
        TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken) =>
        Task.FromResult<CredentialResult>(new CredentialResult.Accepted(person, kind, Credential, clock.GetCurrentInstant(), device));

    public Task<CredentialResult> IdentifyAsync(TenantId tenant, Secret badge, string device, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody scans a badge here.");
}
