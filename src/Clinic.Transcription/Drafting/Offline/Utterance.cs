using Clinic.Transcription.Language;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>A segment as the rules see it: tokens, numbers, and who speaks.</summary>
internal sealed class Utterance(int segment, string text, string? label, SpeakerRole role, Lexicon lexicon)
{
    public int Segment { get; } = segment;

    public string Text { get; } = text;

    public string? Label { get; } = label;

    public string Language { get; } = lexicon.Language;

    /// <summary>As the transcript says; the reader of roles may mend it.</summary>
    public SpeakerRole Role { get; set; } = role;

    public List<Token> Tokens { get; } = TokenReader.Read(text);

    public List<NumberReader.Found> Numbers { get => field ??= NumberReader.Read(Tokens, lexicon.Language); }

    public List<Unit> Units { get; } = [];

    /// <summary>Whether it speaks to the machine.</summary>
    public bool IsExcluded { get; set; }

    /// <summary>Whether it was dictated; then all of it is content.</summary>
    public bool IsDictated { get; init; }

    /// <summary>The section that was named for it.</summary>
    public ReportSection? Commanded { get; init; }

    public bool IsPhysician => Role is SpeakerRole.Physician or SpeakerRole.Clinician;

    public int Words => Tokens.Count(t => !t.IsMark);
}
