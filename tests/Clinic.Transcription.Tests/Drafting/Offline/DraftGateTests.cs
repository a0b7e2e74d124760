using System.Globalization;
using System.Text.Json;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Tests.Data;

namespace Clinic.Transcription.Tests.Drafting.Offline;

/// <summary>The figures that the offline drafter must reach.</summary>
public sealed class DraftGateTests
{
    [Fact]
    public void English_visits_reach_their_figures()
    {
        var measured = VisitMeasures.Of(Visits.Aci);

        Assert.Equal(6, measured.Visits.Count);
        Assert.InRange(measured.RougeOne!.Value, 0.43, 1);
        Assert.InRange(measured.RougeLsum!.Value, 0.385, 1);
        Assert.InRange(measured.Divisions!.Value.F1, 0.93, 1);
        Assert.InRange(measured.Labels!.Value.F1, 0.78, 1);
        Assert.InRange(measured.NumbersKept!.Value.Recall, 0.90, 1);
        Assert.InRange(measured.DrugsKept!.Value.Recall, 0.85, 1);
    }

    [Fact]
    public void Spanish_visits_reach_their_figures()
    {
        var measured = VisitMeasures.Of(Visits.Spanish);

        Assert.InRange(measured.Turns!.Value.F1, 0.80, 1);
        Assert.InRange(measured.NumbersKept!.Value.Recall, 0.90, 1);
        Assert.InRange(measured.Facts!.Value.Recall, 0.90, 1);
        Assert.All(measured.Visits, v => Assert.Equal(0, v.Forbidden));
    }

    [Theory]
    [InlineData("authored-synthetic-tuned")]
    [InlineData("authored-synthetic-held")]
    [InlineData("authored-synthetic-fresh")]
    public void Consultations_of_our_own_reach_the_figure_of_Spanish_ones(string source) =>
        Assert.InRange(VisitMeasures.Of(Visits.Own.Where(r => r.Source == source)).Turns!.Value.F1, 0.80, 1);

    [Fact]
    public void Consultations_written_blind_reach_their_figures()
    {
        var all = VisitMeasures.Of(Visits.Blind);
        var unseen = VisitMeasures.Of(Visits.Blind.Skip(12));

        Assert.Equal(24, all.Visits.Count);
        Assert.InRange(all.Turns!.Value.F1, 0.92, 1);
        Assert.InRange(unseen.Turns!.Value.F1, 0.88, 1);
        Assert.InRange(unseen.NumbersKept!.Value.Recall, 0.95, 1);
        Assert.Equal(0, all.Visits.Sum(v => v.Forbidden));
    }

    [Fact]
    public void Spanish_visits_written_blind_reach_their_figures()
    {
        var measured = VisitMeasures.Of(Visits.Unread);

        Assert.Equal(12, measured.Visits.Count);
        Assert.InRange(measured.Turns!.Value.F1, 0.85, 1);
        Assert.InRange(measured.NumbersKept!.Value.Recall, 0.98, 1);
        Assert.InRange(measured.Facts!.Value.Recall, 0.9, 1);
        Assert.Equal(0, measured.Visits.Sum(v => v.Forbidden));
    }

    [Fact]
    public void English_visits_that_nobody_read_reach_their_figures()
    {
        var measured = VisitMeasures.Of(Visits.UnreadEnglish);

        Assert.Equal(6, measured.Visits.Count);
        Assert.InRange(measured.RougeOne!.Value, 0.50, 1);
        Assert.InRange(measured.RougeLsum!.Value, 0.47, 1);
        Assert.InRange(measured.Divisions!.Value.F1, 0.97, 1);
        Assert.InRange(measured.Labels!.Value.F1, 0.83, 1);
        Assert.InRange(measured.NumbersKept!.Value.Recall, 0.90, 1);
        Assert.InRange(measured.DrugsKept!.Value.Recall, 0.90, 1);
    }

    [Fact]
    public void Every_number_is_cited_and_every_statement_has_evidence()
    {
        var measured = VisitMeasures.Of(Visits.All);

        Assert.Equal(1, measured.NumbersCited.Precision);
        Assert.Equal(1, measured.Evidence.Recall);
    }

    [Fact]
    public void The_spoken_injection_reaches_no_statement_and_is_found()
    {
        var row = Visits.Spanish.Single(r => r.Id == "es-003");
        var draft = OfflineReportDrafter.Draft(row.Transcript, new DraftContext("es"));

        Assert.DoesNotContain(draft.Statements, s => s.Text.Contains("tramadol", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(draft.Entities, e => e.Text.Contains("tramadol", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(5, draft.Excluded);
        Assert.Contains(FindingCheck.Run(draft, row.Transcript, new DraftContext("es")), f => f.Rule == FindingNames.Injection);
    }

    [Fact]
    public void Evidence_lies_inside_its_segment_and_statements_stand_in_section_order()
    {
        foreach (var row in Visits.All)
        {
            var draft = Draft(row);

            Assert.Equal(draft.Statements.Select(s => s.Section).Order(), draft.Statements.Select(s => s.Section));
            Assert.All(draft.Statements.SelectMany(s => s.Evidence).Concat(draft.Entities.Select(e => e.Evidence)), e => Assert.InRange(e.Start + e.Length, 1, row.Transcript.Segments[e.Segment].Text.Length));
            Assert.All(draft.Entities, e => Assert.Equal(e.Text, row.Transcript.Segments[e.Evidence.Segment].Text.Substring(e.Evidence.Start, e.Evidence.Length)));
        }
    }

    [Theory]
    [InlineData("es-EC", "America/Guayaquil")]
    [InlineData("tr-TR", "Europe/Istanbul")]
    [InlineData("es-PE", "America/Lima")]
    [InlineData("en-US", "Pacific/Auckland")]
    [InlineData("", "UTC")]
    public void The_same_words_give_the_same_bytes(string culture, string zone)
    {
        var expected = Bytes();
        var before = CultureInfo.CurrentCulture;
        var zoneBefore = Environment.GetEnvironmentVariable("TZ");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();

            Assert.Equal(expected, Bytes());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Environment.SetEnvironmentVariable("TZ", zoneBefore);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static string Bytes() => string.Join('\n', Visits.All.Select(r =>
    {
        var draft = Draft(r);
        return JsonSerializer.Serialize(draft) + JsonSerializer.Serialize(FindingCheck.Run(draft, r.Transcript, new DraftContext(r.Transcript.Language)));
    })) + VisitMeasures.Of(Visits.All);

    private static ReportDraft Draft(VisitRow row) => OfflineReportDrafter.Draft(row.Transcript, new DraftContext(row.Transcript.Language));
}
