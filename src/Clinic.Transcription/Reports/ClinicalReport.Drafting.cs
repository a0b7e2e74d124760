using Clinic.Transcription.Drafting;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Reports;

public sealed partial class ClinicalReport
{
    /// <summary>Notes that a drafter is asked, so that nobody else asks meanwhile.</summary>
    internal ClinicalReport Asked(Instant next) => Next(state with { Attempts = state.Attempts + 1, NextAttempt = next });

    /// <summary>Takes a draft; what an earlier draft said is gone with its findings.</summary>
    internal ClinicalReport TakeDraft(ReportDraft draft, long? transcript, Instant now)
    {
        var number = state.NextStatement;
        var statements = draft.Statements.Where(s => state.Template.Has(s.Section))
            .Select(s => new ReportStatement(number++, s.Section, s.Text, StatementOrigin.Drafted) { Evidence = [.. s.Evidence], Polarity = s.Polarity });
        return Fire(ReportTrigger.DraftReady, state with
        {
            Statements = InOrder(statements),
            NextStatement = number,
            TranscriptVersion = transcript,
            Entities = [.. draft.Entities],
            Excluded = [.. draft.Excluded],
            Findings = [],
            Overrides = [],
            Edits = [],
            Suggestions = [],
            Draft = new(draft.Drafter, draft.Version, draft.Model, now),
            Attempts = 0,
            NextAttempt = null,
            LastFailure = null,
            Reason = null,
        });
    }

    /// <summary>Notes that the drafter could not; a person decides how to go on.</summary>
    internal ClinicalReport FailDraft(FailureKind kind) => Fire(ReportTrigger.DraftFailed, state with { LastFailure = kind, NextAttempt = null });

    /// <summary>Notes that the drafter could not yet and is asked again.</summary>
    internal ClinicalReport DelayDraft(FailureKind kind, Instant next) => Next(state with { LastFailure = kind, NextAttempt = next });

    /// <summary>Asks a drafter, again or another.</summary>
    internal ClinicalReport AskDrafter(ReportTrigger trigger, string drafter, Instant now) =>
        Fire(trigger, state with { Drafter = drafter, Attempts = 0, NextAttempt = now, LastFailure = null });

    /// <summary>Goes on without a draft.</summary>
    internal ClinicalReport WriteManually() => Fire(ReportTrigger.WriteManually, state with { Drafter = null, NextAttempt = null });

    /// <summary>Gives the draft up; it stays readable until another comes.</summary>
    internal ClinicalReport Reject(string reason) => Fire(ReportTrigger.Reject, state with { Reason = reason });
}
