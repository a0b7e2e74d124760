using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Tests.Reports;
using NodaTime;

namespace Clinic.Transcription.Tests.Measuring;

public sealed class ReviewFiguresTests
{
    [Fact]
    public async Task Time_to_sign_edits_and_completeness_are_read_from_the_signed_report()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.DraftedAsync();
        var drafted = (await room.FindAsync(report)).Statements;
        room.Clock.AdvanceMinutes(4);
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Reword(1, "Uno."), new StatementChange.Insert(ReportSection.PresentIllness, "Odinofagia de 4 días.")] });
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Reword(1, "Dos."), new StatementChange.Remove(2)] });
        await room.SeeAllAsync(report);
        room.Clock.AdvanceMinutes(3);
        await room.DoAsync(new SignReport { Report = report, Version = (await room.FindAsync(report)).Version });

        var figures = Assert.Single(await MeasureAsync(room, room.Physician));

        Assert.Equal((1, Duration.FromMinutes(7), Duration.FromMinutes(7)), (figures.Reports, figures.MedianToSign, figures.P95ToSign));
        Assert.Equal((drafted.Count, drafted.Count - 2), (figures.Drafted, figures.Untouched));
        Assert.Equal(figures.SectionsRequired, figures.SectionsFilled);
        Assert.True(figures.SectionsRequired > 0);
        var before = drafted.GroupBy(s => s.Section).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(s => s.Text)));
        var after = (await room.StateAsync(report)).Versions[0].Statements.GroupBy(s => s.Section).ToDictionary(g => g.Key, g => string.Join('\n', g.Select(s => s.Text)));
        Assert.Equal(EditMeasures.BySection(before, after).Select(e => (e.Key, Math.Round(e.Value, 4))), figures.Edited.Select(e => (e.Key, e.Value)));
    }

    [Fact]
    public async Task An_amendment_does_not_change_how_the_review_went()
    {
        var room = await Consulting.OpenAsync();
        var report = await room.FiledAsync();
        var before = await MeasureAsync(room, room.Physician);
        room.Clock.AdvanceMinutes(600);
        var state = await room.StateAsync(report);
        await room.DoAsync(new AmendReport
        {
            Report = report,
            Version = state.Version,
            Kind = VersionKind.Corrected,
            Reason = "dosis",
            Changes = [new StatementChange.Reword(state.Statements[0].Number, "Otra cosa.")],
        });

        Assert.Equivalent(before, await MeasureAsync(room, room.Physician), strict: true);
        Assert.All(before, f => Assert.All(f.Edited.Values, e => Assert.Equal(0, e)));
    }

    [Fact]
    public async Task A_supervisor_sees_the_figures_of_all_and_another_physician_none()
    {
        var room = await Consulting.OpenAsync();
        await room.SignedAsync();

        Assert.Single(await MeasureAsync(room, room.Supervisor));
        Assert.Empty(await MeasureAsync(room, new(new(Guid.CreateVersion7()), [Role.Physician], [])));
        var nurse = await Consulting.RefusedAsync(MeasureAsync(room, new(new(Guid.CreateVersion7()), [Role.Nurse], []), days: 400));
        Assert.Equal([TranscriptionRules.RoleMissing, TranscriptionRules.FieldInvalid], nurse.Failures.Select(f => f.Code));
    }

    [Fact]
    public void Percentiles_are_times_that_a_report_took()
    {
        var reports = Enumerable.Range(1, 20).Select(i => new ReviewedReport("a 1", Duration.FromMinutes(i), 10, 9, new Dictionary<ReportSection, double>(), new(2, 2, 3), 0));

        var figures = Assert.Single(ReviewFigures.Of(reports));

        Assert.Equal((Duration.FromMinutes(10), Duration.FromMinutes(19)), (figures.MedianToSign, figures.P95ToSign));
        Assert.Equal((200, 180, 40, 60), (figures.Drafted, figures.Untouched, figures.SectionsFilled, figures.SectionsRequired));
        Assert.Empty(ReviewFigures.Of([]));
    }

    private static Task<IReadOnlyList<ReviewFigures>> MeasureAsync(Consulting room, Actor actor, int days = 30)
    {
        var now = room.Clock.GetCurrentInstant();
        return room.Inquiries.MeasureAsync(room.As(actor), new(room.Site) { From = now - Duration.FromDays(days), To = now + Duration.FromDays(1) }, Consulting.Ct);
    }
}
