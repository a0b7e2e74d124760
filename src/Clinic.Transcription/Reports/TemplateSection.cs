using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>One section of a template.</summary>
/// <param name="Section">Which.</param>
/// <param name="IsRequired">Whether a report needs a statement in it before it is signed.</param>
public sealed record TemplateSection(ReportSection Section, bool IsRequired);
