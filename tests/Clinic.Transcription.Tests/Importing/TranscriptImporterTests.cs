using System.Globalization;
using System.Text;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Transcription.Tests.Importing;

public class TranscriptImporterTests
{
    private static ImportedTranscript Read(string text, string language = "es") => TranscriptImporter.Read(Encoding.UTF8.GetBytes(text), language);

    private static string Shown(Transcript t) => string.Join('\n', t.Segments.Select(s => $"{s.Index} {s.Speaker ?? "-"} {t.RoleOf(s)}: {s.Text}"));

    private static IReadOnlyList<string> Refused(Func<object> read) =>
        [.. Assert.Throws<TranscriptionException>(() => read()).Failures.Select(f => $"{f.Code} {string.Join(' ', f.Facts.Values)}".Trim())];

    [Fact]
    public void Json_of_segments_keeps_times_speakers_and_confidence()
    {
        var read = Read("""{"language":"en","segments":[{"speaker":0,"text":" Hello\nthere ","start":0.5,"end":1.25,"confidence":0.9},{"speaker":"1","text":"Hi"},{"text":""}],"roles":{"0":"physician","9":"patient"}}""");

        Assert.Equal((ImportFormat.Json, "en"), (read.Format, read.Transcript.Language));
        Assert.Equal("0 0 Physician: Hello there\n1 1 Unknown: Hi", Shown(read.Transcript));
        var first = read.Transcript.Segments[0];
        Assert.Equal((Duration.FromMilliseconds(500), Duration.FromMilliseconds(1250), 0.9), (first.Start, first.End, first.Confidence));
        Assert.Equal(["0"], read.Transcript.Roles.Keys);
    }

    [Fact]
    public void Rows_of_turns_are_read_with_their_roles()
    {
        var read = Read("""{"id":"es-001","source":"x","language":"es","turns":[{"i":0,"speaker":"doctor","text":"¿Qué la trae?"},{"i":1,"speaker":"patient","text":"Dolor de garganta."}],"note":"n"}""");

        Assert.Equal("0 doctor Physician: ¿Qué la trae?\n1 patient Patient: Dolor de garganta.", Shown(read.Transcript));
    }

    [Fact]
    public void SubRip_is_read_with_its_times_and_labels()
    {
        var read = Read("1\r\n00:00:01,000 --> 00:00:02,500\r\nDoctora: <i>Buenos días</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nMe duele\r\nla espalda\r\n");

        Assert.Equal(ImportFormat.SubRip, read.Format);
        Assert.Equal("0 doctora Physician: Buenos días\n1 - Unknown: Me duele la espalda", Shown(read.Transcript));
        Assert.Equal(Duration.FromMilliseconds(2500), read.Transcript.Segments[0].End);
    }

    [Fact]
    public void WebVtt_is_read_with_voices_cues_and_notes()
    {
        var read = Read("\uFEFFWEBVTT - visita\nKind: captions\n\nNOTE nada\nde esto\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v.loud Dr. Vega>¿Fiebre &amp; tos?</v> <v Paciente>No <c.x>nada</c></v>\n\n01:00:00.000 --> 01:00:01.000\n<script>alert(1)</script> & <b>ya</b>\n");

        Assert.Equal(ImportFormat.WebVtt, read.Format);
        Assert.Equal("0 dr vega Unknown: ¿Fiebre & tos?\n1 paciente Patient: No nada\n2 - Unknown: <script>alert(1)</script> & ya", Shown(read.Transcript));
        Assert.Equal(Duration.FromHours(1), read.Transcript.Segments[2].Start);
    }

    [Fact]
    public void A_dialogue_is_read_with_the_usual_labels_and_lines_that_go_on()
    {
        var read = Read("Médico: Buenas.\nPaciente: Me duele\n  desde ayer.\n\nDr.: Tome esto:\nMañana: una tableta\nP: Gracias.\nAcompañante: ¿Y la cena?");

        Assert.Equal(ImportFormat.Dialogue, read.Format);
        Assert.Equal(
            "0 medico Physician: Buenas.\n1 paciente Patient: Me duele desde ayer.\n2 dr Physician: Tome esto: Mañana: una tableta\n3 p Patient: Gracias.\n4 acompanante Relative: ¿Y la cena?",
            Shown(read.Transcript));
    }

    [Fact]
    public void Labels_that_begin_several_lines_are_voices_too() =>
        Assert.Equal("0 ana unknown 1", Read("Ana: Hola.\nJuan: Hola.\nAna: ¿Qué tal?\nJuan: Bien.") is { } read ? $"0 {read.Transcript.Segments[0].Speaker} {read.Transcript.RoleOf(read.Transcript.Segments[0])} {read.Transcript.Segments[1].Index}".ToLowerInvariant() : "");

    [Fact]
    public void Typed_text_needs_no_voices()
    {
        Assert.Equal("0 - Unknown: Dolor de garganta.\n1 - Unknown: Sin fiebre.", Shown(TranscriptImporter.ReadTyped("Dolor de garganta.\n\nSin fiebre.", "es").Transcript));
        Assert.Equal(["TRN364 JSON, SRT, WebVTT, Doctor: ..."], Refused(() => Read("Dolor de garganta.")));
    }

    [Fact]
    public void Text_is_composed_and_without_controls() =>
        Assert.Equal("Médico ñ", Assert.Single(Read("Doctor: Me\u0301dico\u0007 n\u0303\u200b").Transcript.Segments).Text);

