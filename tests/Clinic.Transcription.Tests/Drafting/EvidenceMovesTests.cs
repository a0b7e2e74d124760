using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Transcription.Tests.Drafting;

public class EvidenceMovesTests
{
    private static readonly string[] Vocabulary = ["no", "dolor", "de", "rodilla", "500", "mg", "sí", "ñandú", "fiebre", "ocho"];
    private static readonly string[] Gaps = [" ", ", ", ". ", "  ", " ¿"];

    [Theory]
    // Before and after the change.
    [InlineData("Me duele la rodilla izquierda desde ayer.", "Me duele mucho la rodilla izquierda desde ayer.", "rodilla izquierda", "rodilla izquierda")]
    [InlineData("Me duele la rodilla izquierda desde ayer.", "Me duele la rodilla izquierda desde anteayer.", "Me duele", "Me duele")]
    // What was changed is what stands there now.
    [InlineData("Le receto paracetamol de 500 mg.", "Le receto paracetamol de 650 mg.", "500", "650")]
    [InlineData("Le receto paracetamol de 500 mg.", "Le receto paracetamol de 650 mg.", "paracetamol de 500 mg", "paracetamol de 650 mg")]
    [InlineData("Tomo enalapril, losartán y metformina.", "Tomo enalapril, ácido fólico y metformina.", "losartán", "ácido fólico")]
    // Two places in one correction.
    [InlineData("Ayer tuve fiebre, tos seca y mucho frío.", "Anteayer tuve fiebre, tos seca y algo de frío.", "tos seca", "tos seca")]
    // One word less inside, one more inside.
    [InlineData("Sí, dolor de la rodilla", "Sí, dolor de rodilla", "dolor de la rodilla", "dolor de rodilla")]
    [InlineData("Sí, dolor de rodilla", "Sí, dolor de la rodilla", "dolor de rodilla", "dolor de la rodilla")]
    // A whole turn stays a whole turn.
    [InlineData("Tengo fiebre.", "No tengo fiebre.", "Tengo fiebre.", "No tengo fiebre.")]
    [InlineData("¿Tiene fiebre?", "¿Y tiene fiebre o frío?", "¿Tiene fiebre?", "¿Y tiene fiebre o frío?")]
    // Said twice, struck out once.
    [InlineData("No, no tengo fiebre.", "no tengo fiebre.", "no tengo", "no tengo")]
    [InlineData("sí sí claro", "sí claro", "sí sí", "sí")]
    [InlineData("Tomo uno y otro y nada más.", "Tomo uno y nada más.", "y otro y nada", "y nada")]
    [InlineData("No ¿no. Tengo fiebre", "No no sé, eso no ¿no. Tengo fiebre", "no. Tengo", "no. Tengo")]
    // Nothing is left of it.
    [InlineData("Soy alérgica a la penicilina y al polvo.", "Soy alérgica al polvo.", "a la penicilina", "")]
    [InlineData("No tengo fiebre. Tomo enalapril.", "No tengo fiebre.", "Tomo enalapril", "")]
    // Signs around the words.
    [InlineData("¿Le duele? No.", "Dígame: ¿le duele? No.", "No.", "No.")]
    [InlineData("Un 3.5 de potasio", "Un 3,5 de potasio", "3.5", "3,5")]
    public void A_stretch_follows_its_words(string before, string after, string cited, string now)
    {
        var moved = new EvidenceMoves(Corrected(before, after), 1).Of(new(0, before.IndexOf(cited, StringComparison.Ordinal), cited.Length));

        Assert.Equal(now, after.Substring(moved.Start, moved.Length));
    }

    [Fact]
    public void Corrections_one_after_the_other_move_it_each_from_its_own_version()
    {
        var words = Corrected("Tomo losartán de 50 mg.", "Sí, tomo losartán de 50 mg.", "Sí, yo tomo losartán de 100 mg.", "Bueno.");

        Assert.Equal(new(0, 12, 8), new EvidenceMoves(words with { Corrections = [.. words.Corrections.Take(2)], Current = words.At(3) }, 1).Of(new(0, 5, 8)));
        Assert.Equal(new(0, 12, 8), new EvidenceMoves(words with { Corrections = [.. words.Corrections.Take(2)], Current = words.At(3) }, 2).Of(new(0, 9, 8)));
        // What has no word any more gets none again.
        Assert.Equal(0, new EvidenceMoves(Corrected("Tomo losartán.", "Tomo.", "Tomo losartán."), 1).Of(new(0, 5, 8)).Length);
        // Another segment stays where it is.
        Assert.Equal(new(1, 3, 4), new EvidenceMoves(words, 1).Of(new(1, 3, 4)));
    }

