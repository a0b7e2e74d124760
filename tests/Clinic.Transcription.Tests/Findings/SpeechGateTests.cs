using Clinic.Transcription.Findings;
using Clinic.Transcription.Tests.Data;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Findings;

public sealed class SpeechGateTests
{
    private const string Said = "vengo por un dolor de garganta que tengo desde ayer";

    [Fact]
    public void A_conversation_passes() => Assert.All(Visits.All.Where(v => v.Id != "mts-val-57"), v => Assert.True(SpeechGate.HasSpeech(v.Transcript)));

    [Theory]
    [InlineData("", null, null, false)]
    [InlineData("Gracias por ver el video.", null, null, false)]
    [InlineData(Said, null, null, true)]
    [InlineData(Said, 0.9, 20.0, true)]
    [InlineData(Said, 0.1, 20.0, false)]
    [InlineData(Said, 0.9, 1.0, false)]
    public void Words_sureness_and_voiced_time_decide(string text, double? sure, double? seconds, bool passes)
    {
        var segment = new TranscriptSegment(0, null, text)
        {
            Confidence = sure,
            Start = seconds is null ? null : Duration.Zero,
            End = seconds is { } s ? Duration.FromSeconds(s) : null,
        };

        Assert.Equal(passes, SpeechGate.HasSpeech(new Transcript("es", [segment])));
    }
}
