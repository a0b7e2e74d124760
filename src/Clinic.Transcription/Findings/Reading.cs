using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Findings;

/// <summary>A draft beside what was said, read once for all rules.</summary>
internal sealed class Reading
{
    public Reading(ReportDraft draft, Transcript transcript, DraftContext context)
    {
        Draft = draft;
        Transcript = transcript;
        Context = context;
        Lexicon = Lexicon.For(transcript.Language);
        Visit = VisitReader.Read(transcript, Lexicon);
        Statements = draft.Statements.Select((s, i) => new ReadStatement(i, s, this)).ToList();
    }

    public ReportDraft Draft { get; }

    public Transcript Transcript { get; }

    public DraftContext Context { get; }

    public Lexicon Lexicon { get; }

    public List<Utterance> Visit { get; }

    public List<ReadStatement> Statements { get; }

    public bool Exists(EvidenceSpan span) =>
        span.Segment >= 0 && span.Segment < Visit.Count && span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= Visit[span.Segment].Text.Length;
}
