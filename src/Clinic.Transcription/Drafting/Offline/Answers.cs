using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Tells a bare yes or no from an answer with words of its own.</summary>
internal static class Answers
{
    public static Answer Of(Utterance answer, Lexicon lexicon)
    {
        var tokens = answer.Tokens;
        Answer? found = null;
        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].IsMark)
            {
                i++;
                continue;
            }

            var yes = lexicon["yes"].At(tokens, i, tokens.Count);
            var no = lexicon["no"].At(tokens, i, tokens.Count);
            var small = Longer(lexicon["polite"].At(tokens, i, tokens.Count), lexicon["filler"].At(tokens, i, tokens.Count));
            var length = Math.Max(yes?.Length ?? 0, Math.Max(no?.Length ?? 0, small?.Length ?? 0));
            if (length == 0) return Answer.Content;
            var said = no?.Length == length ? Answer.No : yes?.Length == length ? Answer.Yes : found;
            if (found is not null && said is not null && said != found) return Answer.Content;
            found = said;
            i += length;
        }

        return found ?? Answer.Content;
    }

    private static PhraseMatch<string>? Longer(PhraseMatch<string>? a, PhraseMatch<string>? b) => (a?.Length ?? 0) >= (b?.Length ?? 0) ? a : b;
}
