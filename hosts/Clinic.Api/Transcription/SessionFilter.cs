using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Transcription.Sessions;

namespace Clinic.Api.Transcription;

/// <summary>Which recorded visits are asked for; every part that is missing takes all.</summary>
/// <param name="Status">Of these statuses.</param>
/// <param name="Patient">Of one patient.</param>
/// <param name="Physician">Of one physician.</param>
/// <param name="From">Opened then or later.</param>
/// <param name="Until">Opened before.</param>
public readonly record struct SessionFilter(Word<SessionStatus>[]? Status, PatientId? Patient, PersonId? Physician, Moment? From, Moment? Until)
{
    internal SessionQuery Query => new()
    {
        Statuses = [.. (Status ?? []).Select(s => s.Value)],
        Patient = Patient,
        Physician = Physician,
        From = From?.Value,
        Until = Until?.Value,
    };
}
