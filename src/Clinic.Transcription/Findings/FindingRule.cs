using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Findings;

/// <summary>A named rule over a draft that was read beside its transcript.</summary>
internal sealed class FindingRule(string name, Func<Reading, IEnumerable<Finding>> check) : IConsistencyRule
{
    public string Name => name;

    public IEnumerable<Finding> Check(ReportDraft draft, Transcript transcript, DraftContext context) => check(new Reading(draft, transcript, context));

    public IEnumerable<Finding> Check(Reading reading) => check(reading);
}
