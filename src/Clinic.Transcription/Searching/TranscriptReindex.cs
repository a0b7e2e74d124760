using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Searching;

/// <summary>Builds the index of a clinic anew from its sessions and reports, or takes it away.</summary>
internal sealed class TranscriptReindex(IUnitOfWork work, TranscriptIndexing indexing, ISessionStore sessions, TranscriptArchive transcripts, ReportArchive reports, IIdGenerator ids)
{
    private const int PerCommit = 25;

    /// <summary>Everything anew; says how many texts there are.</summary>
    public async Task<int> BuildAsync(TenantId tenant, CancellationToken ct)
    {
        await ClearAsync(tenant, ct).ConfigureAwait(false);
        var (done, mark) = (0, (string?)null);
        do
        {
            var page = await sessions.ListAsync(tenant, new(), new PageRequest(PerCommit, mark), ct).ConfigureAwait(false);
            if (page.Items.Count > 0) done += await CommitAsync(tenant, "transcription.index-texts", (unit, token) => PutAsync(unit, page.Items, token), ct).ConfigureAwait(false);
            mark = page.Next;
        }
        while (mark is not null);
        await CommitAsync(tenant, "transcription.index-built", (unit, _) =>
        {
            indexing.Index.MarkBuilt(unit, TranscriptIndexing.Form);
            return Task.FromResult(done);
        }, ct).ConfigureAwait(false);
        return done;
    }

    public Task ClearAsync(TenantId tenant, CancellationToken ct) => CommitAsync(tenant, "transcription.clear-index", (unit, _) =>
    {
        indexing.Index.Clear(unit);
        return Task.FromResult(0);
    }, ct);

    // Read anew within each attempt; whoever changes a session or report meanwhile makes this commit try again.
    private async Task<int> PutAsync(IUnit unit, IReadOnlyList<TranscriptionSession> listed, CancellationToken ct)
    {
        var (tenant, done) = (unit.Context.Tenant, 0);
        foreach (var one in listed)
        {
            if (await sessions.FindAsync(tenant, one.Id, ct).ConfigureAwait(false) is not { } session) continue;
            unit.Require(session.Fact, session.Version);
            if (session.IsReadable && await transcripts.FindAsync(tenant, session.Id, ct).ConfigureAwait(false) is { } opened)
            {
                indexing.Put(unit, session.ToSnapshot(), opened.Current, opened.Version);
                done++;
            }

            foreach (var summary in await reports.Store.OfSessionAsync(tenant, session.Id, ct).ConfigureAwait(false))
            {
                if (summary.Status == ReportStatus.Erased || await reports.FindAsync(tenant, summary.Report, ct).ConfigureAwait(false) is not { } report) continue;
                unit.Require(report.Fact, report.Version);
                indexing.Put(unit, report);
                done++;
            }
        }

        return done;
    }

    private Task<int> CommitAsync(TenantId tenant, string name, Func<IUnit, CancellationToken, Task<int>> stage, CancellationToken ct) =>
        work.RunAsync(new(tenant, new SiteId(tenant.Value), Actor.System, "job", ids.Next<CommandId>()), new Step(name), async (unit, token) =>
        {
            var done = await stage(unit, token).ConfigureAwait(false);
            unit.Audit(name, new("transcription.index", tenant.Value), FormattableString.Invariant($"texts {done}"));
            return done;
        }, ct);

    private sealed record Step(string Name) : ICommand<int>
    {
        public void Describe(IPayloadWriter payload) => payload.Write("what", "index");
    }
}
