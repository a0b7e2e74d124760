using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Tests.Data;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Findings;

/// <summary>Each rule on a statement that breaks it and on one that does not.</summary>
public sealed class FindingCheckTests
{
    private static readonly DraftContext Context = new("es");

    [Theory]
    [InlineData("Toma losartán de cincuenta miligramos.", "Losartán 50 mg.", null)]
    [InlineData("Toma losartán de cincuenta miligramos.", "Losartán 500 mg.", FindingNames.Dose)]
    [InlineData("Toma losartán de cincuenta miligramos.", "Losartán 50 g.", FindingNames.Dose)]
    [InlineData("Toma losartán de cincuenta miligramos y metformina de quinientos miligramos.", "Losartán 500 mg, metformina 50 mg.", FindingNames.Dose)]
    [InlineData("Desde hace cuatro días.", "Desde hace 4 días.", null)]
    [InlineData("Desde hace cuatro días.", "Desde hace 14 días.", FindingNames.Number)]
    [InlineData("Hay dolor y no hay fiebre.", "Dolor, sin fiebre.", null)]
    [InlineData("Hay dolor y no hay fiebre.", "Dolor y fiebre.", FindingNames.Negation)]
    [InlineData("Tengo fiebre.", "Niega fiebre.", FindingNames.Negation)]
    [InlineData("No sólo tengo fiebre.", "Refiere fiebre.", null)]
    [InlineData("Me duele la rodilla derecha.", "Dolor de rodilla derecha.", null)]
    [InlineData("Me duele la rodilla derecha.", "Dolor de rodilla izquierda.", FindingNames.Laterality)]
    [InlineData("Me duele la rodilla derecha y el hombro izquierdo.", "Dolor de rodilla izquierda y hombro derecho.", FindingNames.Laterality)]
    [InlineData("Toma enalapril.", "Toma losartán.", FindingNames.Drug)]
    [InlineData("Toma enalapril de veinte miligramos.", "Toma zolfexinato 20 mg.", FindingNames.Drug)]
    [InlineData("Es una otitis.", "«Es una otitis».", null)]
    [InlineData("Es una otitis.", "«Es una sinusitis».", FindingNames.Quote)]
    [InlineData("Vengo por tos.", "Paciente hospitalizado recientemente tras accidente automovilístico grave.", FindingNames.Unsupported)]
    [InlineData("Estuvo de 2015 a 2010.", "Estuvo de 2015 a 2010.", FindingNames.Dates)]
    public void A_statement_is_checked_inside_what_it_cites(string said, string written, string? rule)
    {
        var rules = Check(said, written, ReportSection.PresentIllness);

        if (rule is null) Assert.Empty(rules);
        else Assert.Contains(rule, rules);
    }

    [Theory]
    [InlineData("Le receto ibuprofeno de 400 mg cada ocho horas.", "Ibuprofeno 400 mg cada 8 horas.", null)]
    [InlineData("Le receto ibuprofeno de 400 mg tres veces al día.", "Ibuprofeno 400 mg cada 8 horas.", null)]
    [InlineData("Le receto ibuprofeno de 400 mg cada ocho horas.", "Ibuprofeno 400 mg cada 4 horas.", Severity.Blocker)]
    [InlineData("Vengo por tos, cada ocho horas me da.", "Tos cada 4 horas.", Severity.Warning)]
    public void Another_interval_of_a_medicine_stops_the_signature(string said, string written, Severity? severity)
    {
        var transcript = Visits.Of("es", $"doctor: {said}");
        var draft = Draft(new DraftStatement(ReportSection.Plan, written, [new(0, 0, said.Length)], Polarity.Affirmed));

        Assert.Equal(severity, FindingCheck.Run(draft, transcript, Context).FirstOrDefault(f => f.Rule == FindingNames.Number)?.Severity);
    }

