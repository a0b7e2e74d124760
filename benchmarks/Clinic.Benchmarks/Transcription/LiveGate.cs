using System.Diagnostics;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Transcription.Audio;
using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Benchmarks.Transcription;

/// <summary>The live adapter allocates next to nothing for a frame; what it adds to latency is stated.</summary>
public sealed class LiveGate : IGate
{
    // Waking threads is the runtime's own and differs from run to run; a copy of a frame would be 3 200 bytes.
    private const double LimitOfBytesPerFrame = 200;
    private const int FrameBytes = 3_200;
    private const int WarmUps = 500;
    private const int Frames = 4_000;
    private const int LatencyFrames = 400;

    public string Name => "live text";

    public IReadOnlyList<GateFigure> Run()
    {
        var added = AddedAsync().GetAwaiter().GetResult();
        var sorted = added.Order().ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"live text: from giving a frame to its text on loopback, p50 {Interleaved.Median(added):0.00} ms, p95 {sorted[(int)(sorted.Length * 0.95)]:0.00} ms, max {sorted[^1]:0.00} ms (aim: p95 under 20 ms)"));
        return [new("bytes for each frame of 100 ms", BytesAsync().GetAwaiter().GetResult(), LimitOfBytesPerFrame)];
    }

    private static async Task<double> BytesAsync()
    {
        using var server = new EchoingSocket(answers: false);
        await using var services = Services(server);
        await using var live = await OpenAsync(services);
        await SendAsync(live, server, WarmUps);
        var least = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await SendAsync(live, server, Frames);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Frames);
        }

        return least;
    }

    // A few frames, then room for them to leave, as a microphone gives them.
    private static async Task SendAsync(ILiveTranscription live, EchoingSocket server, int count)
    {
        var frame = new byte[FrameBytes];
        var target = server.Frames + count;
        for (var i = 0; i < count; i++)
        {
            var sent = live.SendAsync(frame, CancellationToken.None);
            if (!sent.IsCompletedSuccessfully) await sent;
            if (i % 20 == 0) Thread.Sleep(1);
        }

        while (server.Frames < target) Thread.Sleep(1);
    }

    private static async Task<List<double>> AddedAsync()
    {
        using var server = new EchoingSocket(answers: true);
        await using var services = Services(server);
        await using var live = await OpenAsync(services);
        var frame = new byte[FrameBytes];
        var texts = live.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator();
        var added = new List<double>();
        for (var i = 0; i < LatencyFrames; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await live.SendAsync(frame, CancellationToken.None);
            do
            {
                await texts.MoveNextAsync();
            }
            while (texts.Current is not LiveEvent.Interim);
            if (i >= LatencyFrames / 10) added.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(5);
        }

        return added;
    }

    private static ServiceProvider Services(EchoingSocket server)
    {
        var services = new ServiceCollection();
        services.AddClinicTranscription().AddDeepgram(o => (o.ApiKey, o.BaseAddress, o.Patience) = ("bench", server.Address, new() { Close = Duration.FromSeconds(1) }));
        return services.BuildServiceProvider();
    }

    private static Task<ILiveTranscription> OpenAsync(ServiceProvider services) =>
        services.GetRequiredService<ILiveTranscriber>().OpenAsync(new AudioFormat("audio/raw", "linear16", 16_000), new SpeechRequest("es"), null, CancellationToken.None);
}
