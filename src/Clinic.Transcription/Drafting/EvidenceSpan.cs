namespace Clinic.Transcription.Drafting;

/// <summary>A stretch of a segment's text that a statement rests on.</summary>
/// <param name="Segment">The index of the segment.</param>
/// <param name="Start">The first character, from 0, in UTF-16 units of the segment's text.</param>
/// <param name="Length">1 or more, and the stretch ends inside the text; 0 where the words that were cited have been struck out since.</param>
public readonly record struct EvidenceSpan(int Segment, int Start, int Length);