    [Theory]
    [InlineData("es", "El niño pesa doce kilos.", "Le doy paracetamol a diez miligramos por kilo, ciento veinte miligramos cada seis horas.", "Paracetamol 120 mg cada 6 horas.", false)]
    [InlineData("es", "El niño pesa doce kilos.", "Le doy paracetamol a diez miligramos por kilo, doscientos cuarenta miligramos cada seis horas.", "Paracetamol 240 mg cada 6 horas.", true)]
    [InlineData("es", "Peso de 20 kg.", "Amoxicilina a 50 mg/kg/día, 500 mg cada 12 horas.", "Amoxicilina 500 mg cada 12 horas.", false)]
    [InlineData("es", "Peso de 20 kg.", "Amoxicilina a 50 mg/kg/día, 1000 mg cada 12 horas.", "Amoxicilina 1000 mg cada 12 horas.", true)]
    [InlineData("en", "She weighs forty four pounds.", "Ibuprofen ten milligrams per kilo, so two hundred milligrams every eight hours.", "Ibuprofen 200 mg every 8 hours.", false)]
    [InlineData("en", "She weighs forty four pounds.", "Ibuprofen ten milligrams per kilo, so four hundred milligrams every eight hours.", "Ibuprofen 400 mg every 8 hours.", true)]
    [InlineData("es", "Peso de 20 kg, antes peso de 18 kg.", "Amoxicilina a 50 mg/kg/día, 1000 mg cada 12 horas.", "Amoxicilina 1000 mg cada 12 horas.", false)]
    public void A_dose_by_weight_is_reckoned_again(string language, string weight, string said, string written, bool found)
    {
        var transcript = Visits.Of(language, $"relative: {weight}", $"doctor: {said}");
        var draft = Draft(new DraftStatement(ReportSection.Plan, written, [new(1, 0, said.Length)], Polarity.Affirmed));

        Assert.Equal(found, FindingCheck.Run(draft, transcript, new(language)).Any(f => f.Rule == FindingNames.WeightDose));
    }

    [Fact]
    public void Words_elsewhere_in_the_transcript_do_not_count()
    {
        var transcript = Visits.Of("es", "patient: Tomo losartán de cincuenta miligramos.", "patient: Tengo cien pesos y cien miligramos.");
        var draft = Draft(new DraftStatement(ReportSection.Medications, "Losartán 100 mg.", [new(0, 0, 20)], Polarity.Affirmed));

        Assert.Contains(FindingCheck.Run(draft, transcript, Context), f => f is { Rule: FindingNames.Dose, Severity: Severity.Blocker });
    }

    [Fact]
    public void A_bare_no_denies_what_its_question_names()
    {
        var transcript = Visits.Of("es", "doctor: ¿Tiene fiebre?", "patient: No.");
        IReadOnlyList<EvidenceSpan> both = [new(0, 0, 14), new(1, 0, 3)];

        Assert.DoesNotContain(Run(transcript, "Niega fiebre.", both), f => f.Rule == FindingNames.Negation);
        Assert.Contains(Run(transcript, "Refiere fiebre.", both), f => f.Rule == FindingNames.Negation);
    }

    [Theory]
    [InlineData("penicilina", "Le receto amoxicilina de 500 mg.", Severity.Blocker)]
    [InlineData("penicilina", "Le receto cefalexina de 500 mg.", Severity.Warning)]
    [InlineData("aspirina", "Le receto ibuprofeno de 400 mg.", Severity.Blocker)]
    [InlineData("sulfas", "Le receto trimetoprim sulfametoxazol.", Severity.Blocker)]
    [InlineData("penicilina", "Le receto azitromicina de 500 mg.", null)]
    [InlineData("penicilina", "Como es alérgica a la penicilina le receto azitromicina.", null)]
    [InlineData("penicilina", "No le puedo dar amoxicilina.", null)]
    [InlineData("penicilinas", "Le receto amoxicilina de 500 mg.", Severity.Blocker)]
    [InlineData("betalactámicos", "Le receto ampicilina.", Severity.Blocker)]
    [InlineData("macrólidos", "Le receto azitromicina de 500 mg.", Severity.Blocker)]
    [InlineData("fluoroquinolonas", "Le receto ciprofloxacino.", Severity.Blocker)]
    [InlineData("AINEs", "Le receto ketorolaco.", Severity.Blocker)]
    [InlineData("antiinflamatorios", "Le receto naproxeno.", Severity.Blocker)]
    [InlineData("nitazoxanida", "Le receto nitazoxanida por tres días.", Severity.Blocker)]
    [InlineData("nitazoxanida", "Suspender la nitazoxanida.", null)]
    [InlineData("macrólidos", "Le receto amoxicilina de 500 mg.", null)]
    [InlineData("polen", "Le receto loratadina.", null)]
    public void Allergies_speak_against_their_class(string allergy, string plan, Severity? severity)
    {
        var transcript = Visits.Of("es", $"doctor: {plan}");
        var draft = Draft(new DraftStatement(ReportSection.Plan, plan, [new(0, 0, plan.Length)], Polarity.Affirmed));

        var finding = FindingCheck.Run(draft, transcript, Context with { KnownAllergies = [allergy] }).FirstOrDefault(f => f.Rule == FindingNames.Allergy);

        Assert.Equal(severity, finding?.Severity);
    }

