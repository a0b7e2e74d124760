using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Findings;

/// <summary>Runs every rule over a draft of any drafter; pure, the same findings in the same order for the same draft.</summary>
public static class FindingCheck
{
    private static readonly FindingRule[] All =
    [
        new(FindingNames.Evidence, SpeechRules.Evidence),
        new(FindingNames.Quote, SpeechRules.Quotes),
        new(FindingNames.Unsupported, SpeechRules.Support),
        new(FindingNames.Number, NumberRules.Numbers),
        new(FindingNames.Dose, reading => NumberRules.Doses(reading).Concat(RegimenRule.Check(reading))),
        new(FindingNames.Unit, NumberRules.Units),
        new(FindingNames.DoseRange, NumberRules.Ranges),
        new(FindingNames.WeightDose, WeightRule.Check),
        new(FindingNames.Negation, NegationRule.Check),
        new(FindingNames.Laterality, SideRules.Check),
        new(FindingNames.SectionSides, SideRules.Sections),
        new(FindingNames.Drug, DrugRules.Said),
        new(FindingNames.Allergy, DrugRules.Allergies),
        new(FindingNames.SectionAllergies, DrugRules.DeniedAllergies),
        new(FindingNames.Duplicate, DrugRules.Duplicates),
        new(FindingNames.StoppedDrug, DrugRules.Stopped),
        new(FindingNames.KnownDose, KnownDrugRules.Doses),
        new(FindingNames.KnownStopped, KnownDrugRules.Stopped),
        new(FindingNames.Dates, reading => ReportRules.Periods(reading).Concat(ReportRules.Days(reading))),
        new(FindingNames.PatientDiagnosis, ReportRules.PatientDiagnoses),
        new(FindingNames.PatientExam, ReportRules.PatientExams),
        new(FindingNames.LowConfidence, SpeechRules.Confidence),
        new(FindingNames.Injection, SpeechRules.Injections),
        new(FindingNames.Omission, SpeechRules.Omissions),
    ];

    /// <summary>The rules, in the order in which they run.</summary>
    public static IReadOnlyList<IConsistencyRule> Rules => All;

    /// <summary>All findings: by statement, then those of the whole visit; the graver first, then in the order of the rules.</summary>
    public static IReadOnlyList<Finding> Run(ReportDraft draft, Transcript transcript, DraftContext context)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(context);
        var reading = new Reading(draft, transcript, context);
        return All.SelectMany(r => r.Check(reading)).OrderBy(f => f.Statement ?? int.MaxValue).ThenByDescending(f => f.Severity).ToList();
    }
}
