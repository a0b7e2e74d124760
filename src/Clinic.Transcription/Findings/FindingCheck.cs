using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Findings;

/// <summary>Runs every rule over a draft of any drafter; pure, the same findings in the same order for the same draft.</summary>
public static class FindingCheck
{
    private static readonly FindingRule[] All =
    [
        new(FindingRules.Evidence, SpeechRules.Evidence),
        new(FindingRules.Quote, SpeechRules.Quotes),
        new(FindingRules.Unsupported, SpeechRules.Support),
        new(FindingRules.Number, NumberRules.Numbers),
        new(FindingRules.Dose, NumberRules.Doses),
        new(FindingRules.Unit, NumberRules.Units),
        new(FindingRules.DoseRange, NumberRules.Ranges),
        new(FindingRules.Negation, NegationRule.Check),
        new(FindingRules.Laterality, SideRules.Check),
        new(FindingRules.SectionSides, SideRules.Sections),
        new(FindingRules.Drug, DrugRules.Said),
        new(FindingRules.Allergy, DrugRules.Allergies),
        new(FindingRules.Duplicate, DrugRules.Duplicates),
        new(FindingRules.StoppedDrug, DrugRules.Stopped),
        new(FindingRules.Dates, ReportRules.Periods),
        new(FindingRules.PatientDiagnosis, ReportRules.PatientDiagnoses),
        new(FindingRules.PatientExam, ReportRules.PatientExams),
        new(FindingRules.LowConfidence, SpeechRules.Confidence),
        new(FindingRules.Injection, SpeechRules.Injections),
        new(FindingRules.Omission, SpeechRules.Omissions),
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
