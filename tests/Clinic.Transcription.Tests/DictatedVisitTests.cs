using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Models;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests;

/// <summary>A dictation on its way: spoken marks become marks, and each part stands in the section that was named.</summary>
public class DictatedVisitTests
{
    private const string Spanish =
        "sección motivo de consulta dolor de garganta punto sección enfermedad actual dos puntos odinofagia de cuatro días coma sin fiebre punto y aparte niega tos punto "
        + "sección alergias penicilina punto sección examen físico amígdalas congestivas punto sección diagnóstico faringitis aguda punto "
        + "sección plan paracetamol quinientos miligramos cada ocho horas por cinco días punto y seguido control en una semana punto final";

    private const string English =
        "section chief complaint sore throat period section history of present illness colon pain for four days comma no fever period new paragraph he denies cough period "
        + "section allergies penicillin period section physical exam tonsils are red period section assessment acute pharyngitis period "
        + "section plan acetaminophen five hundred milligrams every eight hours for five days period I will see him in one week full stop";

    [Theory]
    [InlineData("es", Spanish, "Dolor de garganta.|Odinofagia de 4 días, sin fiebre.|Niega tos.|Penicilina.|Amígdalas congestivas.|Faringitis aguda.|Paracetamol 500 mg cada 8 horas por 5 días.|Control en una semana.")]
    [InlineData("en", English, "Sore throat.|Pain for 4 days, no fever.|He denies cough.|Penicillin.|Tonsils are red.|Acute pharyngitis.|Acetaminophen 500 mg every 8 hours for 5 days.|I will see him in one week.")]
    public async Task A_typed_dictation_is_drafted_into_the_sections_that_were_named(string language, string spoken, string expected)
    {
        await using var surgery = await OpenAsync();
        var session = await CreateAsync(surgery, language);
        await surgery.TypeAsync(session, spoken);

        var (statements, transcript) = await DraftedAsync(surgery, session);

        Assert.Equal(expected.Split('|'), statements.Select(s => s.Text));
        Assert.Equal(
            [ReportSection.ChiefComplaint, ReportSection.PresentIllness, ReportSection.PresentIllness, ReportSection.Allergies, ReportSection.Exam, ReportSection.Assessment, ReportSection.Plan, ReportSection.Plan],
            statements.Select(s => s.Section));
        Assert.All(statements, s => Assert.All(s.Evidence, e => Assert.True(DraftEvidence.IsInside(e, transcript.Segments))));
        Assert.All(statements, s => Assert.Equal(s.Section, transcript.Segments[Assert.Single(s.Evidence).Segment].Section));
        Assert.DoesNotContain(transcript.Segments, s => s.Text.Contains("secci", StringComparison.OrdinalIgnoreCase) || s.Text.Contains("section", StringComparison.OrdinalIgnoreCase));
        Assert.All(transcript.Segments, s => Assert.Equal(SpeakerRole.Physician, transcript.RoleOf(s)));
    }

    [Fact]
    public async Task What_an_engine_heard_is_read_across_its_pauses()
    {
        var engine = new FakeEngine { Says = ["Sección enfermedad actual. Tos de tres días", "punto. Sin fiebre. Punto. Sección", "plan. Reposo", "y líquidos abundantes. Punto y", "aparte. Control el lunes punto."] };
        await using var surgery = await OpenAsync(engine);
        var session = await CreateAsync(surgery, "es");
        await surgery.StartAsync(session);
        await surgery.SpeakAsync(session);
        await surgery.StopAsync(session);
        await surgery.Worker.RunOnceAsync(surgery.Tenant, Surgery.Ct);

        var (statements, transcript) = await DraftedAsync(surgery, session);

        Assert.Equal(["Tos de tres días.", "Sin fiebre.", "Reposo", "y líquidos abundantes.", "Control el lunes."], transcript.Segments.Select(s => s.Text));
        Assert.Equal(
            [ReportSection.PresentIllness, ReportSection.PresentIllness, ReportSection.Plan, ReportSection.Plan, ReportSection.Plan],
            statements.Select(s => s.Section));
    }

