using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>A term of a report that a word list knows, for a reviewer's eye.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Start">The first character of its text, from 0.</param>
/// <param name="Length">The characters, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsOwn">Whether the clinic's own list knows it.</param>
public sealed record MarkedTerm(int Statement, int Start, int Length, EntityKind Kind, bool IsOwn);
