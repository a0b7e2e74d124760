using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Searching;

/// <summary>Finds words in one's own sessions and reports; every search and every text it shows is in the audit, what was looked for is not.</summary>
public sealed class TranscriptSearch
{
    private readonly IUnitOfWork work;
    private readonly TranscriptIndexing indexing;
    private readonly ISessionStore sessions;
    private readonly TranscriptArchive transcripts;
    private readonly ReportArchive reports;
    private readonly SearchOptions options;

    internal TranscriptSearch(IUnitOfWork work, TranscriptIndexing indexing, ISessionStore sessions, TranscriptArchive transcripts, ReportArchive reports, SearchOptions options)
    {
        this.work = work;
        this.indexing = indexing;
        this.sessions = sessions;
        this.transcripts = transcripts;
        this.reports = reports;
        this.options = options;
    }

    /// <summary>Whether there is an index to search.</summary>
    public bool IsOn => indexing.IsOn;

    /// <summary>Texts in which the actor has a part, the best first; under a command id of its own, audited before anything is shown.</summary>
    /// <exception cref="TranscriptionException">The role is missing, search is off, or there is no word to look for.</exception>
    public async Task<Page<SearchHit>> FindAsync(CommandContext x, TextSearch search, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(search);
        Page<SearchHit>? found = null;
        await work.RunAsync(x, new SearchTexts(search), async (unit, ct) =>
        {
            var failures = new Failures();
            TranscriptionRights.CheckRole(failures, x.Actor, TranscriptionAct.SearchTexts);
            failures.Require(IsOn, TranscriptionRules.SearchOff);
            var expression = SearchExpression.Parse(failures, search.Text);
            failures.ThrowIfAny();
            found = await FindAsync(x, search, expression, page ?? PageRequest.First, ct).ConfigureAwait(false);
            unit.Audit("transcription.searched", new("transcription.search", x.Actor.Person.Value), FormattableString.Invariant($"shown {found.Items.Count}"));
            foreach (var hit in found.Items) unit.Audit("transcription.excerpt-shown", hit.Report is { } report ? ClinicalReport.FactOf(report) : SealedTranscript.FactOf(hit.Session));
            return new SearchAnswer(found.Items.Count);
        }, cancellationToken).ConfigureAwait(false);
        return found ?? throw new ClinicRuleException(ClinicRules.CommandReused, ("command", x.Command));
    }

    private async Task<Page<SearchHit>> FindAsync(CommandContext x, TextSearch search, SearchExpression expression, PageRequest page, CancellationToken ct)
    {
        var query = new IndexQuery(x.Site, x.Actor.Person, expression)
        {
            Kind = search.Kind,
            Patient = search.Patient,
            Physician = search.Physician,
            From = search.From,
            Until = search.Until,
        };
        var hits = await indexing.Index.SearchAsync(x.Tenant, query, page, ct).ConfigureAwait(false);
        var shown = new List<SearchHit>(hits.Items.Count);
        foreach (var hit in hits.Items)
        {
            // The index says where to look; what may be shown is asked of the session and the report themselves.
            var one = hit.Key.Kind == IndexedKind.Transcript
                ? await TranscriptAsync(x, hit.Session, expression, ct).ConfigureAwait(false)
                : await ReportAsync(x, new(hit.Key.Id), expression, ct).ConfigureAwait(false);
            if (one is not null) shown.Add(one);
        }

        return new(shown, hits.Next);
    }

    private async Task<SearchHit?> TranscriptAsync(CommandContext x, SessionId id, SearchExpression expression, CancellationToken ct)
    {
        if (await sessions.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) is not { IsReadable: true } session || !session.IsSeenBy(x) || !session.IsPartOf(x.Actor)) return null;
        if (await transcripts.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) is not { } opened) return null;
        var s = session.ToSnapshot();
        return new(id, null, s.Patient, s.Physician, s.CreatedAt, SearchExcerpt.Of(TranscriptIndexing.TextOf(opened.Current), expression, options.ExcerptReach));
    }

    private async Task<SearchHit?> ReportAsync(CommandContext x, ReportId id, SearchExpression expression, CancellationToken ct)
    {
        if (await reports.FindAsync(x.Tenant, id, ct).ConfigureAwait(false) is not { Status: not ReportStatus.Erased, IsWithheld: false } report) return null;
        var s = report.ToSnapshot();
        var isPart = (s.Physician == x.Actor.Person && x.Actor.HasAny(Role.Physician)) || (s.Assistant == x.Actor.Person && x.Actor.HasAny(Role.Assistant));
        return s.Site == x.Site && isPart && !s.ConsentWithdrawn
            ? new(s.Session, id, s.Patient, s.Physician, s.StartedAt, SearchExcerpt.Of(TranscriptIndexing.TextOf(s), expression, options.ExcerptReach))
            : null;
    }

    // What is looked for may be a patient's words, so that not even its hash is kept.
    private sealed record SearchTexts(TextSearch Search) : ICommand<SearchAnswer>
    {
        public string Name => "transcription.search";

        public void Describe(IPayloadWriter payload)
        {
            payload.Write("kind", Search.Kind?.ToString() ?? "");
            payload.Write("patient", Search.Patient?.ToString() ?? "");
            payload.Write("physician", Search.Physician?.ToString() ?? "");
            payload.Write("from", Search.From?.ToString() ?? "");
            payload.Write("until", Search.Until?.ToString() ?? "");
        }

        public override string ToString() => Name;
    }
}