    [Fact]
    public async Task A_conversation_keeps_the_words_of_marks_and_sections()
    {
        await using var surgery = await OpenAsync();
        var session = await surgery.CreateAsync();
        await surgery.GrantAsync(session);
        await surgery.TypeAsync(session, "Paciente: Llegué a la sección plan punto y aparte me duele.");

        var read = await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct);

        Assert.Equal("Llegué a la sección plan punto y aparte me duele.", Assert.Single(read.Current.Segments).Text);
        Assert.False(read.Current.IsDictated);
    }

    [Fact]
    public void Words_as_they_were_heard_stay_with_their_segments()
    {
        string[] words = ["tos", "punto", "sección", "plan", "reposo", "punto"];
        var heard = new TranscriptSegment(0, null, string.Join(' ', words))
        {
            Words = [.. words.Select((w, i) => new TranscriptWord(w, null, Duration.FromSeconds(i), Duration.FromSeconds(i + 1), 0.9))],
        };

        var read = DictatedTranscript.Read(new("es", [heard]));

        Assert.Equal(["Tos.", "Reposo."], read.Segments.Select(s => s.Text));
        Assert.Equal(words, read.Segments.SelectMany(s => s.Words).Select(w => w.Text));
        Assert.Equal((Duration.FromSeconds(2), Duration.FromSeconds(6)), (read.Segments[1].Start, read.Segments[1].End));
        Assert.Equal([null, ReportSection.Plan], read.Segments.Select(s => s.Section));
    }

    [Fact]
    public void A_model_cannot_move_what_was_dictated_into_a_section()
    {
        var read = DictatedTranscript.Read(new("es", [new(0, null, "sección plan reposo en casa punto")]));
        const string answer = """{"statements":[{"section":"present_illness","text":"Reposo en casa.","polarity":"affirmed","evidence":[{"segment":0,"quote":"Reposo en casa"}]}],"entities":[]}""";

        Assert.Equal(ReportSection.Plan, Assert.Single(DraftReader.Read(answer, read, new("es"), "model", null).Statements).Section);
        Assert.Contains("\"section\":\"plan\"", DraftPrompt.Data(read, new("es")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_the_template_lacks_loses_no_sentence()
    {
        var read = DictatedTranscript.Read(new("es", [new(0, null, "sección vacunas influenza al día punto")]));

        var draft = OfflineReportDrafter.Draft(read, new("es") { Sections = [ReportSection.PastHistory, ReportSection.Plan] });

        Assert.Equal("Influenza al día.", Assert.Single(draft.Statements).Text);
    }

    private static Task<Surgery> OpenAsync(FakeEngine? engine = null) =>
        Surgery.OpenAsync(engine, more: c => c.AddSingleton<ISessionReports>(p => new ReportsOfSessions(p.GetRequiredService<ReportArchive>())));

    private static async Task<SessionId> CreateAsync(Surgery surgery, string language)
    {
        var created = await surgery.Desk.CreateAsync(
            surgery.As("physician"),
            new() { Kind = SessionKind.Dictation, Language = language, Patient = surgery.Patient, Physician = surgery.Person("physician"), Assistant = surgery.Person("assistant") },
            Surgery.Ct);
        await surgery.GrantAsync(created.Session);
        return created.Session;
    }

    private static async Task<(IReadOnlyList<ReportStatement> Statements, Transcript Transcript)> DraftedAsync(Surgery surgery, SessionId session)
    {
        var begun = await surgery.Get<ReportDesk>().BeginAsync(surgery.As("physician"), new() { Session = session }, Surgery.Ct);
        Assert.Equal(new JobReport(1), await surgery.Get<ReportWork>().RunDueAsync(surgery.Tenant, 10, Surgery.Ct));
        var report = (await surgery.Get<ReportArchive>().FindAsync(surgery.Tenant, begun.Report, Surgery.Ct))!.ToSnapshot();
        return (report.Statements, (await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct)).Current);
    }
}
