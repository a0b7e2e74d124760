using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Redaction;
using Clinic.Transcription.Transcripts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Transcription.Tests.Drafting.Redaction;

public class TranscriptRedactorTests
{
    private static readonly string[] Known = ["María José Ñáñez del Río", "0912345678", "+593 99 123 4567", "maria.nanez@example.org"];

    [Theory]
    [InlineData("Pase, doña María José.", "María|José")]
    [InlineData("La señora Ñañez viene por tos.", "Ñañez")]
    [InlineData("Mi cédula es 091234567-8.", "091234567-8")]
    [InlineData("Llámeme al 0991234567 o al +593 99 123 4567.", "0991234567|+593 99 123 4567")]
    [InlineData("Escríbame a maria.nanez@example.org por favor.", "maria.nanez@example.org")]
    [InlineData("Vivo en la calle Los Álamos 123, cerca del parque.", "calle Los Álamos 123")]
    [InlineData("Nací el 12 de marzo de 1960 en Quito.", "12 de marzo de 1960")]
    [InlineData("Me llamo Pedro Páramo, soy su esposo.", "Pedro Páramo")]
    [InlineData("I live at 42 Baker Street, and my date of birth is 3/4/1961.", "42 Baker Street|3/4/1961")]
    [InlineData("El doctor Vega me dijo que volviera.", "Vega")]
    public void Identifiers_leave_no_trace(string text, string secrets)
    {
        var redacted = new TranscriptRedactor().Redact(Of(text), Known);

        foreach (var secret in secrets.Split('|')) Assert.DoesNotContain(secret, redacted.Transcript.Segments[0].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(text, redacted.Restore(redacted.Transcript.Segments[0].Text));
    }

    [Theory]
    [InlineData("es", "Mi cédula es cero nueve uno dos tres cuatro cinco seis siete ocho.", "Mi cédula es [ID_1].")]
    [InlineData("es", "Es la cero noventa y uno doscientos treinta y cuatro quinientos sesenta y siete ocho, sí.", "Es la [ID_1], sí.")]
    [InlineData("es", "Llámeme al cero, nueve, nueve, uno, dos, tres, cuatro, cinco, seis, siete por favor.", "Llámeme al [PHONE_1] por favor.")]
    [InlineData("es", "Al seis doce treinta y cuatro cincuenta y seis setenta y ocho.", "Al [PHONE_1].")]
    [InlineData("es", "Más cinco nueve tres doble nueve uno 23 cuarenta y cinco sesenta y siete.", "Más [ID_1].")]
    [InlineData("es", "DNI número treinta y dos millones ciento cuarenta y cinco mil doscientos.", "DNI número [ID_1].")]
    [InlineData("es", "Nací el doce de marzo de mil novecientos sesenta en Quito.", "Nací el [BIRTH_1] en Quito.")]
    [InlineData("es", "Es maria punto nanez arroba example punto org", "Es [EMAIL_1]")]
    [InlineData("en", "My number is oh nine nine one two three four five six seven, thanks.", "My number is [PHONE_1], thanks.")]
    [InlineData("en", "It is zero nine one two three four five six seven eight.", "It is [ID_1].")]
    [InlineData("en", "Social security number is one two three forty five sixty seven eighty nine.", "Social security number is [ID_1].")]
    [InlineData("en", "I was born on march third nineteen sixty one in Leeds.", "I was born on [BIRTH_1] in Leeds.")]
    [InlineData("en", "Write to jane dot doe at example dot org please.", "Write to [EMAIL_1] please.")]
    public void Identifiers_in_words_are_taken_out_and_come_back(string language, string text, string sent)
    {
        var redacted = new TranscriptRedactor().Redact(new(language, [new(0, "a", text)]), Known);

        Assert.Equal(sent, redacted.Transcript.Segments[0].Text);
        Assert.Equal(text, redacted.Restore(sent));
    }

    [Theory]
    [InlineData("es", "López, con ele o pe e zeta.", "[PERSON_1], con [PERSON_2].")]
    [InlineData("es", "Se escribe L-Ó-P-E-Z, sí.", "Se escribe [PERSON_1], sí.")]
    [InlineData("es", "Es ñ, a, eñe, e, ceta, doctor.", "Es [PERSON_1], doctor.")]
    [InlineData("es", "Es i griega a ge u a ele, Yagual.", "Es [PERSON_1], [PERSON_2].")]
    [InlineData("es", "Torres con te de tomate o doble erre e ese", "[PERSON_1] con [PERSON_2]")]
    [InlineData("es", "Mi apellido es ele o pe e ese.", "Mi apellido es [PERSON_1].")]
    [InlineData("es", "Ele o pe e ese, creo.", "[PERSON_1], creo.")]
    [InlineData("en", "It's S as in Sam M I T H, right.", "It's [PERSON_1], right.")]
    [InlineData("en", "Spelled ess em eye tee aitch.", "Spelled [PERSON_1].")]
    [InlineData("en", "That's S. M. I. T. H. okay?", "That's [PERSON_1]. okay?")]
    [InlineData("en", "Sierra mike india tango hotel is how I spell it.", "[PERSON_1] is how I spell it.")]
    [InlineData("en", "L like Larry O P E zed.", "[PERSON_1].")]
    public void Spelled_names_are_taken_out_and_come_back(string language, string text, string sent)
    {
        var redacted = new TranscriptRedactor().Redact(new(language, [new(0, "a", text)]), ["Ana López Ñáñez", "Yagual", "Torres", "John Smith"]);

        Assert.Equal(sent, redacted.Transcript.Segments[0].Text);
        Assert.Equal(text, redacted.Restore(sent));
    }

    [Theory]
    [InlineData("es", "La vitamina B, C, D y E; la hepatitis A o B, la IgG y la T cuatro.")]
    [InlineData("es", "Ese dolor que le da a la tarde se le va, ¿no ve? Ve a la derecha.")]
    [InlineData("en", "Vitamin B, C and D, hepatitis A, see you in a week, are you OK?")]
    public void Letters_that_a_report_needs_stay(string language, string text) =>
        Assert.Equal(text, new TranscriptRedactor().Redact(new(language, [new(0, "a", text)]), ["Ana López Ñáñez", "Yagual", "Torres", "John Smith"]).Transcript.Segments[0].Text);

    [Theory]
    [InlineData("es", "Tome quinientos miligramos cada ocho horas por siete días, una o dos tabletas.")]
    [InlineData("es", "Las glucosas fueron ciento veinte, ciento cuarenta, ciento treinta y ciento diez.")]
    [InlineData("es", "Presión ciento treinta y cinco sobre ochenta y cinco, pulso setenta y dos, saturación noventa y ocho.")]
    [InlineData("es", "Del cero al diez, un ocho; hace dos, tres o cuatro días.")]
    [InlineData("es", "El niño nació con tres kilos doscientos gramos.")]
    [InlineData("en", "Readings were one twenty, one thirty, one forty over ninety at six in the morning.")]
    [InlineData("en", "He was born with a heart murmur and takes five hundred milligrams three times a day.")]
    public void Numbers_in_words_that_a_report_needs_stay(string language, string text) =>
        Assert.Equal(text, new TranscriptRedactor().Redact(new(language, [new(0, "a", text)]), Known).Transcript.Segments[0].Text);

    [Theory]
    [InlineData("Tome paracetamol de 500 mg cada 8 horas por 7 días, y losartán 50 mg.")]
    [InlineData("La presión es 135 sobre 85, pulso 72, saturación 98 por ciento.")]
    [InlineData("Empezó el jueves 12 de febrero y la hemoglobina salió en 12,4.")]
    [InlineData("Del río de síntomas, los peores son del lado derecho.")]
    [InlineData("Metformin 1000 mg twice a day, glucose 126, weight 70.5 kg.")]
    public void What_a_report_needs_stays(string text) => Assert.Equal(text, new TranscriptRedactor().Redact(Of(text), ["Ana del Río", "0912345678"]).Transcript.Segments[0].Text.Replace("[PERSON_1]", "río", StringComparison.Ordinal));

    [Fact]
    public void The_same_person_is_the_same_placeholder_everywhere_and_speakers_become_numbers()
    {
        var redacted = new TranscriptRedactor().Redact(new("es", [new(0, "Dr. Vega", "Hola, María."), new(1, "María", "Soy María.")]) { Roles = new Dictionary<string, SpeakerRole> { ["María"] = SpeakerRole.Patient } }, Known);

        Assert.Equal(["Hola, [PERSON_1].", "Soy [PERSON_1]."], redacted.Transcript.Segments.Select(s => s.Text));
        Assert.DoesNotContain(redacted.Transcript.Segments, s => s.Speaker!.Contains("Vega", StringComparison.Ordinal));
        Assert.Equal(SpeakerRole.Patient, redacted.Transcript.RoleOf(redacted.Transcript.Segments[1]));
    }

    [Fact]
    public void Words_with_times_do_not_go_along()
    {
        var segment = new TranscriptSegment(0, "a", "Soy María.") { Words = [new("maria", "María.", Duration.Zero, Duration.FromSeconds(1), 0.9)] };

        Assert.Empty(new TranscriptRedactor().Redact(new("es", [segment]), Known).Transcript.Segments[0].Words);
    }

    // A draft that cites everything says the original again, with evidence in the original.
    [Fact]
    public void Whatever_was_taken_out_comes_back_where_it_was()
    {
        var pieces = Gen.Elements("María", "tos", " ", ", ", "0912345678", "José", "500 mg", "señora Ñáñez", "calle Sol 5", ".", "á", "maria.nanez@example.org");
        var texts = pieces.ListOf().Select(p => string.Concat(p)).Where(t => t.Length > 0).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var redacted = new TranscriptRedactor().Redact(Of(text), Known);
            var sent = redacted.Transcript.Segments[0].Text;
            var draft = new ReportDraft([.. Enumerable.Range(0, sent.Length).Select(i => new DraftStatement(ReportSection.Plan, sent, [new(0, i, sent.Length - i)], Polarity.Affirmed))], [], "x", "1");
            var restored = redacted.Restore(draft);
            return restored.Statements.All(s => s.Text == text && s.Evidence.All(e => e.Start >= 0 && e.Start + e.Length == text.Length)) && (sent.Length == 0 || restored.Statements[0].Evidence[0].Start == 0)
                && !sent.Contains("0912345678", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static Transcript Of(string text) => new("es", [new(0, "a", text)]);
}
