using System.Globalization;
using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Data;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Transcription.Tests;

/// <summary>A consultation of the data on its whole way: brought, drafted, checked, corrected, signed, filed, taken back.</summary>
public class WholeVisitTests
{
    [Fact]
    public async Task A_planted_wrong_dose_is_found_and_stops_the_signature_until_it_is_mended()
    {
        await using var surgery = await OpenAsync();
        var (session, report) = await DraftedAsync(surgery, Visits.Spanish[0]);
        var drafted = await StateAsync(surgery, report);
        var plan = drafted.Statements.First(s => s.Section == ReportSection.Plan && s.Text.Contains("500 mg", StringComparison.Ordinal));
        await DoAsync(surgery, new EditReport { Report = report, Changes = [new StatementChange.See([.. drafted.Statements.Select(s => s.Number)])] });
        Assert.DoesNotContain((await StateAsync(surgery, report)).Findings, f => f.Severity == Severity.Blocker);

        await DoAsync(surgery, new EditReport { Report = report, Changes = [new StatementChange.Reword(plan.Number, plan.Text.Replace("500 mg", "1500 mg", StringComparison.Ordinal))] });

        var wrong = await StateAsync(surgery, report);
        var found = Assert.Single(wrong.Findings, f => f.Severity == Severity.Blocker);
        Assert.Equal((FindingNames.Dose, plan.Number), (found.Rule, found.Statement));
        var refusal = await Assert.ThrowsAsync<TranscriptionException>(() => DoAsync(surgery, new SignReport { Report = report, Version = wrong.Version }));
        Assert.Equal(TranscriptionRules.BlockersOpen, Assert.Single(refusal.Failures).Code);

        await DoAsync(surgery, new EditReport { Report = report, Changes = [new StatementChange.Reword(plan.Number, plan.Text)] });
        await DoAsync(surgery, new SignReport { Report = report, Version = (await StateAsync(surgery, report)).Version });
        await surgery.Get<ReportWork>().RunDueAsync(surgery.Tenant, 10, Surgery.Ct);

        var filed = await StateAsync(surgery, report);
        Assert.Equal((ReportStatus.Filed, $"{report}/v1"), (filed.Status, filed.Versions[0].RecordId));
        Assert.All(filed.Versions[0].Statements, s => Assert.NotEmpty(s.Evidence));
        Assert.Equal(SessionStatus.Transcribed, (await surgery.FindAsync(session)).Status);
    }

