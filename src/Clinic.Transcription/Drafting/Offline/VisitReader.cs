using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Reads a transcript into pieces of speech with roles, questions, answers and section scores.</summary>
internal static class VisitReader
{
    public static List<Utterance> Read(Transcript transcript, Lexicon lexicon)
    {
        var visit = transcript.Segments.Select(s => new Utterance(s.Index, s.Text, s.Speaker, transcript.RoleOf(s), lexicon) { IsDictated = transcript.IsDictated, Commanded = s.Section }).ToList();
        if (!transcript.IsDictated) Roles.Resolve(visit, lexicon);
        foreach (var utterance in visit)
        {
            utterance.IsExcluded = MachineTalk.IsInjection(utterance.Tokens, utterance.IsPhysician);
            if (!utterance.IsExcluded) UnitSplitter.Split(utterance, lexicon);
        }

        // Whoever dictates asks nobody.
        if (!transcript.IsDictated) Questions.Mark(visit, lexicon);
        new SectionScorer(visit, lexicon).Run();
        foreach (var unit in visit.SelectMany(u => u.Units)) unit.Section = unit.Of.Commanded ?? unit.Section;
        return visit;
    }
}
