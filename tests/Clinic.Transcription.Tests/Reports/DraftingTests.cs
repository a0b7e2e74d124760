using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Tests.Reports;

public class DraftingTests
{
    [Fact]
    public async Task A_drafter_outside_gets_no_identifiers_and_the_report_has_them_again()
    {
        var room = await Consulting.OpenAsync();
        (room.SendsOutside, room.Source) = (true, room.Source! with { MayLeave = true });
        room.Drafts = t => AVisit.DraftOf(t) with
        {
            Statements = [new(ReportSection.PresentIllness, "[PERSON_1] refiere odinofagia.", [new(0, 0, t.Segments[0].Text.Length)], Polarity.Affirmed)],
        };

        var report = await room.DraftedAsync();

        var sent = string.Join("\n", Assert.Single(room.Seen).Segments.Select(s => $"{s.Speaker} {s.Text}"));
        Assert.DoesNotContain("Rosa", sent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Núñez", sent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("paciente", sent, StringComparison.Ordinal);
        var statement = Assert.Single((await room.StateAsync(report)).Statements);
        Assert.Equal("Rosa Núñez refiere odinofagia.", statement.Text);
        Assert.Equal(AVisit.Whole(AVisit.Throat, 0), Assert.Single(statement.Evidence));
    }

    [Fact]
    public async Task A_drafter_that_may_recover_is_asked_again_after_growing_pauses_and_then_a_person_decides()
    {
        var room = await Consulting.OpenAsync();
        room.Trouble = new(FailureKind.Unavailable, Retryable: true);
        var report = (await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct)).Report;

        await room.WorkAsync();
        Assert.Equal((ReportStatus.Drafting, room.Clock.Now + Duration.FromSeconds(30)), ((await room.StateAsync(report)).Status, (await room.StateAsync(report)).NextAttempt));
        Assert.Equal(JobReport.Nothing, await room.WorkAsync());
        room.Clock.Advance(Duration.FromSeconds(30));
        await room.WorkAsync();
        Assert.Equal(room.Clock.Now + Duration.FromSeconds(60), (await room.StateAsync(report)).NextAttempt);
        room.Clock.Advance(Duration.FromSeconds(60));
        await room.WorkAsync();
        var state = await room.StateAsync(report);
        Assert.Equal((ReportStatus.DraftFailed, FailureKind.Unavailable, null), (state.Status, state.LastFailure, state.NextAttempt));
        Assert.Equal(3, room.Seen.Count);

        room.Trouble = null;
        Assert.Equal(ReportStatus.Drafting, (await room.DoAsync(new AskDrafter { Report = report, Drafter = "offline" })).Status);
        Assert.Equal(new JobReport(1), await room.WorkAsync());
        Assert.Equal("offline", (await room.StateAsync(report)).Draft!.Drafter);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again_and_the_physician_writes_instead()
    {
        var room = await Consulting.OpenAsync();
        room.Trouble = new(FailureKind.Refused, Retryable: false);
        var report = await room.DraftedAsync();
        Assert.Equal(ReportStatus.DraftFailed, (await room.StateAsync(report)).Status);

        Assert.Equal(ReportStatus.InReview, (await room.DoAsync(new WriteReport { Report = report })).Status);
        Assert.Empty((await room.StateAsync(report)).Statements);
    }

    [Fact]
    public async Task A_consent_that_was_taken_back_meanwhile_keeps_the_words_here()
    {
        var room = await Consulting.OpenAsync();
        (room.SendsOutside, room.Source) = (true, room.Source! with { MayLeave = true });
        var report = (await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct)).Report;
        room.Source = room.Source with { MayLeave = false };

        await room.WorkAsync();

        Assert.Empty(room.Seen);
        Assert.Equal(ReportStatus.DraftFailed, (await room.StateAsync(report)).Status);
    }

    [Fact]
    public async Task Evidence_outside_of_what_was_said_or_spoken_to_the_machine_is_dropped_and_the_statement_is_unsupported()
    {
        var room = await Consulting.OpenAsync();
        room.Drafts = t => new ReportDraft(
        [
            new(ReportSection.Plan, "Tramadol 50 mg.", [new(2, 0, 10)], Polarity.Affirmed), new(ReportSection.Plan, "Reposo.", [new(9, 0, 3)], Polarity.Affirmed),
            new(ReportSection.ChiefComplaint, "Dolor.", [new(1, 0, 5), new(1, 500, 1)], Polarity.Affirmed),
        ], [], "room", "1")
        { Excluded = [2] };

        var report = await room.DraftedAsync();
        var statements = (await room.StateAsync(report)).Statements;

        Assert.Equal([false, true, true], statements.Select(s => s.IsUnsupported));
        Assert.Single(statements[0].Evidence);
        // What nobody said is not signed unless the physician takes it over in words.
        Assert.Equal([1, 2], (await room.FindAsync(report)).OpenBlockers().Where(b => b.Rule == "evidence").Select(b => b.Statement!.Value).Order());
    }

    [Fact]
    public async Task Two_workers_draft_once()
    {
        var room = await Consulting.OpenAsync();
        await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct);

        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(room.WorkAsync)));

        Assert.Equal(1, reports.Sum(r => r.Done));
        Assert.Single(room.Seen);
    }
}