    [Fact]
    public void An_allergy_that_was_only_said_counts_as_one_of_the_record()
    {
        var transcript = Visits.Of("es", "patient: Soy alérgica a la penicilina.", "doctor: Le receto amoxicilina de 500 mg.");
        var draft = Draft(
            new DraftStatement(ReportSection.Allergies, "Soy alérgica a la penicilina.", [new(0, 0, 29)], Polarity.Affirmed),
            new DraftStatement(ReportSection.Plan, "Le receto amoxicilina de 500 mg.", [new(1, 0, 32)], Polarity.Affirmed));

        Assert.Contains(FindingCheck.Run(draft, transcript, Context), f => f is { Rule: FindingNames.Allergy, Severity: Severity.Blocker, Statement: 1 });
    }

    [Theory]
    [InlineData("Le receto ibuprofeno de 400 mg y naproxeno de 500 mg.", FindingNames.Duplicate)]
    [InlineData("Suspender el enalapril. Tomar enalapril de 20 mg.", FindingNames.StoppedDrug)]
    [InlineData("Le receto paracetamol de 4000 mg cada 8 horas.", FindingNames.DoseRange)]
    [InlineData("Le receto paracetamol de 1 g cada 4 horas.", FindingNames.DoseRange)]
    [InlineData("Le receto enalapril de 20.", FindingNames.Unit)]
    public void A_plan_is_checked_in_itself(string plan, string rule) => Assert.Contains(rule, Check(plan, plan, ReportSection.Plan));

    [Theory]
    [InlineData("Le receto ibuprofeno de 400 mg.", true)]
    [InlineData("Le receto naproxeno de 250 mg.", false)]
    [InlineData("Suspender el naproxeno. Le receto ibuprofeno de 400 mg.", false)]
    [InlineData("Le receto paracetamol de 500 mg.", false)]
    public void What_the_patient_takes_already_counts_as_given(string plan, bool twice)
    {
        var transcript = Visits.Of("es", $"doctor: {plan}");
        var draft = Draft(new DraftStatement(ReportSection.Plan, plan, [new(0, 0, plan.Length)], Polarity.Affirmed));

        Assert.Equal(twice, FindingCheck.Run(draft, transcript, Context with { KnownMedications = ["naproxeno"] }).Any(f => f.Rule == FindingNames.Duplicate));
    }

    [Theory]
    [InlineData("Toma naproxeno.", "Le receto ibuprofeno de 400 mg.", true)]
    [InlineData("No toma naproxeno.", "Le receto ibuprofeno de 400 mg.", false)]
    [InlineData("Toma naproxeno.", "Suspender el naproxeno. Le receto ibuprofeno de 400 mg.", false)]
    [InlineData("Toma naproxeno.", "Le receto naproxeno de 500 mg.", false)]
    public void What_the_visit_says_of_medicines_taken_counts_too(string takes, string plan, bool twice)
    {
        var transcript = Visits.Of("es", $"paciente: {takes}", $"doctor: {plan}");
        var draft = Draft(
            new DraftStatement(ReportSection.Medications, takes, [new(0, 0, takes.Length)], Polarity.Affirmed),
            new DraftStatement(ReportSection.Plan, plan, [new(1, 0, plan.Length)], Polarity.Affirmed));

        Assert.Equal(twice, FindingCheck.Run(draft, transcript, Context).Any(f => f.Rule == FindingNames.Duplicate));
    }

    [Theory]
    [InlineData("Niega alergias.", "penicilina", true)]
    [InlineData("Sin alergias conocidas.", "polvo", true)]
    [InlineData("Niega alergia a la aspirina.", "penicilina", false)]
    [InlineData("Alérgica a la penicilina.", "penicilina", false)]
    [InlineData("Niega alergias.", null, false)]
    public void Denied_allergies_stand_beside_no_allergy(string written, string? known, bool found)
    {
        var transcript = Visits.Of("es", $"patient: {written}");
        var draft = Draft(new DraftStatement(ReportSection.Allergies, written, [new(0, 0, written.Length)], Polarity.Affirmed));

        Assert.Equal(found, FindingCheck.Run(draft, transcript, Context with { KnownAllergies = known is null ? [] : [known] }).Any(f => f.Rule == FindingNames.SectionAllergies));
    }

