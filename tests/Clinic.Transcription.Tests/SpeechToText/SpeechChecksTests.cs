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
    [InlineData(101, 5)]
    [InlineData(1, 61)]
    public void Check_OfTooManyOrTooLongTerms_Refuses(int terms, int length)
    {
        var request = new SpeechRequest("es") { KeyTerms = [.. Enumerable.Repeat(new string('a', length), terms)] };

        Assert.Equal(TranscriptionRules.KeyTermsNotTaken, Assert.Throws<TranscriptionException>(() => SpeechChecks.Check(Wav, request, "nova", _ => true)).Code);
    }
}
