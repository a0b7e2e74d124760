using Clinic.Transcription.Drafting;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Tests.Data;

namespace Clinic.Transcription.Tests.Measuring;

public sealed class TranscriptMeasuresTests
{
    [Theory]
    [InlineData("Toma cincuenta miligramos, eh, de losartán.", "toma 50 mg de losartan", 0)]
    [InlineData("toma cinco", "toma quince", 0.5)]
    [InlineData("", "toma quince", 1)]
    [InlineData("toma quince", "", 1)]
    [InlineData("", "", 0)]
    public void Word_errors_are_counted_behind_normalising(string heard, string reference, double rate) =>
        Assert.Equal(rate, TranscriptMeasures.WordErrors(heard, reference, "es"), 12);

    [Fact]
    public void Characters_numbers_and_drugs_are_measured_too()
    {
        Assert.Equal(0.25, TranscriptMeasures.CharacterErrors("toma", "tose", "es") / 2, 12);
        Assert.Equal(new Score(1, 1, 2), TranscriptMeasures.NumbersHeard("toma 50 mg", "toma 50 mg cada 8 horas", "es"));
        Assert.Equal(new Score(1, 2, 1), TranscriptMeasures.DrugsHeard("motrin y enalapril", "ibuprofeno"));
    }

    [Fact]
    public void A_row_with_what_an_engine_heard_is_measured_against_its_turns()
    {
        var rows = VisitRow.Read("""
            {"id": "a", "language": "es", "turns": [{"speaker": "doctor", "text": "Tome losartán de cincuenta miligramos."}], "heard": "tome losartan de 15 mg"}
            {"id": "b", "language": "es", "turns": [{"speaker": "doctor", "text": "Tome agua."}]}
            """);

        var measures = VisitMeasures.Of(rows);

        Assert.Equal((0.2, 0, 1), (measures.Visits[0].WordErrors, measures.Visits[0].NumbersHeard!.Value.Hits, measures.Visits[0].DrugsHeard!.Value.Hits));
        Assert.Null(measures.Visits[1].WordErrors);
        Assert.Equal(0.2, measures.WordErrors);
        Assert.Contains("wer", measures.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_are_measured_by_section()
    {
        var edits = EditMeasures.BySection(
            new Dictionary<ReportSection, string> { [ReportSection.Plan] = "losartan 50 mg al dia", [ReportSection.Exam] = "normal" },
            new Dictionary<ReportSection, string> { [ReportSection.Plan] = "losartan 100 mg al dia", [ReportSection.Results] = "anemia" });

        Assert.Equal(0.2, edits[ReportSection.Plan], 12);
        Assert.Equal((1, 1), (edits[ReportSection.Exam], edits[ReportSection.Results]));
    }

    [Fact]
    public void Required_sections_without_a_statement_are_missing()
    {
        var draft = new ReportDraft([new(ReportSection.Plan, "x", [], Polarity.Affirmed)], [], "test", "1");

        Assert.Equal(0.5, EditMeasures.Completeness(draft, [ReportSection.Plan, ReportSection.Assessment]).Recall);
        Assert.Equal(1, EditMeasures.Completeness(draft, []).Recall);
    }

    [Fact]
    public void The_table_has_a_row_per_visit_and_one_of_all()
    {
        var table = VisitMeasures.Of(Visits.Spanish).ToString();

        Assert.Equal(5, table.TrimEnd().Split('\n').Length);
        Assert.Contains("es-002", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"id\":\"a\",\"turns\":7}")]
    public void A_line_that_is_no_visit_is_named(string line) =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => VisitRow.Read("\n" + line)).Message, StringComparison.Ordinal);
}
