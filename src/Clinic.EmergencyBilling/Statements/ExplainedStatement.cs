using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>A recorded revision with the sentences that say how it came about.</summary>
/// <param name="Patient">Whose it is.</param>
/// <param name="Recorded">The revision.</param>
/// <param name="Words">Sentence by sentence; rendered now, never stored.</param>
public sealed record ExplainedStatement(PatientId Patient, RecordedStatement Recorded, IReadOnlyList<string> Words);
