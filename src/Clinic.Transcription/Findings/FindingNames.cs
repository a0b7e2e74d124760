namespace Clinic.Transcription.Findings;

/// <summary>The permanent names of the rules; docs/transcription-findings.md says what each means.</summary>
public static class FindingNames
{
    /// <summary>A statement without evidence, or with evidence outside the transcript.</summary>
    public const string Evidence = "evidence";

    /// <summary>A statement cites speech to the machine.</summary>
    public const string ExcludedEvidence = "excluded-evidence";

    /// <summary>Quoted words are not in the cited speech.</summary>
    public const string Quote = "quote";

    /// <summary>Most words of a statement are not in the cited speech.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>A number is not in the cited speech.</summary>
    public const string Number = "number";

    /// <summary>A dose or its unit differs from the cited speech.</summary>
    public const string Dose = "dose";

    /// <summary>A dose was said without a unit.</summary>
    public const string Unit = "unit";

    /// <summary>A statement denies what was affirmed, or the other way round.</summary>
    public const string Negation = "negation";

    /// <summary>Left and right differ from the cited speech.</summary>
    public const string Laterality = "laterality";

    /// <summary>A medicine is not in the cited speech.</summary>
    public const string Drug = "drug";

    /// <summary>The plan gives what the patient must not get.</summary>
    public const string Allergy = "allergy";

    /// <summary>The plan gives a medicine or its class twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A dose is beyond the usual range of an adult.</summary>
    public const string DoseRange = "dose-range";

    /// <summary>A dose is not the milligrams per kilo that were said, times the weight.</summary>
    public const string WeightDose = "weight-dose";

    /// <summary>A period ends before it begins.</summary>
    public const string Dates = "dates";

    /// <summary>Sections name different sides of one part of the body.</summary>
    public const string SectionSides = "section-sides";

    /// <summary>The allergies are denied, and there is one.</summary>
    public const string SectionAllergies = "section-allergies";

    /// <summary>The plan both stops and gives a medicine.</summary>
    public const string StoppedDrug = "stopped-drug";

    /// <summary>A dose differs from the one of an earlier signed report.</summary>
    public const string KnownDose = "known-dose";

    /// <summary>A medicine that an earlier signed report stopped is given or taken.</summary>
    public const string KnownStopped = "known-stopped";

    /// <summary>A diagnosis that only the patient said.</summary>
    public const string PatientDiagnosis = "patient-diagnosis";

    /// <summary>A finding of the examination that no physician said.</summary>
    public const string PatientExam = "patient-exam";

    /// <summary>Something important was said and no statement uses it.</summary>
    public const string Omission = "omission";

    /// <summary>Somebody spoke to the machine.</summary>
    public const string Injection = "injection";

    /// <summary>The engine was not sure of a word that matters.</summary>
    public const string LowConfidence = "low-confidence";
}
