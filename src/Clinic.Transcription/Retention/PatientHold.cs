using Clinic.Abstractions;

namespace Clinic.Transcription.Retention;

/// <summary>At which sites everything of a patient is under a legal hold, whatever is opened later too.</summary>
/// <param name="Patient">Whose visits.</param>
/// <param name="Sites">The sites; none after the last release.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record PatientHold(PatientId Patient, IReadOnlyList<SiteId> Sites, long Version)
{
    /// <summary>The fact that a new session relies on.</summary>
    public FactKey Fact => FactOf(Patient);

    /// <summary>The fact of a patient; its version is 0 as long as nobody ever held anything.</summary>
    public static FactKey FactOf(PatientId patient) => new("transcription.patient-hold", patient.Value);

    /// <summary>The patient's id only.</summary>
    public override string ToString() => Patient.ToString();

    internal static PatientHold Of(PatientHold? found, PatientId patient) => found ?? new(patient, [], 0);

    internal PatientHold With(SiteId site) => this with { Sites = [.. Sites, site], Version = Version + 1 };

    internal PatientHold Without(SiteId site) => this with { Sites = [.. Sites.Where(s => s != site)], Version = Version + 1 };
}
