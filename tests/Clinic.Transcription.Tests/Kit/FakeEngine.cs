using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Tests.Kit;

/// <summary>An engine that hears what the test says.</summary>
internal sealed class FakeEngine(bool sendsOutside = false, string region = "") : IBatchTranscriber
{
    public string Name => "fake";

    public EngineCapabilities Capabilities { get; } = new(sendsOutside, region);

    public IReadOnlyList<string> Says { get; set; } = ["Buenos días, ¿qué le duele?", "Me duele la garganta desde ayer."];

    /// <summary>When it says each of its segments; null for a text without times.</summary>
    public IReadOnlyList<Duration>? At { get; set; }

    public Duration? Heard { get; set; }

    public Queue<Exception> Failures { get; } = new();

    /// <summary>Whether it listens until somebody stops it.</summary>
    public bool ListensOn { get; set; }

    public Func<Task>? Meanwhile { get; set; }

    public int Calls { get; private set; }

    public async Task<SpeechResult> TranscribeAsync(Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken)
    {
        Calls++;
        await using var audio = await openAudio(cancellationToken);
        if (Meanwhile is { } act) await act();
        if (ListensOn) await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (Failures.TryDequeue(out var failure)) throw failure;
        return new("fake", Heard ?? Duration.FromSeconds(audio.Length / 32_000.0), [.. Says.Select((text, i) => Segment(i, text))]);
    }

    private TranscriptSegment Segment(int i, string text) => new(i, $"{i % 2}", text) { Start = At?[i], End = At?[i] + Duration.FromSeconds(2) };
}
