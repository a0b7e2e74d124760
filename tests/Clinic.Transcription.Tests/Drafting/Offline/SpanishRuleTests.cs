using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Language;
using Clinic.Transcription.Tests.Data;

namespace Clinic.Transcription.Tests.Drafting.Offline;

/// <summary>The rules by which Spanish speech finds its section, apart from lists of words.</summary>
public sealed class SpanishRuleTests
{
    [Theory]
    [InlineData("Cene temprano y duerma de lado.")]
    [InlineData("Aplíqueselo dos veces al día.")]
    [InlineData("Anotá los días en que te pasa.")]
    [InlineData("Mañana me trae la orina de la mañana.")]
    [InlineData("Haremos una colonoscopia el lunes.")]
    [InlineData("Subimos la dosis a dos tabletas.")]
    [InlineData("Te derivo a dermatología.")]
    [InlineData("Va a dejar el café unas semanas.")]
    public void An_order_or_an_announcement_is_a_plan(string said) => Assert.Equal(ReportSection.Plan, SectionOf(said));

    [Theory]
    [InlineData("Esto es una epididimitis aguda.")]
    [InlineData("Tiene usted una pericarditis.")]
    [InlineData("La diabetes está descontrolada.")]
    [InlineData("Se trata de dengue sin signos de alarma.")]
    [InlineData("Yo diría que es una escoliosis.")]
    public void A_disease_behind_a_verb_of_being_is_an_assessment(string said) => Assert.Equal(ReportSection.Assessment, SectionOf(said));

    [Theory]
    [InlineData("¿Alguien en su casa con lo mismo?", "Mi cuñada y los dos chicos.", ReportSection.FamilySocialHistory)]
    [InlineData("¿Lo han operado?", "De la rodilla en el dos mil diez.", ReportSection.SurgicalHistory)]
    [InlineData("¿Cuándo fue su última regla?", "El cinco de mayo.", ReportSection.GynHistory)]
    [InlineData("¿Qué vacunas le faltan?", "La de los cuatro años.", ReportSection.Immunizations)]
    [InlineData("¿De qué sufre usted?", "De los riñones hace tiempo.", ReportSection.PastHistory)]
    [InlineData("¿Qué se está tomando?", "Unas gotas que me dio mi vecina.", ReportSection.Medications)]
    [InlineData("¿Ha bajado de peso?", "Como cuatro kilos.", ReportSection.ReviewOfSystems)]
    [InlineData("¿Desde cuándo?", "Desde el jueves en la tarde.", ReportSection.PresentIllness)]
    public void What_was_asked_decides_where_the_answer_stands(string question, string answer, ReportSection section)
    {
        var draft = Draft("doctor: ¿Qué le pasa?", "patient: Tengo un dolor en el pie.", $"doctor: {question}", $"patient: {answer}");

        Assert.Equal(section, Assert.Single(draft.Statements, s => s.Evidence.Any(e => e.Segment == 3)).Section);
    }

    [Fact]
    public void What_is_asked_of_the_part_complained_of_belongs_to_its_story()
    {
        var draft = Draft("doctor: ¿Qué le pasa?", "patient: Me duele el oído.", "doctor: ¿Le supura el oído?", "patient: Un poco de líquido.", "doctor: ¿Tiene diarrea?", "patient: Dos veces ayer.");

        Assert.Equal(ReportSection.PresentIllness, draft.Statements.Single(s => s.Evidence[^1].Segment == 3).Section);
        Assert.Equal(ReportSection.ReviewOfSystems, draft.Statements.Single(s => s.Evidence[^1].Segment == 5).Section);
    }

    [Fact]
    public void A_bare_no_to_a_question_of_unknown_words_is_quoted_with_it()
    {
        var draft = Draft("doctor: ¿Qué le pasa?", "patient: Tengo un dolor en el pie.", "doctor: ¿Nota que camina torcido?", "patient: No, eso no.");

        var statement = Assert.Single(draft.Statements, s => s.Evidence.Any(e => e.Segment == 3));
        Assert.Equal(Polarity.Negated, statement.Polarity);
        Assert.Contains("camina torcido", statement.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colangitis", true)]
    [InlineData("trombocitopenia", true)]
    [InlineData("dosis", false)]
    [InlineData("analisis", false)]
    [InlineData("sintomas", false)]
    public void Endings_name_diseases(string word, bool expected) => Assert.Equal(expected, DiseaseWords.Is(word));

    [Fact]
    public void A_medicine_at_the_end_of_speech_behind_a_number_is_checked()
    {
        var visit = Visits.Of("es", "doctor: qué toma", "patient: tomo 2 de losartán");

        Assert.NotNull(FindingCheck.Run(OfflineReportDrafter.Draft(visit, new DraftContext("es")), visit, new DraftContext("es")));
    }

    private static ReportSection SectionOf(string said) =>
        Assert.Single(Draft("doctor: ¿Qué le pasa?", "patient: Vengo por fiebre.", "doctor: Vamos a explorarla. El abdomen está blando.", $"doctor: {said}").Statements, s => s.Evidence[0].Segment == 3).Section;

    private static ReportDraft Draft(params string[] lines) => OfflineReportDrafter.Draft(Visits.Of("es", lines), new DraftContext("es"));
}
