using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Reports;

/// <summary>What was signed before is known at the next visit, on this machine only unless somebody lets it leave.</summary>
public class EarlierReportsTests
{
    [Fact]
    public async Task Another_dose_and_a_stopped_medicine_of_earlier_reports_are_found_at_the_next_visit()
    {
        var room = await Consulting.OpenAsync();
        await SignAsync(room, "Tome losartán de 50 mg cada día y metformina de 850 mg cada día.", "Suspender enalapril.");
        room.Return(Duration.FromDays(40));

        var report = await DraftAsync(room, (ReportSection.Medications, "Toma losartán de 100 mg."), (ReportSection.Plan, "Metformina de 1 g cada día."), (ReportSection.Medications, "Toma enalapril de 10 mg."));

        var findings = (await room.StateAsync(report)).Findings.Where(f => f.Rule is FindingNames.KnownDose or FindingNames.KnownStopped).ToList();
        Assert.Equal(
            [
                (FindingNames.KnownDose, Severity.Warning, "losartan 100 mg", "losartan 50 mg (2026-03-02)"),
                (FindingNames.KnownStopped, Severity.Warning, "enalapril", "enalapril (2026-03-02)"),
                (FindingNames.KnownDose, Severity.Info, "metformina 1 g", "metformina 850 mg (2026-03-02)"),
            ],
            findings.Select(f => (f.Rule, f.Severity, f.Written!, f.Said!)));
        // Neither stops the signature.
        Assert.DoesNotContain((await room.FindAsync(report)).OpenBlockers(), f => f.Rule is FindingNames.KnownDose or FindingNames.KnownStopped);
        var told = room.Told[^1];
        Assert.Equal(["losartan", "metformina"], told.KnownMedications);
        Assert.Equal([("enalapril", true), ("losartan", false), ("metformina", false)], told.EarlierMedications.Select(m => (m.Substance, m.IsStopped)));
    }

    [Theory]
    [InlineData("Tome losartán de 50 mg cada día.", "Aumentar losartán a 100 mg.")]
    [InlineData("Tome metformina de 1 g cada día.", "Metformina de 1000 mg.")]
    [InlineData("Suspender losartán.", "Reiniciar losartán de 50 mg.")]
    [InlineData("Suspender losartán.", "No tome losartán.")]
    [InlineData("Tome losartán cada día.", "Losartán de 100 mg.")]
    [InlineData("Tome losartán de 50 mg por 7 días.", "Losartán de 100 mg.")]
    public async Task What_a_plan_says_to_change_or_says_alike_is_no_contradiction(string before, string now)
    {
        var room = await Consulting.OpenAsync();
        await SignAsync(room, before);
        room.Return(Duration.FromDays(40));

        var report = await DraftAsync(room, (ReportSection.Plan, now));

        Assert.DoesNotContain((await room.StateAsync(report)).Findings, f => f.Rule is FindingNames.KnownDose or FindingNames.KnownStopped);
    }

    [Fact]
    public async Task The_newest_mention_counts_and_old_erroneous_and_withdrawn_reports_say_nothing()
    {
        var room = await Consulting.OpenAsync();
        await SignAsync(room, "Tome losartán de 25 mg cada día y omeprazol de 20 mg cada día.");
        room.Return(Duration.FromDays(10));
        var second = await SignAsync(room, "Tome losartán de 50 mg cada día.", "Suspender omeprazol.");
        var visit = room.Source!;
        room.Return(Duration.FromDays(10));
        await DraftAsync(room, (ReportSection.Plan, "Reposo."));
        Assert.Equal([("losartan", 50m, false), ("omeprazol", null, true)], room.Told[^1].EarlierMedications.Select(m => (m.Substance, m.Value, m.IsStopped)));

        room.Source = visit;
        await room.DoAsync(new EnterReportInError { Report = second, Reason = "Otra paciente." }, room.Supervisor);
        room.Return(Duration.FromDays(10));
        var third = await DraftAsync(room, (ReportSection.Plan, "Reposo."));
        Assert.Equal([("losartan", 25m, false), ("omeprazol", 20m, false)], room.Told[^1].EarlierMedications.Select(m => (m.Substance, m.Value, m.IsStopped)));
        // What is not signed says nothing, and a year later nothing does.
        Assert.Equal(ReportStatus.InReview, (await room.StateAsync(third)).Status);
        room.Return(Duration.FromDays(400));
        await DraftAsync(room, (ReportSection.Plan, "Reposo."));
        Assert.Empty(room.Told[^1].EarlierMedications);
    }

