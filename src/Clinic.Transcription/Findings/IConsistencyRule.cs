using Clinic.Transcription.Drafting;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Findings;

/// <summary>One check of a report against what was said; pure.</summary>
public interface IConsistencyRule
{
    /// <summary>Its permanent name, such as <c>dose</c>.</summary>
    string Name { get; }

    /// <summary>What a person should look at; empty where all is well.</summary>
    IEnumerable<Finding> Check(ReportDraft draft, Transcript transcript, DraftContext context);
}
