using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Skips the words with which people begin to speak and that say nothing of the patient.</summary>
internal static class Opening
{
    public static int Skip(Utterance of, int from, int to, Lexicon lexicon)
    {
        var at = from;
        while (at < to)
        {
            if (of.Tokens[at].IsMark || IsYes(of, at, to, lexicon))
            {
                at++;
                continue;
            }

            if (lexicon["leadin"].At(of.Tokens, at, to) is not { } lead || Keeps(of, lead, to)) break;
            at = lead.End;
        }

        return at < to ? at : from;
    }

    // Folded, the Spanish yes and if are one word: the accent or a comma tells them apart.
    private static bool IsYes(Utterance of, int at, int to, Lexicon lexicon) =>
        !lexicon.IsEnglish && of.Tokens[at].Word == "si" && (of.Text[of.Tokens[at].End - 1] is 'í' or 'Í' or '\u0301' || (at + 1 < to && of.Tokens[at + 1].Word == ","));

    private static bool Keeps(Utterance of, PhraseMatch<string> lead, int to) =>
        lead.Value == "si" || (lead.End < to && lead.Value is "well" && of.Tokens[lead.End].Word is "controlled" or "hydrated") || (lead.Value is "y" or "and" && lead.End >= to)
        || (lead.Value is "ya" && lead.End < to && of.Tokens[lead.End].Word is "no");
}
