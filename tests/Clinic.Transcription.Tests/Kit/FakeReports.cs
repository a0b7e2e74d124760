using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Tests.Kit;

/// <summary>Reports as the test says they are, and what they were told.</summary>
internal sealed class FakeReports : ISessionReports
{
    public StandingReports Standing { get; set; } = StandingReports.None;

    /// <summary>Sessions with an open report, whatever stands of the others.</summary>
    public HashSet<SessionId> Open { get; } = [];

    public List<string> Told { get; } = [];

    public Task<StandingReports> OfAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult(Open.Contains(session) ? Standing with { HasOpen = true } : Standing);

    public Task WithdrawnAsync(IUnit unit, SessionId session, ConsentScope scopes, bool isHeld, CancellationToken cancellationToken)
    {
        Told.Add($"withdrawn {scopes}");
        return Task.CompletedTask;
    }

    public Task ReleasedAsync(IUnit unit, SessionId session, CancellationToken cancellationToken)
    {
        Told.Add("released");
        return Task.CompletedTask;
    }

    public Task EndedAsync(IUnit unit, SessionId session, SessionStatus status, CancellationToken cancellationToken)
    {
        Told.Add($"ended {status}");
        return Task.CompletedTask;
    }
}
