namespace Clinic.Transcription.Transcripts;

/// <summary>Reads what was dictated: spoken marks become marks, and each segment knows the section it was dictated into.</summary>
/// <remarks>The words as they were heard stay with their segments, commands among them.</remarks>
internal static class DictatedTranscript
{
    private const string OnlySpeaker = "0";

    public static Transcript Read(Transcript spoken)
    {
        var heard = Heard(spoken);
        var segments = new List<TranscriptSegment>();
        foreach (var piece in DictationText.Read([.. spoken.Segments.Select(s => s.Text)], spoken.Language))
        {
            if (piece.Part.Text.Length == 0) continue;
            var of = spoken.Segments[piece.Stretch];
            var words = heard.GetRange(piece.From, piece.To - piece.From).SelectMany(w => w).ToList();
            segments.Add(of with
            {
                Index = segments.Count,
                Speaker = of.Speaker ?? OnlySpeaker,
                Text = piece.Part.Text,
                Section = piece.Part.Section,
                Words = words,
                Start = words.Count > 0 ? words[0].Start : of.Start,
                End = words.Count > 0 ? words[^1].End : of.End,
            });
        }

        // Nothing but commands: then the words stay what they are.
        if (segments.Count == 0) segments = [.. spoken.Segments.Select(s => s with { Speaker = s.Speaker ?? OnlySpeaker })];
        var roles = segments.Select(s => s.Speaker!).Distinct(StringComparer.Ordinal)
            .ToDictionary(l => l, l => spoken.Roles.TryGetValue(l, out var role) && role != SpeakerRole.Unknown ? role : SpeakerRole.Physician, StringComparer.Ordinal);
        return spoken with { Segments = segments, Roles = roles, IsDictated = true };
    }

    // For each word of the text what was heard; where an engine counts otherwise than the text does, its first word carries all.
    private static List<IReadOnlyList<TranscriptWord>> Heard(Transcript spoken)
    {
        var all = new List<IReadOnlyList<TranscriptWord>>();
        foreach (var segment in spoken.Segments)
        {
            var count = DictationText.WordsOf(segment.Text).Length;
            for (var i = 0; i < count; i++) all.Add(segment.Words.Count == count ? [segment.Words[i]] : i == 0 ? segment.Words : []);
        }

        return all;
    }
}