    [Fact]
    public void Untouched_words_are_the_same_words_after_any_change() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Edits(), edit =>
    {
        var moved = new EvidenceMoves(Corrected(edit.Before, edit.After), 1).Read(new(0, edit.Start, edit.Length));
        return edit.After.Substring(moved.Span.Start, moved.Span.Length) == edit.Before.Substring(edit.Start, edit.Length) && moved.IsSame;
    }));

    [Fact]
    public void Whatever_changes_a_stretch_lies_inside_of_the_text_and_cuts_no_word() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Texts(), Texts(), (before, after) =>
    {
        var moves = new EvidenceMoves(Corrected(before, after), 1);
        foreach (var start in Enumerable.Range(0, before.Length).Where(i => i == 0 || before[i - 1] == ' '))
        {
            foreach (var end in Enumerable.Range(start + 1, before.Length - start).Where(i => i == before.Length || before[i] == ' '))
            {
                var moved = moves.Of(new(0, start, end - start));
                if (moved.Length < 0 || moved.Start < 0 || moved.Start + moved.Length > after.Length) return false;
                if (moved.Length > 0 && !$" {after} ".Contains($" {after.Substring(moved.Start, moved.Length)} ", StringComparison.Ordinal)) return false;
            }
        }

        // The whole of a turn stands for the whole of the other; only an empty one has nothing.
        return before.Length == 0 || moves.Of(new(0, 0, before.Length)) == new EvidenceSpan(0, 0, after.Length);
    }));

    [Fact]
    public void A_very_long_text_still_moves_what_stands_before_and_behind_the_change()
    {
        var row = string.Join(' ', Enumerable.Range(0, 2_500).Select(i => FormattableString.Invariant($"p{i}")));
        var words = Corrected(row, row.Replace("p1200 p1201", "otra cosa nueva", StringComparison.Ordinal));

        Assert.Equal("p2000", Cut(words, row, "p2000"));
        Assert.Equal("p1100 p1101", Cut(words, row, "p1100 p1101"));
        Assert.Equal("otra cosa nueva", Cut(words, row, "p1200"));
    }

    private static string Cut(OpenedTranscript words, string before, string cited)
    {
        var span = new EvidenceMoves(words, 1).Of(new(0, before.IndexOf(cited, StringComparison.Ordinal), cited.Length));
        return words.Current.Segments[0].Text.Substring(span.Start, span.Length);
    }

    private static Arbitrary<string> Texts() => Arb.From(Row(Gen.Elements(Vocabulary), 0, 9).Select(words => string.Join(' ', words)));

    // A text with one stretch of words replaced, and a stretch of words outside of it.
    private static Arbitrary<Edit> Edits() => Arb.From(
        from words in Row(Gen.Elements(Vocabulary), 2, 12)
        from gaps in Row(Gen.Elements(Gaps), words.Length, words.Length)
        from first in Gen.Choose(0, words.Length - 1)
        from count in Gen.Choose(0, words.Length - 1 - first)
        from others in Row(Gen.Elements([.. Vocabulary, "penicilina", "tos"]), 0, 5)
        from behind in ArbMap.Default.GeneratorFor<bool>()
        let size = behind ? words.Length - first - count : first
        where size > 0
        from at in Gen.Choose(0, size - 1)
        from length in Gen.Choose(1, size - at)
        where length < words.Length
        select Edit.Of(words, gaps, first, count, others, behind ? first + count + at : at, length));

    private static Gen<T[]> Row<T>(Gen<T> of, int least, int most) => from count in Gen.Choose(least, most) from all in of.ArrayOf(count) select all;

    private static OpenedTranscript Corrected(string text, params string[] then)
    {
        var original = new Transcript("es", [new(0, null, text), new(1, null, "Otro turno de la visita.")]);
        TranscriptCorrection[] corrections = [.. then.Select((t, i) => new TranscriptCorrection(i + 1, NodaConstants.UnixEpoch, default(PersonId)) { Segment = 0, Text = t })];
        return new(OpenedTranscript.Corrected(original, corrections), original, corrections);
    }

    private sealed record Edit(string Before, string After, int Start, int Length)
    {
        public static Edit Of(string[] words, string[] gaps, int first, int count, string[] others, int at, int length)
        {
            var pieces = words.Select((w, i) => w + gaps[i]).ToArray();
            var before = string.Concat(pieces);
            var after = string.Concat([.. pieces[..first], .. others.Select(o => o + " "), .. pieces[(first + count)..]]);
            var start = pieces.Take(at).Sum(p => p.Length);
            return new(before, after, start, pieces.Skip(at).Take(length - 1).Sum(p => p.Length) + words[at + length - 1].Length);
        }
    }
}
