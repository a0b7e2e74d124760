using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Exporting;

/// <summary>Everything that transcription keeps of a patient.</summary>
/// <param name="Form">The form of this document.</param>
/// <param name="Patient">Whose it is.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Sessions">Newest first.</param>
public sealed record PatientDocument(string Form, PatientId Patient, Instant MadeAt, IReadOnlyList<ExportedSession> Sessions)
{
    /// <summary>The present form.</summary>
    public const string CurrentForm = "clinic-transcription-patient/1";

    /// <summary>The type only; what was said is health data.</summary>
    public override string ToString() => nameof(PatientDocument);
}