    [Fact]
    public void Every_fault_is_named_with_its_place()
    {
        Assert.Equal([TranscriptionRules.ImportEmpty], Refused(() => Read(" \n ")));
        Assert.Equal([TranscriptionRules.ImportNotText], Refused(() => TranscriptImporter.Read(new byte[] { 0x44, 0xFF, 0xFE }, "es")));
        Assert.Equal([TranscriptionRules.ImportNotText], Refused(() => Read("Doctor: a\0b")));
        Assert.Equal([TranscriptionRules.ImportNotText], Refused(() => TranscriptImporter.ReadTyped("a\uD800", "es")));
        Assert.Equal([TranscriptionRules.ImportTooLarge + $" {TranscriptImporter.MostBytes + 1} bytes {TranscriptImporter.MostBytes}"], Refused(() => TranscriptImporter.Read(new byte[TranscriptImporter.MostBytes + 1], "es")));
        Assert.Equal([TranscriptionRules.ImportJsonInvalid + " 3"], Refused(() => Read("{\"turns\":[\n{\"text\":\"a\"},\n}]}")));
        Assert.Equal([TranscriptionRules.ImportSeveralVisits], Refused(() => Read("{\"turns\":[]}\n{\"turns\":[]}\n")));
        Assert.Equal([TranscriptionRules.ImportSeveralVisits], Refused(() => Read("[{\"turns\":[]},{\"turns\":[]}]")));
        Assert.Equal([TranscriptionRules.ImportNotRecognised + " JSON, SRT, WebVTT, Doctor: ..."], Refused(() => Read("{\"words\":[]}")));
        Assert.Equal(
            [$"{TranscriptionRules.ImportEntryInvalid} 1 NotAnObject", "TRN366 2 TextMissing", "TRN366 3 SpeakerInvalid", "TRN366 4 TimeInvalid", "TRN366 5 TimesCrossed", "TRN366 6 TextMissing"],
            Refused(() => Read("""{"turns":[1,{"speaker":"a"},{"speaker":{},"text":"a"},{"text":"a","start":-1},{"text":"a","start":2,"end":1},{"text":"\ud800"}]}""")));
        Assert.Equal(
            [$"{TranscriptionRules.ImportLineInvalid} 2 TimeInvalid", "TRN365 5 TimesMissing", "TRN365 9 TimesCrossed"],
            Refused(() => Read("1\n00:00:01,000 --> 00:61\nA\n\n2\nB\n\n3\n00:00:02,000 --> 00:00:01,000\nC\n")));
        Assert.Equal(["TRN365 1 TextTooLong"], Refused(() => Read("Doctor: " + new string('a', 20_001))));
        Assert.Contains("falta el texto", TranscriptionRules.Texts.Describe(Assert.Throws<TranscriptionException>(() => Read("{\"turns\":[{}]}")).Failures[0], "es"), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_faults_are_counted()
    {
        var refused = Refused(() => Read($"[{string.Join(',', Enumerable.Repeat("{}", 130))}]"));

        Assert.Equal((101, TranscriptionRules.ImportMoreFailures + " 30"), (refused.Count, refused[^1]));
    }

    [Fact]
    public void Anything_is_read_or_refused_with_a_code() => Prop.ForAll(
        Gen.Elements("WEBVTT", "\n", "1", "00:00:01,000 --> 00:00:02,000", "00:01.000 --> ", "{", "}", "[", "\"turns\":", "{\"text\":\"a\"}", ",", "Doctor:", "<v ", ">", "hola", "é", "\ud83d\ude00", "&amp;", ":").ListOf().ToArbitrary(),
        pieces =>
        {
            try
            {
                var read = Read(string.Concat(pieces));
                return read.Transcript.Segments.Select((s, i) => s.Index == i && s.Text.Length > 0 && s.Text == s.Text.Normalize()).All(x => x);
            }
            catch (TranscriptionException e)
            {
                return e.Failures.Count > 0;
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("es-EC")]
    public void Culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("0 physician Physician: I\n1 patient Patient: i", Shown(Read("PHYSICIAN: I\nPATIENT: i").Transcript));
            Assert.Equal(Duration.FromMilliseconds(1500), Read("""[{"text":"a","start":1.5}]""").Transcript.Segments[0].Start);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_file_in_which_nobody_speaks_is_a_session_without_speech()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Ready);

        var answer = await surgery.Get<TranscriptIntake>().BringAsync(surgery.As("assistant"), new() { Session = session, Content = "WEBVTT\n\n00:01.000 --> 00:02.000\n…\n" }, Surgery.Ct);

        Assert.Equal(SessionStatus.NoSpeech, answer.Status);
        var refusal = await Assert.ThrowsAsync<TranscriptionException>(() => surgery.RunAsync(new RetryTranscription { Session = session }));
        Assert.Equal(TranscriptionRules.AudioGone, refusal.Code);
        Assert.Equal(SessionStatus.Transcribed, (await surgery.TypeAsync(session)).Status);
    }

    [Fact]
    public async Task What_is_brought_is_checked_with_everything_else_at_once()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.CreateAsync();

        var refusal = await Assert.ThrowsAsync<TranscriptionException>(() => surgery.Get<TranscriptIntake>().BringAsync(surgery.As("other"), new() { Session = session, Version = 9, Content = "[{}]" }, Surgery.Ct));

        Assert.Equal(
            [TranscriptionRules.NotYourSession, TranscriptionRules.StaleSession, TranscriptionRules.ImportEntryInvalid, TranscriptionRules.ConsentMissing, TranscriptionRules.SessionTransitionRefused],
            refusal.Failures.Select(f => f.Code));
    }
}