    [Theory]
    [InlineData("Me caí ayer.", "Caída el 11 de marzo.", false)]
    [InlineData("Me caí ayer.", "Caída el 12 de marzo de 2026.", true)]
    [InlineData("Me caí anteayer.", "Caída el 10/03/2026.", false)]
    [InlineData("Empezó hace tres días.", "Inicio el 9 de marzo.", false)]
    [InlineData("Empezó hace tres días.", "Inicio el 3 de marzo.", true)]
    [InlineData("Empezó hace dos semanas.", "Inicio el 26 de febrero.", false)]
    [InlineData("Empezó el nueve de marzo.", "Inicio hace 3 días.", false)]
    [InlineData("Empezó el nueve de marzo.", "Inicio ayer.", true)]
    [InlineData("La regla fue el doce de febrero.", "FUM 12/02/2026.", false)]
    [InlineData("La regla fue el doce de febrero.", "FUM 12/03/2026.", true)]
    [InlineData("La regla fue el doce de febrero.", "FUM 21 de febrero.", true)]
    [InlineData("Reposo del 10 al 12 de marzo de 2026.", "Reposo desde el 12 de marzo de 2026 hasta el 10 de marzo de 2026.", true)]
    public void Days_are_compared_with_those_that_were_said(string said, string written, bool found)
    {
        var transcript = Visits.Of("es", $"patient: {said}");
        var draft = Draft(new DraftStatement(ReportSection.PresentIllness, written, [new(0, 0, said.Length)], Polarity.Affirmed));

        var rules = FindingCheck.Run(draft, transcript, Context with { VisitedOn = new LocalDate(2026, 3, 12) }).Select(f => f.Rule).ToList();

        Assert.Equal(found, rules.Contains(FindingNames.Dates));
        if (!found) Assert.DoesNotContain(FindingNames.Number, rules);
    }

    [Theory]
    [InlineData("My period was on March third.", "LMP 3/3/2026.", false)]
    [InlineData("My period was on March third.", "LMP March 13.", true)]
    [InlineData("It happened on the fourth of July, 2019.", "Injury on July 4, 2019.", false)]
    [InlineData("It happened on the fourth of July, 2019.", "Injury on July 4, 2018.", true)]
    [InlineData("It happened on 12/25/2025.", "Injury on 2025-12-25.", false)]
    [InlineData("It started yesterday.", "Onset March 11.", false)]
    [InlineData("It started two days ago.", "Onset March 8.", true)]
    [InlineData("It may hurt for three days.", "May hurt for 3 days.", false)]
    public void Days_of_English_speech_are_compared_too(string said, string written, bool found)
    {
        var transcript = Visits.Of("en", $"patient: {said}");
        var draft = Draft(new DraftStatement(ReportSection.PresentIllness, written, [new(0, 0, said.Length)], Polarity.Affirmed));

        Assert.Equal(found, FindingCheck.Run(draft, transcript, new("en") { VisitedOn = new LocalDate(2026, 3, 12) }).Any(f => f.Rule == FindingNames.Dates));
    }

    [Fact]
    public void Sides_of_one_part_must_agree_between_sections()
    {
        var transcript = Visits.Of("es", "patient: Me duele la rodilla derecha.", "doctor: La rodilla izquierda está inflamada.");
        var draft = Draft(
            new DraftStatement(ReportSection.ChiefComplaint, "Me duele la rodilla derecha.", [new(0, 0, 28)], Polarity.Affirmed),
            new DraftStatement(ReportSection.Exam, "La rodilla izquierda está inflamada.", [new(1, 0, 36)], Polarity.Affirmed));

        Assert.Contains(FindingCheck.Run(draft, transcript, Context), f => f is { Rule: FindingNames.SectionSides, Statement: 1 });
    }

