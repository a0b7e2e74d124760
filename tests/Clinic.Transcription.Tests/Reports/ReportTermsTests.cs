using Clinic.Transcription.Drafting;
using Clinic.Transcription.Reports;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.Options;

namespace Clinic.Transcription.Tests.Reports;

public class ReportTermsTests
{
    [Fact]
    public async Task A_reader_finds_drugs_and_diagnoses_marked_where_they_stand()
    {
        var room = await Consulting.OpenAsync(o => o.Terms["puerta del consultorio"] = EntityKind.Symptom);
        var report = await room.DraftedAsync();
        await room.DoAsync(new EditReport { Report = report, Changes = [new StatementChange.Insert(ReportSection.Plan, "Amoxicilina 500 mg; golpe con la Puerta del consultorio. Amigdalitis.")] });

        var view = await room.Inquiries.ReadAsync(room.As(room.Physician), report, Consulting.Ct);

        var text = view.Report.Statements.ToDictionary(s => s.Number, s => s.Text);
        var marked = view.Terms.Select(t => (text[t.Statement].Substring(t.Start, t.Length), t.Kind, t.IsOwn)).ToList();
        Assert.Contains(("Amoxicilina", EntityKind.Drug, false), marked);
        Assert.Contains(("Puerta del consultorio", EntityKind.Symptom, true), marked);
        Assert.Contains(("Amigdalitis", EntityKind.Diagnosis, false), marked);
        Assert.Contains(("Faringitis", EntityKind.Diagnosis, false), marked);
    }

    [Theory]
    [InlineData("a*")]
    [InlineData("ami*gdala")]
    [InlineData("...")]
    public async Task Terms_that_would_mark_everything_or_nothing_are_refused_at_the_start(string term) =>
        await Assert.ThrowsAsync<OptionsValidationException>(async () => (await Consulting.OpenAsync(o => o.Terms[term] = EntityKind.Drug)).Get<IOptions<ReportOptions>>().Value.ToString());

    [Fact]
    public async Task A_drafter_that_stays_here_is_asked_at_once_and_one_that_sends_by_the_job_only()
    {
        var room = await Consulting.OpenAsync();
        var begun = await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct);

        Assert.True(await room.Get<ReportWork>().DraftNowAsync(room.Tenant, begun.Report, Consulting.Ct));
        Assert.Equal(ReportStatus.InReview, (await room.FindAsync(begun.Report)).Status);
        Assert.False(await room.Get<ReportWork>().DraftNowAsync(room.Tenant, begun.Report, Consulting.Ct));

        var other = await Consulting.OpenAsync();
        other.SendsOutside = true;
        other.Source = other.Source! with { MayLeave = true };
        var asked = await other.Desk.BeginAsync(other.As(other.Physician), new() { Session = other.Source!.Session }, Consulting.Ct);
        Assert.False(await other.Get<ReportWork>().DraftNowAsync(other.Tenant, asked.Report, Consulting.Ct));
        Assert.Equal(ReportStatus.Drafting, (await other.FindAsync(asked.Report)).Status);
    }

    [Fact]
    public async Task A_drafter_that_fails_at_once_is_asked_again_by_the_job()
    {
        var room = await Consulting.OpenAsync();
        room.Trouble = new(FailureKind.Unavailable, Retryable: true);
        var begun = await room.Desk.BeginAsync(room.As(room.Physician), new() { Session = room.Source!.Session }, Consulting.Ct);

        Assert.False(await room.Get<ReportWork>().DraftNowAsync(room.Tenant, begun.Report, Consulting.Ct));
        room.Trouble = null;
        Assert.False(await room.Get<ReportWork>().DraftNowAsync(room.Tenant, begun.Report, Consulting.Ct));
        room.Clock.AdvanceMinutes(2);
        Assert.Equal(1, (await room.WorkAsync()).Done);
        Assert.Equal(ReportStatus.InReview, (await room.FindAsync(begun.Report)).Status);
    }
}
