using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Reports;

/// <summary>What follows for reports when something happens to their session.</summary>
internal sealed class ReportsOfSessions(ReportArchive archive) : ISessionReports
{
    public async Task<StandingReports> OfAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        var reports = await archive.Store.OfSessionAsync(tenant, session, cancellationToken).ConfigureAwait(false);
        return new(reports.Any(r => r.IsOpen), reports.Any(r => ReportLifecycle.IsSigned(r.Status)));
    }

    public Task WithdrawnAsync(IUnit unit, SessionId session, ConsentScope scopes, bool isHeld, CancellationToken cancellationToken)
    {
        // Without the recording or its text nothing unsigned may stay; a draft that a program wrote goes with that scope alone.
        var all = ConsentState.EndsAll(scopes);
        var drafts = scopes.HasFlag(ConsentScope.AiDraft);
        return EachAsync(unit, session, r => ReportLifecycle.IsSigned(r.Status)
            ? all ? r.FlagWithdrawn() : r
            : all || (drafts && r.ToSnapshot().Drafter is not null) ? isHeld ? r.Withhold() : r.Erase() : r, "withdrawn", cancellationToken);
    }

    public Task ReleasedAsync(IUnit unit, SessionId session, CancellationToken cancellationToken) =>
        EachAsync(unit, session, r => r.IsWithheld ? r.Erase() : r, "released", cancellationToken);

    public Task EndedAsync(IUnit unit, SessionId session, SessionStatus status, CancellationToken cancellationToken) =>
        EachAsync(unit, session, r => ReportLifecycle.IsSigned(r.Status) ? r.ForgetExcerpts() : r.Erase(), "session-ended", cancellationToken);

    private async Task EachAsync(IUnit unit, SessionId session, Func<ClinicalReport, ClinicalReport> verb, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        foreach (var one in await archive.Store.OfSessionAsync(unit.Context.Tenant, session, ct).ConfigureAwait(false))
        {
            if (one.Status == ReportStatus.Erased || await archive.FindAsync(unit.Context.Tenant, one.Report, ct).ConfigureAwait(false) is not { } before) continue;
            var after = verb(before);
            if (ReferenceEquals(after, before)) continue;
            await archive.SaveAsync(unit, before, after, ct).ConfigureAwait(false);
            unit.Audit($"report.{what}", after.Fact, FormattableString.Invariant($"{after.Status}, version {after.Version}"));
        }
    }
}
