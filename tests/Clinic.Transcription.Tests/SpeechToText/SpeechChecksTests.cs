using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;

namespace Clinic.Transcription.Tests.SpeechToText;

public class SpeechChecksTests
{
    private static readonly AudioFormat Wav = new("audio/wav");

    [Fact]
    public void Check_WhenAllIsWrong_GivesEveryReason()
    {
        var request = new SpeechRequest("es") { KeyTerms = ["  "] };

        var e = Assert.Throws<TranscriptionException>(() => SpeechChecks.Check(new("audio/raw", "linear16"), request, "nova", l => l == "en"));

        Assert.Equal([TranscriptionRules.SampleRateMissing, TranscriptionRules.KeyTermsNotTaken, TranscriptionRules.LanguageNotOffered], e.Failures.Select(f => f.Code));
    }

    [Fact]
    public void Check_OfAnOrdinaryRequest_IsSilent() => SpeechChecks.Check(Wav, new SpeechRequest("es") { KeyTerms = ["losartán"] }, "nova", _ => true);

    [Theory]
    [InlineData("linear16", null)]
    [InlineData("opus", TranscriptionRules.EncodingNotOffered)]
    public void Check_OfRawAudio_AsksWhetherTheEngineReadsIt(string encoding, string? code) => Assert.Equal(
        code,
        (Record.Exception(() => SpeechChecks.Check(new("audio/raw", encoding, 8_000), new SpeechRequest("es"), "nova", _ => true, new HashSet<string> { "linear16" })) as TranscriptionException)?.Code);

    [Fact]
    public void Check_OfAChange_GivesEveryReason()
    {
        var e = Assert.Throws<TranscriptionException>(() => SpeechChecks.Check(new LiveChange { KeyTerms = [" "] }, "nova", offered: false));

        Assert.Equal([TranscriptionRules.ChangeNotOffered, TranscriptionRules.KeyTermsNotTaken], e.Failures.Select(f => f.Code));
        SpeechChecks.Check(new LiveChange { Numerals = true }, "nova", offered: true);
    }

    [Theory]
    [InlineData("https://clinic.example/heard")]
    [InlineData("https://user:word@clinic.example:8443/heard?x=1")]
    [InlineData("http://127.0.0.1:8080/heard")]
    [InlineData("http://clinic.example/heard", TranscriptionRules.CallbackNotSafe)]
    [InlineData("https://clinic.example:9000/#x", TranscriptionRules.CallbackNotSafe, TranscriptionRules.CallbackPort)]
    [InlineData("heard", TranscriptionRules.CallbackNotSafe)]
    public void CheckCallback_WhenAnybodyCouldRead_Refuses(string address, params string[] codes)
    {
        var e = Record.Exception(() => SpeechChecks.CheckCallback(new(address, UriKind.RelativeOrAbsolute), [80, 443, 8080, 8443])) as TranscriptionException;

        Assert.Equal(codes, e?.Failures.Select(f => f.Code) ?? []);
    }

    [Theory]
    [InlineData(101, 5)]
    [InlineData(1, 61)]
    public void Check_OfTooManyOrTooLongTerms_Refuses(int terms, int length)
    {
        var request = new SpeechRequest("es") { KeyTerms = [.. Enumerable.Repeat(new string('a', length), terms)] };

        Assert.Equal(TranscriptionRules.KeyTermsNotTaken, Assert.Throws<TranscriptionException>(() => SpeechChecks.Check(Wav, request, "nova", _ => true)).Code);
    }
}
