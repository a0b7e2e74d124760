using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Transcription.Searching;

namespace Clinic.Api.Transcription;

/// <summary>What is looked for; every part but the words may be missing.</summary>
/// <param name="Q">Words, words in quotes next to each other, -without, begin*.</param>
/// <param name="Kind">Transcripts or reports only.</param>
/// <param name="Patient">Of one patient.</param>
/// <param name="Physician">Of one physician.</param>
/// <param name="From">Of then or later.</param>
/// <param name="Until">Before.</param>
public readonly record struct SearchFilter(string? Q, Word<IndexedKind>? Kind, PatientId? Patient, PersonId? Physician, Moment? From, Moment? Until)
{
    internal TextSearch Search => new(Q ?? "") { Kind = Kind?.Value, Patient = Patient, Physician = Physician, From = From?.Value, Until = Until?.Value };

    /// <summary>The type only; what is looked for is health data.</summary>
    public override string ToString() => nameof(SearchFilter);
}
