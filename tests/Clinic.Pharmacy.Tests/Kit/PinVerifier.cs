using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Kit;

/// <summary>Accepts the PIN 1234, locks on "locked", refuses everything else; a badge names the person whose id is on it.</summary>
internal sealed class PinVerifier(IClock clock) : ICredentialVerifier
{
    public Task<CredentialResult> VerifyAsync(TenantId tenant, PersonId person, CredentialKind kind, Secret secret, string device, CancellationToken cancellationToken) =>
        Task.FromResult<CredentialResult>(secret.Reveal() switch
        {
            "1234" => new CredentialResult.Accepted(person, kind, new Guid(7, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]), clock.GetCurrentInstant(), device),
            "locked" => new CredentialResult.Locked(clock.GetCurrentInstant() + Duration.FromMinutes(5)),
            _ => new CredentialResult.Refused(),
        });

    public Task<CredentialResult> IdentifyAsync(TenantId tenant, Secret badge, string device, CancellationToken cancellationToken) =>
        Task.FromResult<CredentialResult>(PersonId.TryParse(badge.Reveal(), out var person)
            ? new CredentialResult.Accepted(person, CredentialKind.Badge, new Guid(7, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]), clock.GetCurrentInstant(), device)
            : new CredentialResult.Refused());
}