    [Fact]
    public void A_diagnosis_and_an_examination_need_a_physician()
    {
        var transcript = Visits.Of("es", "patient: Creo que es una otitis y tengo el oído rojo.", "doctor: ¿Por qué lo dice?");
        var draft = Draft(
            new DraftStatement(ReportSection.Exam, "Tengo el oído rojo.", [new(0, 0, 40)], Polarity.Affirmed),
            new DraftStatement(ReportSection.Assessment, "Creo que es una otitis.", [new(0, 0, 40)], Polarity.Affirmed));

        var rules = FindingCheck.Run(draft, transcript, Context).Select(f => f.Rule).ToList();

        Assert.Contains(FindingNames.PatientDiagnosis, rules);
        Assert.Contains(FindingNames.PatientExam, rules);
    }

    [Theory]
    [InlineData("patient: También soy alérgica al látex.", true)]
    [InlineData("patient: Además tengo dolor de pecho.", true)]
    [InlineData("patient: Y tomo metformina.", true)]
    [InlineData("patient: No tengo dolor de pecho.", false)]
    [InlineData("doctor: ¿Tiene dolor de pecho?", false)]
    public void What_matters_and_is_used_by_no_statement_is_an_omission(string line, bool omitted)
    {
        var transcript = Visits.Of("es", "patient: Vengo por tos.", line);
        var draft = Draft(new DraftStatement(ReportSection.ChiefComplaint, "Vengo por tos.", [new(0, 0, 14)], Polarity.Affirmed));

        Assert.Equal(omitted, FindingCheck.Run(draft, transcript, Context).Any(f => f.Rule == FindingNames.Omission));
    }

    [Fact]
    public void A_drug_that_the_engine_was_not_sure_of_is_a_blocker()
    {
        static TranscriptWord Word(string text, double sure) => new(text, null, Duration.Zero, Duration.FromSeconds(1), sure);
        var transcript = new Transcript("es", [new(0, "doctor", "tome enalapril diario") { Words = [Word("tome", 0.9), Word("enalapril", 0.6), Word("diario", 0.3)] }]);
        var draft = Draft(new DraftStatement(ReportSection.Plan, "Tome enalapril diario.", [new(0, 0, 21)], Polarity.Affirmed));

        Assert.Contains(FindingCheck.Run(draft, transcript, Context), f => f is { Rule: FindingNames.LowConfidence, Severity: Severity.Blocker, Said: "enalapril" });
    }

    [Fact]
    public void A_statement_without_evidence_or_outside_the_transcript_is_found()
    {
        var transcript = Visits.Of("es", "patient: Vengo por tos.");

        Assert.Contains(Run(transcript, "Tos.", []), f => f.Rule == FindingNames.Evidence);
        Assert.Contains(Run(transcript, "Tos.", [new(7, 0, 5)]), f => f.Rule == FindingNames.Evidence);
        Assert.Contains(Run(transcript, "Tos.", [new(0, 10, 50)]), f => f.Rule == FindingNames.Evidence);
    }

    [Fact]
    public void Findings_stand_in_a_stable_order_and_every_rule_has_its_own_name()
    {
        var row = Visits.Aci[0];
        var draft = Clinic.Transcription.Drafting.Offline.OfflineReportDrafter.Draft(row.Transcript, new DraftContext("en"));

        var findings = FindingCheck.Run(draft, row.Transcript, new DraftContext("en"));

        Assert.Equal(findings.Select(f => (f.Rule, f.Statement)), FindingCheck.Run(draft, row.Transcript, new DraftContext("en")).Select(f => (f.Rule, f.Statement)));
        Assert.Equal(FindingCheck.Rules.Count, FindingCheck.Rules.Select(r => r.Name).Distinct().Count());
        Assert.Equal(findings.Count(f => f.Rule == FindingNames.Omission), FindingCheck.Rules.Single(r => r.Name == FindingNames.Omission).Check(draft, row.Transcript, new DraftContext("en")).Count());
    }

    private static List<string> Check(string said, string written, ReportSection section)
    {
        var transcript = Visits.Of("es", $"doctor: {said}");
        var draft = Draft(new DraftStatement(section, written, [new(0, 0, said.Length)], Polarity.Affirmed));
        return FindingCheck.Run(draft, transcript, Context).Select(f => f.Rule).ToList();
    }

    private static IReadOnlyList<Finding> Run(Transcript transcript, string written, IReadOnlyList<EvidenceSpan> evidence) =>
        FindingCheck.Run(Draft(new DraftStatement(ReportSection.ReviewOfSystems, written, evidence, Polarity.Affirmed)), transcript, Context);

    private static ReportDraft Draft(params DraftStatement[] statements) => new(statements, [], "test", "1");
}
