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
