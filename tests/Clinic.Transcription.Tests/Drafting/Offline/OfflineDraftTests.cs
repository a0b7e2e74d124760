using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Tests.Data;

namespace Clinic.Transcription.Tests.Drafting.Offline;

public sealed class OfflineDraftTests
{
    [Fact]
    public void A_bare_no_denies_each_thing_that_was_asked()
    {
        var draft = Draft("doctor: Buenas, ¿qué le trae por aquí?", "patient: Vengo por dolor de garganta.", "doctor: ¿Ha tenido fiebre, tos o diarrea?", "patient: No, nada de eso.");

        Assert.Equal(["Niega fiebre.", "Niega tos.", "Niega diarrea."], Texts(draft, ReportSection.ReviewOfSystems));
        Assert.All(draft.Statements.Where(s => s.Section == ReportSection.ReviewOfSystems), s =>
        {
            Assert.Equal(Polarity.Negated, s.Polarity);
            Assert.Equal([2, 3], s.Evidence.Select(e => e.Segment));
        });
    }

    [Fact]
    public void An_answer_with_words_of_its_own_is_never_fused()
    {
        var draft = Draft("doctor: ¿Fuma o toma alcohol?", "patient: No fumo, y alcohol solo en fiestas.");

        Assert.Equal(["No fumo, y alcohol solo en fiestas."], draft.Statements.Select(s => s.Text));
    }

    [Fact]
    public void A_question_without_a_mark_is_no_statement()
    {
        var draft = Draft("doctor: lo han operado de algo", "patient: de la vesícula en el dos mil quince");

        Assert.Equal("De la vesícula en el 2015.", Assert.Single(draft.Statements).Text);
        Assert.Equal(ReportSection.SurgicalHistory, draft.Statements[0].Section);
    }

    [Fact]
    public void A_plan_with_a_time_is_a_plan_behind_an_examination_too()
    {
        var draft = Draft("doctor: Vamos a explorarla. El abdomen está blando. La veo en una semana.");

        Assert.Equal(["La veo en una semana."], Texts(draft, ReportSection.Plan));
        Assert.Equal(["El abdomen está blando."], Texts(draft, ReportSection.Exam));
    }

    [Fact]
    public void A_speaker_who_corrects_a_number_is_taken_at_the_second_word()
    {
        var draft = Draft("doctor: ¿Desde cuándo tiene el dolor?", "patient: Desde hace tres días, no, perdón, cuatro días.");

        Assert.Equal("Desde hace 4 días.", Assert.Single(draft.Statements).Text);
    }

    [Fact]
    public void English_is_shifted_to_the_third_person_with_agreement()
    {
        var draft = Drafts("en", "doctor: what brings you in ?", "patient: i 've been having chest pain and i do n't smoke .");

        Assert.Equal("The patient has been having chest pain and does not smoke.", Assert.Single(draft.Statements).Text);
    }

    [Fact]
    public void Drugs_come_with_dose_frequency_and_period()
    {
        var draft = Draft("doctor: Le voy a recetar ibuprofeno de cuatrocientos miligramos cada ocho horas por cinco días vía oral.");

        var drug = Assert.Single(draft.Entities, e => e.Kind == EntityKind.Drug);
        Assert.Equal(("ibuprofeno", 400m, "mg", "cada 8 horas", "5 días", "vía oral"), (drug.Term, drug.Value, drug.Unit, drug.Frequency, drug.Period, drug.Route));
    }

    [Fact]
    public void A_drug_in_talk_of_allergies_is_an_allergy()
    {
        var draft = Draft("doctor: ¿Es alérgico a algo?", "patient: Soy alérgico a la penicilina.");

        Assert.Equal(EntityKind.Allergy, Assert.Single(draft.Entities).Kind);
        Assert.Equal("penicilina", draft.Entities[0].Term);
    }

    [Fact]
    public void A_pressure_is_a_measurement_of_two_numbers()
    {
        var draft = Draft("doctor: La presión está en ciento treinta y cinco sobre ochenta y cinco.");

        var measured = Assert.Single(draft.Entities, e => e.Kind == EntityKind.Measurement);
        Assert.Equal((135m, (decimal?)85m, "mmHg"), (measured.Value!.Value, measured.SecondValue, measured.Unit));
    }

    [Fact]
    public void Sections_that_the_template_does_not_have_stay_out()
    {
        var transcript = Visits.Of("es", "patient: Vengo por fiebre.", "doctor: Le receto paracetamol de un gramo cada ocho horas.");

        var draft = OfflineReportDrafter.Draft(transcript, new DraftContext("es") { Sections = [ReportSection.Plan] });

        Assert.All(draft.Statements, s => Assert.Equal(ReportSection.Plan, s.Section));
    }

    [Fact]
    public void Nothing_is_said_of_what_nobody_said()
    {
        Assert.Empty(Draft().Statements);
        Assert.Empty(Draft("doctor: Buenos días, pase y siéntese.", "patient: Gracias, doctora.").Statements);
    }

    [Fact]
    public async Task The_drafter_stays_on_the_machine_and_stops_when_told()
    {
        var drafter = new OfflineReportDrafter();

        Assert.Equal(("offline", false), (drafter.Name, drafter.SendsOutside));
        await Assert.ThrowsAsync<OperationCanceledException>(() => drafter.DraftAsync(Visits.Of("es"), new DraftContext("es"), new CancellationToken(canceled: true)));
    }

    private static ReportDraft Draft(params string[] lines) => Drafts("es", lines);

    private static ReportDraft Drafts(string language, params string[] lines) => OfflineReportDrafter.Draft(Visits.Of(language, lines), new DraftContext(language));

    private static IEnumerable<string> Texts(ReportDraft draft, ReportSection section) => draft.Statements.Where(s => s.Section == section).Select(s => s.Text);
}