    [Fact]
    public async Task A_consent_taken_back_erases_words_and_drafts_and_flags_what_was_signed()
    {
        await using var surgery = await OpenAsync();
        var (signedSession, signed) = await DraftedAsync(surgery, Visits.Spanish[1]);
        await SignAsync(surgery, signed);
        var (openSession, open) = await DraftedAsync(surgery, Visits.Spanish[2]);
        Assert.DoesNotContain((await StateAsync(surgery, open)).Statements, s => s.Text.Contains("tramadol", StringComparison.OrdinalIgnoreCase));
        Assert.Contains((await StateAsync(surgery, open)).Findings, f => f.Rule == FindingNames.Injection);

        await surgery.WithdrawAsync(signedSession);
        await surgery.WithdrawAsync(openSession);

        Assert.True((await surgery.FindAsync(signedSession)).SignedReportStands);
        Assert.True((await StateAsync(surgery, signed)).ConsentWithdrawn);
        Assert.NotEmpty((await StateAsync(surgery, signed)).Versions[0].Statements);
        Assert.Equal((ReportStatus.Erased, 0), ((await StateAsync(surgery, open)).Status, (await StateAsync(surgery, open)).Statements.Count));
        Assert.All(new[] { signedSession, openSession }, s => Assert.Null(surgery.Get<TranscriptArchive>().FindAsync(surgery.Tenant, s, Surgery.Ct).Result));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ConsentScope.AiDraft)]
    public async Task Under_a_legal_hold_a_draft_is_kept_and_read_by_nobody_until_the_release_erases_it(ConsentScope? scopes)
    {
        await using var surgery = await OpenAsync();
        var (session, report) = await DraftedAsync(surgery, Visits.Spanish[1]);
        await surgery.RunAsync(new HoldSession { Session = session, Reason = "court" }, "supervisor");

        await surgery.WithdrawAsync(session, scopes);

        Assert.NotEmpty((await StateAsync(surgery, report)).Statements);
        Assert.Equal(TranscriptionRules.ReportUnknown, (await Assert.ThrowsAsync<TranscriptionException>(() => surgery.Get<ReportInquiries>().ReadAsync(surgery.As("physician"), report, Surgery.Ct))).Code);
        Assert.Equal(TranscriptionRules.ReportUnknown, (await Assert.ThrowsAsync<TranscriptionException>(() => DoAsync(surgery, new SignReport { Report = report, Version = 2 }))).Code);
        Assert.Equal(JobReport.Nothing, await surgery.Get<ReportWork>().RunDueAsync(surgery.Tenant, 10, Surgery.Ct));
        await surgery.RunAsync(new ReleaseSession { Session = session }, "supervisor");
        Assert.Equal((ReportStatus.Erased, 0), ((await StateAsync(surgery, report)).Status, (await StateAsync(surgery, report)).Statements.Count));
    }

    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    public async Task The_signed_content_is_the_same_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            await using var surgery = await OpenAsync();
            var (_, report) = await DraftedAsync(surgery, Visits.Spanish[0]);
            var state = await StateAsync(surgery, report);
            Assert.Contains(state.Statements, s => s.Text.Contains("38.5", StringComparison.Ordinal) || s.Text.Contains("38,5", StringComparison.Ordinal) || s.Text.Contains("treinta y ocho", StringComparison.Ordinal));
            var bytes = ReportContent.Of(state, 1, VersionKind.Original, null, state.Statements, null, state.TranscriptVersion).Hash();
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Assert.Equal(bytes, ReportContent.Of(state, 1, VersionKind.Original, null, state.Statements, null, state.TranscriptVersion).Hash());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Reports are the real ones here; the kit replaces them for the tests of sessions alone.
    private static Task<Surgery> OpenAsync() =>
        Surgery.OpenAsync(more: c => c.AddSingleton<ISessionReports>(p => new ReportsOfSessions(p.GetRequiredService<ReportArchive>())));

    private static async Task<(SessionId Session, ReportId Report)> DraftedAsync(Surgery surgery, VisitRow visit)
    {
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        var lines = string.Join('\n', visit.Transcript.Segments.Select(s => $"{(visit.Transcript.RoleOf(s) == SpeakerRole.Physician ? "Doctor" : "Paciente")}: {s.Text}"));
        await surgery.Get<TranscriptIntake>().BringAsync(surgery.As("physician"), new() { Session = session, Content = lines }, Surgery.Ct);
        var begun = await surgery.Get<ReportDesk>().BeginAsync(surgery.As("physician"), new() { Session = session }, Surgery.Ct);
        Assert.Equal(0, (await surgery.Get<ReportWork>().RunDueAsync(surgery.Tenant, 10, Surgery.Ct)).Failed);
        return (session, begun.Report);
    }

    private static async Task SignAsync(Surgery surgery, ReportId report)
    {
        var state = await StateAsync(surgery, report);
        var missing = (await surgery.Get<ReportArchive>().FindAsync(surgery.Tenant, report, Surgery.Ct))!.MissingSections().Select(s => (StatementChange)new StatementChange.Insert(s, "Sin más datos."));
        await DoAsync(surgery, new EditReport { Report = report, Changes = [new StatementChange.See([.. state.Statements.Select(s => s.Number)]), .. missing] });
        foreach (var blocker in (await StateAsync(surgery, report)).Findings.Where(f => f.Severity == Severity.Blocker))
            await DoAsync(surgery, new OverrideFinding { Report = report, Finding = blocker.Key, Words = "Revisado con el paciente." });
        await DoAsync(surgery, new SignReport { Report = report, Version = (await StateAsync(surgery, report)).Version });
    }

    private static Task<ReportAnswer> DoAsync(Surgery surgery, ReportCommand command) => surgery.Get<ReportDesk>().RunAsync(surgery.As("physician"), command, Surgery.Ct);

    private static async Task<ReportSnapshot> StateAsync(Surgery surgery, ReportId report) => (await surgery.Get<ReportArchive>().FindAsync(surgery.Tenant, report, Surgery.Ct))!.ToSnapshot();
}
