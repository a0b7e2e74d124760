using System.Text;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>Takes out what is known of the patient, spelled too, and what looks like names after a title, documents, telephones, mail and street addresses, dates of birth, in digits or in words.</summary>
/// <remarks>Doses, measurements and dates of the illness stay: a report needs them. Speaker labels that are names become numbers.</remarks>
public sealed class TranscriptRedactor : ITranscriptRedactor
{
    /// <inheritdoc/>
    public RedactedTranscript Redact(Transcript transcript, IReadOnlyList<string> identifiers)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(identifiers);
        var names = new PlaceholderNames();
        var known = new KnownIdentifiers(identifiers);
        var (segments, taken) = (new List<TranscriptSegment>(), new List<IReadOnlyList<Placeholder>>());
        foreach (var segment in transcript.Segments)
        {
            var found = Apart([.. known.In(segment.Text), .. IdentifierPatterns.In(segment.Text), .. SpokenIdentifiers.In(segment.Text, transcript.Language, known.Numbers), .. SpelledNames.In(segment.Text, transcript.Language, known.Names)]);
            var (text, placeholders) = Replaced(segment.Text, found, names);
            // Words repeat the text; without them nothing can slip through.
            segments.Add(segment with { Text = text, Words = [], Speaker = segment.Speaker is { } label ? names.Speaker(label) : null });
            taken.Add(placeholders);
        }

        var roles = transcript.Roles.ToDictionary(r => names.Speaker(r.Key), r => r.Value, StringComparer.Ordinal);
        return new(transcript, transcript with { Segments = segments, Roles = roles }, taken, names.Meanings);
    }

    private static (string Text, IReadOnlyList<Placeholder> Taken) Replaced(string text, IReadOnlyList<IdentifierSpan> found, PlaceholderNames names)
    {
        var (made, taken, at) = (new StringBuilder(text.Length), new List<Placeholder>(), 0);
        foreach (var span in found)
        {
            made.Append(text, at, span.Start - at);
            var name = names.For(span.Kind, text.Substring(span.Start, span.Length));
            taken.Add(new(name, made.Length, span.Start, span.Length));
            made.Append(name);
            at = span.Start + span.Length;
        }

        return (made.Append(text, at, text.Length - at).ToString(), taken);
    }

    // Of two that overlap the earlier, then the longer one.
    private static List<IdentifierSpan> Apart(List<IdentifierSpan> found)
    {
        var apart = new List<IdentifierSpan>();
        foreach (var span in found.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (apart.Count == 0 || span.Start >= apart[^1].Start + apart[^1].Length) apart.Add(span);
            else if (span.Start + span.Length > apart[^1].Start + apart[^1].Length) apart[^1] = apart[^1] with { Length = span.Start + span.Length - apart[^1].Start };
        }

        return apart;
    }
}
