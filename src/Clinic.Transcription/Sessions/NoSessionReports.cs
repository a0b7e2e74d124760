using Clinic.Abstractions;
using Clinic.Transcription.Consents;

namespace Clinic.Transcription.Sessions;

/// <summary>For clinics that keep their reports elsewhere: no session has one.</summary>
internal sealed class NoSessionReports : ISessionReports
{
    public Task<StandingReports> OfAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) => Task.FromResult(StandingReports.None);

    public Task WithdrawnAsync(IUnit unit, SessionId session, ConsentScope scopes, bool isHeld, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ReleasedAsync(IUnit unit, SessionId session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndedAsync(IUnit unit, SessionId session, SessionStatus status, CancellationToken cancellationToken) => Task.CompletedTask;
}
