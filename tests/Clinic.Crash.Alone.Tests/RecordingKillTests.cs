using System.Globalization;
using Clinic.Racer;

namespace Clinic.Crash.Alone.Tests;

public sealed class RecordingKillTests(ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int ChunkBytes = 64 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_twenty_kills_the_recording_opens_and_at_most_one_chunk_is_lost_each_time()
    {
        var folder = Directory.CreateTempSubdirectory("clinic-recorder");
        try
        {
            var random = new Random(20261122);
            var (most, length) = (0L, 0L);
            for (var round = 1; round <= Rounds; round++)
            {
                var (given, written) = await KillOnceAsync(folder.FullName, random);
                length = await CheckAsync(folder.FullName, written);
                Assert.InRange(given - length, -Recorder.FrameBytes, ChunkBytes);
                most = Math.Max(most, given - length);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {given} bytes given, {written} written through, {length} read back"));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rounds} kills, {length} bytes, at most {most} lost at once."));
            Assert.True(length > Rounds * ChunkBytes / 2, $"Only {length} bytes were recorded.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(long Given, long Written)> KillOnceAsync(string folder, Random random)
    {
        using var racer = RacerProcess.Start("record", folder);
        var lines = new List<string>();
        for (var more = random.Next(30, 120); more > 0; more--)
            lines.Add(await racer.ReadAsync(Ct) ?? throw new InvalidOperationException((await racer.ExitAsync(Ct)).Errors));
        SpinWait.SpinUntil(() => false, TimeSpan.FromMicroseconds(random.Next(0, 1500)));
        racer.Kill();
        lines.AddRange(await racer.ReadToEndAsync(Ct));
        var last = lines.Select(l => l.Split(' ')).Last(l => l.Length == 3);
        return (long.Parse(last[1], CultureInfo.InvariantCulture), long.Parse(last[2], CultureInfo.InvariantCulture));
    }

    private static async Task<long> CheckAsync(string folder, long written)
    {
        using var audio = await new Recorder(folder).Vault.OpenAsync(Recorder.Key, Ct);
        using var stream = audio.OpenStream();
        Assert.True(audio.Truncated);
        Assert.True(audio.Length >= written, $"{written} bytes were written through and {audio.Length} are there.");
        var back = new byte[audio.Length];
        stream.ReadExactly(back);
        Assert.True(back.AsSpan().SequenceEqual(Recorder.Audio(0, back.Length)), "Other audio than was given.");
        return audio.Length;
    }
}
