using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Reports;

/// <content>Evidence that moves with the words it cites.</content>
public sealed partial class ClinicalReport
{
    /// <summary>The same report with its evidence where the cited words stand now; what has no word left has the length 0, and is found.</summary>
    internal ClinicalReport On(OpenedTranscript? words)
    {
        if (words is null || state.TranscriptVersion >= words.Version) return this;
        if (state.TranscriptVersion is not { } read) return new(state with { TranscriptVersion = words.Version }, loaded);
        var moves = new EvidenceMoves(words, read);
        var findings = state.Findings.Select(f => (Old: f, New: f with { Where = [.. f.Where.Select(moves.Of)] })).ToList();
        // Words for a finding hold where it says the same of the same words, wherever these stand.
        var kept = findings.Where(f => f.Old.Where.All(s => moves.Read(s).IsSame)).DistinctBy(f => f.Old.Key).ToDictionary(f => f.Old.Key, f => f.New.Key, StringComparer.Ordinal);
        return new(state with
        {
            TranscriptVersion = words.Version,
            // What stands beside the cited words may change what they say: whoever signs looks again.
            Statements = [.. state.Statements.Select(s => s with { Evidence = [.. s.Evidence.Select(moves.Of)], IsSeen = s.IsSeen && !s.Evidence.Any(e => moves.IsCorrected(e.Segment)) })],
            Entities = [.. state.Entities.Select(e => e with { Evidence = moves.Of(e.Evidence) })],
            Excluded = moves.IsReplaced ? MachineSpeech.Segments(words.Current) : state.Excluded,
            Suggestions = [.. state.Suggestions.Select(s => s with { Change = Moved(s.Change, moves) })],
            Findings = [.. findings.Select(f => f.New)],
            Overrides = [.. state.Overrides.Where(o => kept.ContainsKey(o.Finding)).Select(o => o with { Finding = kept[o.Finding] })],
        }, loaded);
    }

    private static StatementChange Moved(StatementChange change, EvidenceMoves moves) =>
        change is StatementChange.Insert { Evidence: { } evidence } insert ? insert with { Evidence = [.. evidence.Select(moves.Of)] } : change;
}
