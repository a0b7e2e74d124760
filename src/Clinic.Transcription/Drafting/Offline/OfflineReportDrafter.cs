using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Drafts a report by rules alone: no network, no model, the same bytes for the same words.</summary>
/// <remarks>It invents nothing: each statement is a piece of speech, or a question with its bare answer, and cites it. Sections nobody spoke of stay empty.</remarks>
public sealed class OfflineReportDrafter : IReportDrafter
{
    /// <summary>The version of the rules and word lists.</summary>
    public const string RulesVersion = "2";

    /// <inheritdoc/>
    public string Name => "offline";

    /// <inheritdoc/>
    public bool SendsOutside => false;

    /// <inheritdoc/>
    public Task<ReportDraft> DraftAsync(Transcript transcript, DraftContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Draft(transcript, context));
    }

    /// <summary>Drafts one report at once.</summary>
    public static ReportDraft Draft(Transcript transcript, DraftContext context)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        var lexicon = Lexicon.For(transcript.Language);
        var visit = VisitReader.Read(transcript, lexicon);
        var statements = Selector.Select(Candidates.Of(visit, lexicon, context), visit.Sum(u => u.Words));
        return new(statements, EntityReader.Read(visit, lexicon), "offline", RulesVersion) { Excluded = visit.Where(u => u.IsExcluded).Select(u => u.Segment).ToList() };
    }
}
