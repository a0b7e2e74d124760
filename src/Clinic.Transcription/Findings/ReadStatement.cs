using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>A statement with its words and those of each stretch that it cites.</summary>
internal sealed class ReadStatement
{
    public ReadStatement(int index, DraftStatement statement, Reading reading)
    {
        Index = index;
        Statement = statement;
        Own = ReadSpeech.Of(TokenReader.Read(statement.Text), reading.Lexicon.Language);
        foreach (var span in statement.Evidence.Where(reading.Exists))
        {
            var of = reading.Visit[span.Segment];
            var tokens = of.Tokens.Where(t => t.Start < span.Start + span.Length && t.End > span.Start).ToList();
            Cited.Add((of, ReadSpeech.Of(tokens, reading.Lexicon.Language)));
        }
    }

    public int Index { get; }

    public DraftStatement Statement { get; }

    public ReadSpeech Own { get; }

    public List<(Utterance Of, ReadSpeech Speech)> Cited { get; } = [];

    public bool HasEvidence => Cited.Count > 0;

    public Finding Finding(string rule, Severity severity, string? written = null, string? said = null) =>
        new(rule, severity, Index) { Where = Statement.Evidence, Written = written, Said = said };
}