    [Fact]
    public async Task A_known_dose_is_written_to_its_last_decimal()
    {
        var room = await Consulting.OpenAsync();
        await SignAsync(room, "Tome carvedilol de 6.25 mg cada 12 horas.");
        room.Return(Duration.FromDays(5));

        var report = await DraftAsync(room, (ReportSection.Medications, "Toma carvedilol de 12.5 mg."));

        var finding = Assert.Single((await room.StateAsync(report)).Findings, f => f.Rule == FindingNames.KnownDose);
        Assert.Equal(("carvedilol 12.5 mg", "carvedilol 6.25 mg (2026-03-02)"), (finding.Written, finding.Said));
    }

    [Fact]
    public async Task An_allergy_of_an_earlier_report_stops_what_it_forbids()
    {
        var room = await Consulting.OpenAsync();
        await SignAsync(room, (ReportSection.Allergies, "Alérgica al ibuprofeno."), (ReportSection.Plan, "Reposo."));
        room.Return(Duration.FromDays(5));

        var report = await DraftAsync(room, (ReportSection.Plan, "Ibuprofeno de 400 mg cada 8 horas."));

        Assert.Equal(["penicilina", "ibuprofeno"], room.Told[^1].KnownAllergies);
        Assert.Contains((await room.StateAsync(report)).Findings, f => f is { Rule: FindingNames.Allergy, Severity: Severity.Blocker });
    }

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    public async Task A_drafter_outside_is_told_only_where_the_clinic_lets_it_and_the_findings_are_the_same(bool mayLeave, bool inside, int told)
    {
        var room = await Consulting.OpenAsync(o => o.EarlierReportsMayLeave = mayLeave);
        room.Source = room.Source! with { MayLeave = true };
        await SignAsync(room, (ReportSection.Allergies, "Alérgica al ibuprofeno."), (ReportSection.Plan, "Tome losartán de 50 mg cada día."));
        room.Return(Duration.FromDays(5));
        room.SendsOutside = !inside;

        var report = await DraftAsync(room, (ReportSection.Medications, "Toma losartán de 100 mg."));

        Assert.Equal((told, told, told), (room.Told[^1].KnownMedications.Count, room.Told[^1].EarlierMedications.Count, room.Told[^1].KnownAllergies.Count - 1));
        Assert.Contains((await room.StateAsync(report)).Findings, f => f.Rule == FindingNames.KnownDose);
    }

    private static Task<ReportId> SignAsync(Consulting room, params string[] plan) => SignAsync(room, [.. plan.Select(p => (ReportSection.Plan, p))]);

    private static async Task<ReportId> SignAsync(Consulting room, params (ReportSection Section, string Text)[] statements)
    {
        var report = await DraftAsync(room, [(ReportSection.ChiefComplaint, "Control."), (ReportSection.PresentIllness, "Control de su presión."), (ReportSection.Assessment, "Hipertensión."), .. statements]);
        await room.SeeAllAsync(report);
        var open = (await room.FindAsync(report)).OpenBlockers().ToList();
        Assert.Empty(open.Select(f => f.Rule));
        await room.DoAsync(new SignReport { Report = report, Version = (await room.FindAsync(report)).Version });
        await room.WorkAsync();
        return report;
    }

    // What is written was said word for word.
    private static async Task<ReportId> DraftAsync(Consulting room, params (ReportSection Section, string Text)[] statements)
    {
        var visit = new Transcript("es", [.. statements.Select((s, i) => new TranscriptSegment(i, "doctor", s.Text))]) { Roles = new Dictionary<string, SpeakerRole> { ["doctor"] = SpeakerRole.Physician } };
        room.Source = room.Source! with { Words = new(visit, visit, []) };
        room.Drafts = transcript => new([.. statements.Select((s, i) => AVisit.Of(transcript, s.Section, s.Text, i))], [], "room", "1");
        return await room.DraftedAsync();
    }
}
