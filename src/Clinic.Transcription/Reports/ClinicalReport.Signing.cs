using NodaTime;

namespace Clinic.Transcription.Reports;

public sealed partial class ClinicalReport
{
    // As many keys as a refusal has room for; the others are named once these are answered.
    private const int MostNamed = 6;

    /// <summary>Everything that keeps the text from being signed, all at once.</summary>
    internal void CheckSignable(Failures failures, ReportTrigger trigger)
    {
        CheckAllowed(failures, trigger);
        var missing = MissingSections().ToList();
        failures.Require(missing.Count == 0, TranscriptionRules.SectionsMissing, ("missing", string.Join(", ", missing)), ("template", state.Template.Name));
        var unseen = state.Statements.Where(s => !s.IsSeen).Select(s => s.Number).ToList();
        failures.Require(unseen.Count == 0, TranscriptionRules.StatementsUnseen, ("statements", string.Join(", ", unseen.Take(50))), ("count", unseen.Count));
        CheckBlockers(failures, OpenBlockers());
        var open = state.Suggestions.Where(s => s.IsTaken is null).Select(s => s.Number).ToList();
        failures.Require(open.Count == 0, TranscriptionRules.SuggestionsOpen, ("suggestions", string.Join(", ", open)));
        failures.Require(!state.ConsentWithdrawn || trigger == ReportTrigger.Amend, TranscriptionRules.SignedAfterWithdrawal, ("session", state.Session));
    }

    /// <summary>Names each open blocker by its key and its statement; what it says is health data and stays with the report.</summary>
    internal static void CheckBlockers(Failures failures, IEnumerable<ReportFinding> open)
    {
        var blockers = open.ToList();
        failures.Require(blockers.Count == 0, TranscriptionRules.BlockersOpen, ("findings", string.Join(", ", blockers.Take(MostNamed))), ("count", blockers.Count),
            ("statements", string.Join(", ", blockers.Select(b => b.Statement).OfType<int>().Distinct())));
    }

    /// <summary>The first signature.</summary>
    internal ClinicalReport Sign(ReportSignature signature) => WithVersion(ReportTrigger.Sign, new(1, VersionKind.Original, state.Statements, signature) { TranscriptVersion = state.TranscriptVersion });

    /// <summary>A further version of a filed report, signed anew.</summary>
    internal ClinicalReport Amend(VersionKind kind, string reason, ReportSignature signature) =>
        WithVersion(ReportTrigger.Amend, new(state.Versions.Count + 1, kind, state.Statements, signature) { TranscriptVersion = state.TranscriptVersion, Reason = reason });

    /// <summary>Something added to the last version.</summary>
    internal ClinicalReport Add(string text, IReadOnlyList<FindingOverride> overrides, ReportSignature signature) => Fire(ReportTrigger.Addendum, state with
    {
        Addenda = [.. state.Addenda, new(state.Addenda.Count + 1, text, signature) { ToVersion = state.Versions[^1].Number, Overrides = overrides }],
        NextAttempt = signature.At,
        Attempts = 0,
    });

    /// <summary>Notes that the clinical record is asked, so that nobody else asks meanwhile.</summary>
    internal ClinicalReport AskedRecord(Instant next) => Next(state with { Attempts = state.Attempts + 1, NextAttempt = next });

    /// <summary>The clinical record took a version or an addendum; the next one that waits is due.</summary>
    internal ClinicalReport Filed(RecordPart part, string recordId, Instant now)
    {
        var next = state with
        {
            Versions = [.. state.Versions.Select(v => v.Number == part.Version && part.Addendum is null ? v with { RecordId = recordId, FiledAt = now } : v)],
            Addenda = [.. state.Addenda.Select(a => a.Number == part.Addendum ? a with { RecordId = recordId, FiledAt = now } : a)],
            Attempts = 0,
            LastFailure = null,
        };
        next = next with { NextAttempt = Waiting(next) is null ? null : now };
        return state.Status switch
        {
            ReportStatus.Signed => Fire(ReportTrigger.File, next),
            ReportStatus.FilingFailed => Fire(ReportTrigger.RetryFile, next),
            _ => Next(next),
        };
    }

    /// <summary>The clinical record could not take it; it is asked again.</summary>
    internal ClinicalReport FilingFailed(SpeechToText.FailureKind kind, Instant next)
    {
        var failed = state with { LastFailure = kind, NextAttempt = next };
        return state.Status is ReportStatus.Signed or ReportStatus.FilingFailed ? Fire(ReportTrigger.FilingFailed, failed) : Next(failed);
    }

    /// <summary>Brings a waiting version to the clinical record now.</summary>
    internal ClinicalReport FileNow(Instant now) => Next(state with { NextAttempt = now });

    /// <summary>It should never have been; the text stays and says so.</summary>
    internal ClinicalReport EnterInError(string reason) => Fire(ReportTrigger.MarkEnteredInError, state with { Reason = reason, NextAttempt = null });

    /// <summary>What the clinical record has not taken yet, the oldest first; null when it has all.</summary>
    public RecordPart? Waiting() => Waiting(state);

    /// <summary>The patient took the consent back: what is signed stays and is flagged.</summary>
    internal ClinicalReport FlagWithdrawn() => Next(state with { ConsentWithdrawn = true });

    /// <summary>It would be erased if a legal hold did not stand: nobody reads it and nobody works on it.</summary>
    internal ClinicalReport Withhold() => Next(state with { ConsentWithdrawn = true, NextAttempt = null });

    /// <summary>What was never signed goes, all of it.</summary>
    internal ClinicalReport Erase() => Fire(ReportTrigger.Erase, Emptied(state) with { Statements = [], Edits = [], Suggestions = [], Reason = null, NextAttempt = null, ConsentWithdrawn = state.ConsentWithdrawn });

    /// <summary>The words of the session are gone: excerpts in findings and entities go with them, the signed text stays.</summary>
    internal ClinicalReport ForgetExcerpts() => Next(Emptied(state));

    private static ReportSnapshot Emptied(ReportSnapshot s) => s with { Entities = [], Findings = [], Overrides = [], Excluded = [] };

    private static RecordPart? Waiting(ReportSnapshot s)
    {
        if (s.Versions.FirstOrDefault(v => v.RecordId is null) is { } version) return new(version.Number, null);
        return s.Addenda.FirstOrDefault(a => a.RecordId is null) is { } addendum ? new(addendum.ToVersion, addendum.Number) : null;
    }

    private ClinicalReport WithVersion(ReportTrigger trigger, SignedVersion version) => Fire(trigger, state with
    {
        Versions = [.. state.Versions, version],
        Edits = [.. state.Edits.Select(e => e.SignedIn is null ? e with { SignedIn = version.Number } : e)],
        NextAttempt = version.Signature.At,
        Attempts = 0,
        LastFailure = null,
    });
}
